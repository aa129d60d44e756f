package de.stadtforum.documents.making.office;

import de.stadtforum.documents.making.Sheet;
import de.stadtforum.documents.making.StandIn;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// A table to calculate with (XLSX). A text is a text, also one that begins like a formula, and stays one when somebody edits it.
///
/// Rows go to a packed file beside while they come, a hundred at a time: 100,000 of six cells take 32 MB of heap and 7 s.
public final class SheetMaker {
    private static final SpreadsheetVersion EXCEL = SpreadsheetVersion.EXCEL2007;
    private static final int ROWS_IN_MEMORY = 100;

    /// In signs.
    private static final int NARROWEST = 8;

    private static final int WIDEST = 60;

    /// Excel reads `_x0041_` as A: the first sign of what only looks like that is written so itself (ECMA-376, 22.9.2.19).
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String FORMULA = "=+-@\t\r\n";

    /// @param sheets in the order of their tabs; two whose names Excel takes for the same are an `IllegalArgumentException`, and so are more than 1,048,575 rows and a text of more than 32,767 signs
    /// @throws IOException of the stream, which is not closed
    public void write(OutputStream to, List<Sheet> sheets) throws IOException {
        try (var book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            book.setCompressTempFiles(true);
            var looks = new Looks(book);
            for (var sheet : sheets) write(book, sheet, looks);
            book.write(to);
        }
    }

    private static void write(SXSSFWorkbook book, Sheet described, Looks looks) {
        var name = WorkbookUtil.createSafeSheetName(StandIn.inXml(described.name()));
        var sheet = book.createSheet(name);
        var widths = new int[described.columns().size()];
        var head = sheet.createRow(0);
        for (var column = 0; column < widths.length; column++) {
            var cell = head.createCell(column);
            cell.setCellValue(text(described.columns().get(column)));
            cell.setCellStyle(looks.head);
            widths[column] = Math.max(NARROWEST, described.columns().get(column).length() + 2);
        }
        sheet.createFreezePane(0, 1);
        var number = 0;
        for (var cells : described.rows()) {
            if (++number > EXCEL.getLastRowIndex())
                throw new IllegalArgumentException(name + ": more rows than a sheet takes");
            described.checked(cells, number);
            var row = sheet.createRow(number);
            for (var column = 0; column < widths.length; column++) {
                var width = fill(row.createCell(column), cells.get(column), looks);
                widths[column] = Math.max(widths[column], width);
            }
        }
        widen(sheet, widths);
    }

    private static void widen(SXSSFSheet sheet, int[] widths) {
        for (var column = 0; column < widths.length; column++)
            sheet.setColumnWidth(column, 256 * Math.min(WIDEST, widths[column]));
    }

    /// @return how many signs it shows
    private static int fill(Cell cell, Sheet.Cell described, Looks looks) {
        return switch (described) {
            case Sheet.Text(var text) -> {
                if (!text.isEmpty()) cell.setCellValue(text(text));
                if (likeFormula(text)) cell.setCellStyle(looks.quoted);
                yield text.length() + 1;
            }
            case Sheet.Number(var value) -> {
                cell.setCellValue(value.doubleValue());
                cell.setCellStyle(looks.number(Math.max(0, value.scale())));
                yield value.toPlainString().length() + 2;
            }
            case Sheet.Date(var date) -> {
                cell.setCellValue(date);
                cell.setCellStyle(looks.date);
                yield 12;
            }
        };
    }

    private static boolean likeFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    private static String text(String text) {
        if (text.length() > EXCEL.getMaxTextLength())
            throw new IllegalArgumentException(
                    "a text of %d signs, and a cell takes %d"
                            .formatted(text.length(), EXCEL.getMaxTextLength()));
        return LOOKS_ESCAPED.matcher(StandIn.inXml(text)).replaceAll("_x005F_");
    }

    /// How cells look; a file takes 64,000 of them, so each is made once.
    private static final class Looks {
        private final SXSSFWorkbook book;
        private final CellStyle head;
        private final CellStyle quoted;
        private final CellStyle date;
        private final Map<Integer, CellStyle> numbers = new TreeMap<>();

        Looks(SXSSFWorkbook book) {
            this.book = book;
            head = book.createCellStyle();
            var bold = book.createFont();
            bold.setBold(true);
            head.setFont(bold);
            quoted = book.createCellStyle();
            // as Excel does when somebody types an apostrophe before it
            quoted.setQuotePrefixed(true);
            date = formatted("dd.mm.yyyy");
        }

        private CellStyle number(int places) {
            return numbers.computeIfAbsent(
                    places, scale -> formatted(scale == 0 ? "0" : "0." + "0".repeat(scale)));
        }

        private CellStyle formatted(String format) {
            var look = book.createCellStyle();
            look.setDataFormat(book.createDataFormat().getFormat(format));
            return look;
        }
    }
}
