package de.stadtforum.documents.making.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.stadtforum.documents.making.Samples;
import de.stadtforum.documents.making.Sheet;
import de.stadtforum.documents.making.Sheet.Cell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetMakerTests {
    @Test
    void textsNumbersAndDaysAreWhatTheyAre() throws IOException {
        try (var book = open(List.of(Samples.sheet()))) {
            var sheet = book.getSheet("Beiträge");
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("Anzahl");
            var row = sheet.getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo(Samples.UNKNOWN);
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(42);
            assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("0");
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(-1.5);
            assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("0.00");
            assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.parse("2026-05-03"));
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 231 50",
                "-3 Grad",
                "@SUMME(A1)",
                "\t=1",
                "=HYPERLINK(\"http://x\";\"y\")",
                "_x0041_",
                "<b>&\"",
                "zwei\nZeilen"
            })
    void aTextStaysTheTextThatItWas(String text) throws IOException {
        try (var book = open(List.of(ofTexts("Texte", text)))) {
            var cell = book.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(text);
            // typed anew by Excel it would be a formula otherwise
            assertThat(cell.getCellStyle().getQuotePrefixed())
                    .isEqualTo("=+-@\t".indexOf(text.charAt(0)) >= 0);
        }
    }

    @Test
    void whatXmlCannotHoldStandsThereByItsNumber() throws IOException {
        try (var book = open(List.of(ofTexts("Texte", "a\u0007b")))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("a[U+0007]b");
        }
    }

    @Test
    void namesThatExcelDoesNotTakeAreMadeSuch() throws IOException {
        try (var book =
                open(List.of(ofTexts("2026/1: alle [Beiträge] der Vollversammlung", "x")))) {
            assertThat(book.getSheetName(0)).hasSizeLessThan(32).startsWith("2026 1  alle  Beitr");
        }
    }

    @Test
    void aRowOfAnotherLengthAndATextThatNoCellTakesAreErrors() {
        var narrow = new Sheet("S", List.of("A", "B"), List.of(List.of(Cell.of("x"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SheetMaker().write(OutputStream.nullOutputStream(), List.of(narrow)))
                .withMessageContaining("row 1 has 1 cells for 2 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SheetMaker()
                                .write(
                                        OutputStream.nullOutputStream(),
                                        List.of(ofTexts("S", "x".repeat(32_768)))));
    }

    @Test
    void rowsAreNotKeptInMemory() throws IOException {
        var rows = 100_000;
        var before = used();
        var atTheEnd = new AtomicLong();
        var all = Samples.longSheet(rows);
        var watched =
                new Sheet(
                        all.name(),
                        all.columns(),
                        () ->
                                new Iterator<>() {
                                    private final Iterator<List<Cell>> source =
                                            all.rows().iterator();

                                    @Override
                                    public boolean hasNext() {
                                        if (!source.hasNext()) atTheEnd.set(used());
                                        return source.hasNext();
                                    }

                                    @Override
                                    public List<Cell> next() {
                                        return source.next();
                                    }
                                });
        var size = new CountedBytes();
        new SheetMaker().write(size, List.of(watched));
        // all of them are more than 200 MB
        assertThat(atTheEnd.get() - before).isLessThan(16L << 20);
        assertThat(size.count).isGreaterThan(1_000_000);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static final class CountedBytes extends OutputStream {
        private long count;

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }

    private static Sheet ofTexts(String name, String... texts) {
        return new Sheet(
                name,
                List.of("Text"),
                IntStream.range(0, texts.length)
                        .mapToObj(number -> List.of(Cell.of(texts[number])))
                        .toList());
    }

    private static XSSFWorkbook open(List<Sheet> sheets) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new SheetMaker().write(bytes, sheets);
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
