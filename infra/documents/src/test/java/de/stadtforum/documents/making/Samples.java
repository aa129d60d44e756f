package de.stadtforum.documents.making;

import de.stadtforum.documents.making.Block.Column;
import de.stadtforum.documents.making.Block.Heading;
import de.stadtforum.documents.making.Block.KeyValue;
import de.stadtforum.documents.making.Block.KeyValues;
import de.stadtforum.documents.making.Block.Listing;
import de.stadtforum.documents.making.Block.PageBreak;
import de.stadtforum.documents.making.Block.Paragraph;
import de.stadtforum.documents.making.Block.Picture;
import de.stadtforum.documents.making.Block.Table;
import de.stadtforum.documents.making.Sheet.Cell;
import de.stadtforum.documents.making.SlideDeck.Slide;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/// Descriptions that the tests of all formats make documents of.
public final class Samples {
    public static final String GREEK = "Η πόλη ακούει";
    public static final String CYRILLIC = "Місто слухає: Їжак, ґанок, Ђорђе";
    public static final String ARABIC = "المدينة تستمع";
    public static final String HEBREW = "העיר מקשיבה";
    public static final String SIGNS = "„Straße“ – 5 € · ≥ 3 m² ½ ☎ ✓ → № 😀";

    /// What residents and their names bring along: case B29.
    public static final String NAMES =
            "Temperatur ≥ 5 → Ampel ☑ ✓ Łukasz Şahin ăș 😀 مرحبا Haus\u00A017 Fuß\u00ADgänger";

    /// A feast, a family of three with joiners, two signs of Chinese, a musical sign.
    public static final String UNKNOWN = "🥳 👩‍👩‍👧 张伟 𝄞";

    public static final String UNKNOWN_SHOWN =
            "[U+1F973] [U+1F469]‍[U+1F469]‍[U+1F467] [U+5F20 U+4F1F] [U+1D11E]";

    private Samples() {}

    /// Everything that a text can have; its table goes over more than five pages.
    public static TextDocument everything() {
        return new TextDocument(
                "Niederschrift über die 3. Sitzung",
                Locale.GERMAN,
                "Was das Forum am 3. Mai beraten hat",
                "Stadt Musterstadt · Stadtforum",
                List.of(
                        new KeyValues(
                                List.of(
                                        new KeyValue("Tag", "3. Mai 2026"),
                                        new KeyValue("Ort", "Rathaus, Saal 1"))),
                        new Heading(1, "Eröffnung"),
                        new Paragraph("Der Vorsitz eröffnet.\nEs folgt die zweite Zeile."),
                        new Heading(2, "Begrüßung"),
                        new Paragraph(GREEK),
                        new Paragraph(CYRILLIC),
                        new Paragraph(ARABIC + " 2026 Stadtforum."),
                        new Paragraph(HEBREW),
                        new Paragraph("Arabisch im Satz: " + ARABIC + ", danach Deutsch."),
                        new Paragraph(SIGNS),
                        new Paragraph(UNKNOWN),
                        new Heading(3, "Gäste"),
                        new Listing(false, Phrase.each("Ada", "Zoë")),
                        new Listing(true, Phrase.each("Erstens", "Zweitens", "Drittens")),
                        new Heading(1, "Beratung"),
                        new Paragraph(
                                Phrase.of(
                                        new Phrase.Plain("Siehe "),
                                        new Phrase.Strong("Vorlage 17"),
                                        new Phrase.Plain(" unter "),
                                        new Phrase.Link(
                                                "stadt.example",
                                                URI.create("https://stadt.example/a?b=c&d=%C3%A4")),
                                        new Phrase.Plain(" <b>kein Markup</b> & {{nichts}}"))),
                        new Picture(picture(), "Ein blaues Quadrat"),
                        table("Beiträge", 200),
                        new PageBreak(),
                        new Heading(1, "Schluss"),
                        new Paragraph("Ende.")));
    }

    public static Table table(String caption, int rows) {
        return new Table(
                caption,
                List.of(Column.of("Nr."), Column.of("Thema"), Column.ofNumbers("Stimmen")),
                true,
                IntStream.rangeClosed(1, rows)
                        .mapToObj(number ->
                                Phrase.each("Zeile " + number, "Radweg " + number, number * 3 + ""))
                        .toList());
    }

    public static SlideDeck slides() {
        return slides(
                new Slide(
                        "Stand",
                        List.of(
                                Phrase.of("Drei Labs"),
                                Phrase.of(
                                        new Phrase.Plain("Siehe "),
                                        new Phrase.Link(
                                                "stadt.example",
                                                URI.create("https://stadt.example/"))))),
                new Slide("Zeichen", Phrase.each(GREEK, ARABIC, UNKNOWN, "a\u0007")),
                new Slide("Ohne Punkte", List.of()));
    }

    public static SlideDeck slides(Slide... slides) {
        return new SlideDeck(
                "Halbzeit", Locale.GERMAN, "Stadt Musterstadt · Stadtforum", List.of(slides));
    }

    public static List<Phrase> points(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Phrase.of("Punkt " + number))
                .toList();
    }

    public static Sheet sheet() {
        return new Sheet(
                "Beiträge",
                List.of("Thema", "Anzahl", "Grad", "Tag"),
                List.of(
                        List.of(
                                Cell.of(UNKNOWN),
                                Cell.of(42),
                                Cell.of(new BigDecimal("-1.50")),
                                Cell.of(LocalDate.parse("2026-05-03"))),
                        List.of(
                                Cell.of("Rad; Weg\nund \"mehr\""),
                                Cell.of(0),
                                Cell.of(new BigDecimal("0.00")),
                                Cell.of(LocalDate.parse("2026-05-04")))));
    }

    /// Six columns; each row is made when it is asked for.
    public static Sheet longSheet(int rows) {
        return new Sheet(
                "Alle",
                List.of("Nr.", "Thema", "Ort", "Anzahl", "Anteil", "Tag"),
                () ->
                        IntStream.rangeClosed(1, rows)
                                .mapToObj(number ->
                                        List.of(
                                                Cell.of("beitrag-" + number),
                                                Cell.of("Ein Radweg für die Straße " + number),
                                                Cell.of("Bezirk " + number % 12),
                                                Cell.of(number * 7L),
                                                Cell.of(BigDecimal.valueOf(number % 1000, 2)),
                                                Cell.of(
                                                        LocalDate.EPOCH.plusDays(
                                                                20_000 + number % 365))))
                                .iterator());
    }

    /// 40 pixels in both directions, half of it see-through.
    public static byte[] picture() {
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        var brush = image.createGraphics();
        brush.setColor(new Color(20, 53, 92, 128));
        brush.fillRect(5, 5, 30, 30);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
