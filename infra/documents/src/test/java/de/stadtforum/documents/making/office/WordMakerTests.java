package de.stadtforum.documents.making.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.stadtforum.documents.making.Block;
import de.stadtforum.documents.making.Block.Paragraph;
import de.stadtforum.documents.making.Block.Picture;
import de.stadtforum.documents.making.Samples;
import de.stadtforum.documents.making.TextDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class WordMakerTests {
    @Test
    void headingsAreThoseOfTheOfficeProgram() throws IOException {
        try (var word = open(Samples.everything())) {
            assertThat(word.getParagraphs())
                    .filteredOn(each ->
                            each.getStyle() != null && each.getStyle().matches("Title|Heading."))
                    .extracting(each -> each.getStyle() + " " + each.getText())
                    .containsExactly(
                            "Title Niederschrift über die 3. Sitzung",
                            "Heading1 Eröffnung",
                            "Heading2 Begrüßung",
                            "Heading3 Gäste",
                            "Heading1 Beratung",
                            "Heading1 Schluss");
            for (var used : List.of("Title", "Subtitle", "Heading3", "Caption", "ListParagraph"))
                assertThat(word.getStyles().getStyle(used)).as(used).isNotNull();
        }
    }

    @Test
    void everySignIsThere() throws IOException {
        try (var word = open(Samples.everything())) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains(
                            "Der Vorsitz eröffnet.\nEs folgt die zweite Zeile.",
                            Samples.GREEK,
                            Samples.CYRILLIC,
                            Samples.HEBREW,
                            Samples.SIGNS,
                            Samples.UNKNOWN,
                            "Siehe Vorlage 17 unter stadt.example <b>kein Markup</b> & {{nichts}}");
        }
    }

    @Test
    void everyLetterOfNamesIsRight() throws IOException {
        try (var word = open(document(new Paragraph(Samples.NAMES)))) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains(Samples.NAMES);
        }
    }

    @Test
    void whatXmlCannotHoldStandsThereByItsNumber() throws IOException {
        try (var word = open(document(new Paragraph("a\u0007b\uD83Dc")))) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("a[U+0007]b[U+D83D]c");
        }
    }

    @Test
    void arabicParagraphsAreWrittenFromRightToLeft() throws IOException {
        try (var word = open(Samples.everything())) {
            assertThat(word.getParagraphs())
                    .filteredOn(each ->
                            each.getCTP().getPPr() != null && each.getCTP().getPPr().isSetBidi())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly(Samples.ARABIC + " 2026 Stadtforum.", Samples.HEBREW);
        }
    }

    @Test
    void aTableHasItsHeadOnEveryPageAndNoRowIsTornOrAlone() throws IOException {
        try (var word = open(Samples.everything())) {
            var table = word.getTables().getLast();
            assertThat(table.getNumberOfRows()).isEqualTo(201);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).isFalse();
            assertThat(table.getRow(200).getCell(2).getText()).isEqualTo("600");
            assertThat(table.getRows())
                    .allSatisfy(row -> assertThat(row.isCantSplitRow()).isTrue());
            for (var kept : List.of(0, 1, 199))
                assertThat(keptWithNext(table.getRow(kept).getCell(0).getParagraphArray(0)))
                        .as("row %d", kept)
                        .isTrue();
            assertThat(keptWithNext(table.getRow(200).getCell(0).getParagraphArray(0))).isFalse();
        }
    }

    private static boolean keptWithNext(XWPFParagraph paragraph) {
        var properties = paragraph.getCTP().getPPr();
        return properties != null && properties.isSetKeepNext();
    }

    @Test
    void listsCountEachFromOne() throws IOException {
        try (var word = open(Samples.everything())) {
            assertThat(word.getParagraphs())
                    .filteredOn(each -> each.getNumID() != null)
                    .extracting(each -> each.getNumFmt() + " " + each.getText())
                    .containsExactly(
                            "bullet Ada",
                            "bullet Zoë",
                            "decimal Erstens",
                            "decimal Zweitens",
                            "decimal Drittens");
        }
    }

    @Test
    void theFileSaysItsTitleLanguageAndOrganisationAndShowsItsPicture() throws IOException {
        try (var word = open(Samples.everything())) {
            var file = word.getProperties().getCoreProperties();
            assertThat(file.getTitle()).isEqualTo("Niederschrift über die 3. Sitzung");
            assertThat(file.getCreator()).isEqualTo("Stadt Musterstadt · Stadtforum");
            assertThat(word.getAllPictures()).hasSize(1);
            assertThat(word.getDocument().xmlText()).contains("descr=\"Ein blaues Quadrat\"");
            assertThat(word.getHyperlinks())
                    .extracting(link -> link.getURL())
                    .containsExactly("https://stadt.example/a?b=c&d=%C3%A4");
        }
    }

    @Test
    void whatIsNoPictureIsAnError() {
        var broken = document(new Picture(new byte[] {1, 2, 3}, "Nichts"));
        assertThatIllegalArgumentException().isThrownBy(() -> new WordMaker().of(broken));
    }

    private static TextDocument document(Block... blocks) {
        return new TextDocument("Titel", Locale.GERMAN, "Etwas", "Stadt", List.of(blocks));
    }

    private static XWPFDocument open(TextDocument text) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(new WordMaker().of(text)));
    }
}
