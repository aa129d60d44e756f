package de.stadtforum.documents.making.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.stadtforum.documents.making.Block;
import de.stadtforum.documents.making.Block.Heading;
import de.stadtforum.documents.making.Block.Paragraph;
import de.stadtforum.documents.making.Samples;
import de.stadtforum.documents.making.TextDocument;
import de.stadtforum.testing.PdfConformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is printed, as veraPDF, a person's eyes and a program that reads aloud find it.
class PdfMakerTests {
    private static final byte[] EVERYTHING = new PdfMaker().of(Samples.everything());

    @Test
    void everythingIsForEveryoneAndForGood() {
        PdfConformance.check(EVERYTHING);
    }

    @Test
    void theFileSaysItsTitleLanguageSubjectAndOrganisation() throws IOException {
        try (var paper = Loader.loadPDF(EVERYTHING)) {
            var file = paper.getDocumentInformation();
            assertThat(file.getTitle()).isEqualTo("Niederschrift über die 3. Sitzung");
            assertThat(file.getSubject()).isEqualTo("Was das Forum am 3. Mai beraten hat");
            assertThat(file.getAuthor()).isEqualTo("Stadt Musterstadt · Stadtforum");
            assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo("de");
        }
    }

    @Test
    void everySignIsThereOrItsNumber() throws IOException {
        assertThat(text(EVERYTHING))
                .contains(
                        Samples.GREEK,
                        Samples.CYRILLIC,
                        Samples.ARABIC,
                        Samples.HEBREW,
                        "Arabisch im Satz: " + Samples.ARABIC + ", danach Deutsch.",
                        Samples.SIGNS,
                        Samples.UNKNOWN_SHOWN,
                        "<b>kein Markup</b> & {{nichts}}");
    }

    /// What is copied from the paper has no soft hyphens and plain spaces, as any reader's program gives it.
    @Test
    void everyLetterOfNamesIsRight() throws IOException {
        var pdf = new PdfMaker().of(document(new Paragraph(Samples.NAMES)));
        PdfConformance.check(pdf);
        assertThat(text(pdf).replace('\u00A0', ' '))
                .contains(
                        "Temperatur ≥ 5 → Ampel ☑ ✓ Łukasz Şahin ăș 😀",
                        "مرحبا",
                        "Haus 17 Fußgänger")
                .doesNotContain("#");
    }

    @Test
    void whatNoPaperCanHoldStandsThereByItsNumber() throws IOException {
        var pdf = new PdfMaker().of(document(new Paragraph("a\u0007b\uD83Dc\u202Ed\u00A0\u00ADe")));
        PdfConformance.check(pdf);
        assertThat(text(pdf)).contains("a[U+0007]b[U+D83D]c[U+202E]d");
    }

    @Test
    void aSignOfTwoPartsIsOne() {
        assertThat(PdfSigns.shown("Cafe\u0301")).isEqualTo("Café");
    }

    @Test
    void bookmarksAreTheHeadings() throws IOException {
        try (var paper = Loader.loadPDF(EVERYTHING)) {
            assertThat(bookmarks(paper.getDocumentCatalog().getDocumentOutline(), 0))
                    .containsExactly(
                            "Niederschrift über die 3. Sitzung",
                            "  Eröffnung",
                            "    Begrüßung",
                            "      Gäste",
                            "  Beratung",
                            "  Schluss");
        }
    }

    private static List<String> bookmarks(PDOutlineNode above, int depth) {
        var found = new ArrayList<String>();
        for (var bookmark : above.children()) {
            found.add("  ".repeat(depth) + bookmark.getTitle());
            found.addAll(bookmarks(bookmark, depth + 1));
        }
        return found;
    }

