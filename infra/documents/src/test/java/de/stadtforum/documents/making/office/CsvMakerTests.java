package de.stadtforum.documents.making.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.stadtforum.documents.making.Samples;
import de.stadtforum.documents.making.Sheet;
import de.stadtforum.documents.making.Sheet.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvMakerTests {
    @Test
    void aGermanSpreadsheetOpensItAsItIs() throws IOException {
        assertThat(text(Samples.sheet()))
                .isEqualTo(
                        "\uFEFFThema;Anzahl;Grad;Tag\r\n"
                                + Samples.UNKNOWN
                                + ";42;-1,50;2026-05-03\r\n"
                                + "\"Rad; Weg\nund \"\"mehr\"\"\";0;0,00;2026-05-04\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@A1",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "＝1",
                "\u00A0x=1"
            })
    void whatBeginsLikeAFormulaIsNone(String text) throws IOException {
        var cell = cells(ofText(text)).getFirst();
        if (text.startsWith("\u00A0")) assertThat(cell).isEqualTo(text);
        else assertThat(cell).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "", "'", "a-b", "\"=1\"", "<x>"})
    void anythingElseIsAsItWas(String text) throws IOException {
        assertThat(cells(ofText(text))).containsExactly(text);
    }

    @Test
    void headsAreNoFormulasEither() throws IOException {
        assertThat(text(new Sheet("S", List.of("=A"), List.of()))).isEqualTo("\uFEFF'=A\r\n");
    }

    @Test
    void halfASignStandsThereByItsNumber() throws IOException {
        assertThat(cells(ofText("a\uD83D"))).containsExactly("a[U+D83D]");
    }

    @Test
    void aRowOfAnotherLengthIsAnError() {
        var sheet = new Sheet("S", List.of("A", "B"), List.of(List.of(Cell.of("x"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text(sheet))
                .withMessage("S: row 1 has 1 cells for 2 columns");
    }

    private static Sheet ofText(String text) {
        return new Sheet("S", List.of("A"), List.of(List.of(Cell.of(text))));
    }

    /// Of the first row, as another reader finds them.
    private static List<String> cells(Sheet sheet) throws IOException {
        var format = CSVFormat.EXCEL.builder().setDelimiter(';').setIgnoreEmptyLines(false).get();
        try (var rows = CSVParser.parse(text(sheet), format)) {
            return rows.getRecords().get(1).toList();
        }
    }

    private static String text(Sheet sheet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new CsvMaker().write(bytes, sheet);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