    @Test
    void theHeadOfATableIsOnEachOfItsPagesAndEachPageHasItsNumber() throws IOException {
        try (var paper = Loader.loadPDF(EVERYTHING)) {
            var pages = paper.getNumberOfPages();
            assertThat(rows(paper)).hasSizeGreaterThan(5);
            for (var page = 1; page <= pages; page++) {
                var text = text(paper, page);
                assertThat(text).contains("Seite " + page + " von " + pages);
                if (text.contains("\nZeile ")) assertThat(text).contains("Nr. Thema Stimmen");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"de, Seite 1 von 1", "en, Page 1 of 1", "fr, 1 / 1"})
    void pagesAreCountedInTheLanguageOfTheText(String language, String number) throws IOException {
        var text =
                new TextDocument(
                        "T", Locale.of(language), "s", "o", List.of(new Paragraph("Etwas.")));
        assertThat(text(new PdfMaker().of(text))).contains(number);
    }

    /// With 0 to 33 lines above it the table begins everywhere on a page.
    ///
    /// @param rows from those that stand together to one more than a page takes
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6, 35})
    void noRowStandsAloneAndNoHeadIsWithoutRows(int rows) throws IOException {
        for (var lines = 0; lines < 34; lines++) {
            var blocks =
                    new ArrayList<Block>(Collections.nCopies(lines, new Paragraph("Eine Zeile.")));
            blocks.add(new Heading(1, "Zahlen"));
            blocks.add(Samples.table("Alle Zahlen", rows));
            var pdf = new PdfMaker().of(document(blocks.toArray(Block[]::new)));
            try (var paper = Loader.loadPDF(pdf)) {
                assertThat(rows(paper))
                        .as("%d rows after %d lines", rows, lines)
                        .doesNotContain(1L);
                for (var page = 1; page <= paper.getNumberOfPages(); page++)
                    assertThat(text(paper, page))
                            .as("%d rows after %d lines, page %d", rows, lines, page)
                            // what begins on it begins whole, what goes on has its head
                            .matches(
                                    """
                                    (?s)Seite . von .
                                    (Stadt
                                    Titel
                                    )?(Eine Zeile.
                                    )*(Zahlen
                                    Alle Zahlen
                                    )?(Nr. Thema Stimmen
                                    Zeile .*Zeile .*)?\
                                    """)
                            .containsAnyOf("Eine Zeile.", "Zeile ");
            }
        }
    }

    /// How many rows of the table each page has, of those that have some.
    private static List<Long> rows(PDDocument paper) throws IOException {
        var counts = new ArrayList<Long>();
        for (var page = 1; page <= paper.getNumberOfPages(); page++) {
            var rows = text(paper, page).lines().filter(line -> line.startsWith("Zeile ")).count();
            if (rows > 0) counts.add(rows);
        }
        return counts;
    }

    @Test
    void aTableWithoutRowsAndALongWordAreInOrder() throws IOException {
        var pdf =
                new PdfMaker()
                        .of(
                                document(
                                        Samples.table("Leer", 0),
                                        Samples.table("Eine", 1),
                                        new Paragraph("Donaudampf".repeat(40)),
                                        new Paragraph("")));
        PdfConformance.check(pdf);
        assertThat(text(pdf).replace("\n", "")).contains("Donaudampf".repeat(40));
    }

    @Test
    void readAloudItComesInItsOrderWithItsTables() throws IOException {
        try (var paper = Loader.loadPDF(EVERYTHING)) {
            var aloud = ReadAloud.of(paper);
            assertThat(aloud)
                    .contains(
                            "Siehe Vorlage 17 unter stadt.example <b>kein Markup</b> & {{nichts}}");
            assertThat(aloud).contains("[Figure: Ein blaues Quadrat]");
            // on each page and read once
            assertThat(aloud)
                    .containsOnlyOnce("[TH Column]Thema[TH Column]Stimmen[TH Row]Zeile 1[");
            assertThat(aloud).contains("[TH Row]Zeile 200[TD]Radweg 200[TD]600");
            assertThat(aloud).contains("[H1]Niederschrift", "[H2]Beratung", "[H4]Gäste");
        }
    }

    @Test
    void aPageOfItsOwnFetchesNothing() {
        var file = Path.of("target", "secret.png");
        var page =
                """
                <!DOCTYPE html><html lang="de" xml:lang="de" xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title>
                <style>body { font-family: "DejaVu Sans" }</style></head><body><p>x <img src="%s" alt="y"/></p></body></html>
                """;
        try {
            Files.write(file, Samples.picture());
            var without = new PdfMaker().ofPage(page.formatted("data:,"));
            var asked = new PdfMaker().ofPage(page.formatted(file.toUri()));
            try (var paper = Loader.loadPDF(asked)) {
                assertThat(paper.getPage(0).getResources().getXObjectNames()).isEmpty();
            }
            assertThat(without).isNotEmpty();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /// Case B30: what a template of a page gets wrong is no reason for a paper that not everyone can read.
    @Test
    void aPageOfOddStructureIsForEveryoneAsWell() throws IOException {
        var rows =
                IntStream.rangeClosed(1, 120)
                        .mapToObj(row ->
                                "<tr><th scope=\"row\">Zeile %d</th><td>%d</td></tr>"
                                        .formatted(row, row))
                        .collect(Collectors.joining());
        var pdf =
                new PdfMaker()
                        .ofPage(
                                """
                                <!DOCTYPE html><html lang="de" xml:lang="de" xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title><meta name="subject" content="S"/>
                                <style>body { font-family: "DejaVu Sans" } table { -fs-table-paginate: paginate }</style></head><body>
                                <h1>Eins</h1><h4>Vier</h4><ul><p>Kein Punkt</p></ul><ul></ul><ol> </ol><dl></dl>
                                <p><img src="data:image/png;base64,%s"/></p>
                                <table><thead><tr><th scope="col">Was</th><th scope="col">Wie viel</th></tr></thead><tbody>%s</tbody></table></body></html>
                                """
                                        .formatted(
                                                Base64.getEncoder()
                                                        .encodeToString(Samples.picture()),
                                                rows));
        PdfConformance.check(pdf);
        try (var paper = Loader.loadPDF(pdf)) {
            assertThat(paper.getNumberOfPages()).isGreaterThan(2);
            var aloud = ReadAloud.of(paper);
            assertThat(aloud).containsOnlyOnce("[TH Column]Was");
            assertThat(aloud).contains("[TH Row]Zeile 120[TD]120", "Kein Punkt");
        }
    }

    @Test
    void aPageThatIsNotWellFormedOrReadsFilesIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PdfMaker().ofPage("<html><body><p>offen</body></html>"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PdfMaker()
                                .ofPage(
                                        "<!DOCTYPE html SYSTEM \"file:///etc/hostname\"><html><body/></html>"));
    }

    private static TextDocument document(Block... blocks) {
        return new TextDocument("Titel", Locale.GERMAN, "Etwas", "Stadt", List.of(blocks));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var paper = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper();
            text.setSortByPosition(true);
            return text.getText(paper);
        }
    }

    private static String text(PDDocument paper, int page) throws IOException {
        var text = new PDFTextStripper();
        text.setStartPage(page);
        text.setEndPage(page);
        return text.getText(paper);
    }
}
