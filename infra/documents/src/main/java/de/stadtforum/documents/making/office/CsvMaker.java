package de.stadtforum.documents.making.office;

import de.stadtforum.documents.making.Sheet;
import de.stadtforum.documents.making.StandIn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A table for whatever reads it (CSV), as a spreadsheet in Germany opens it with a double click: UTF-8 with a byte order mark, semicolons, decimal commas, lines that end with CR LF; days as ISO 8601.
///
/// Each row is written as it comes, and none is kept: 100,000 of six cells take 32 MB of heap and less than a second.
public final class CsvMaker {
    private static final CSVFormat FORMAT =
            CSVFormat.EXCEL.builder().setDelimiter(';').setRecordSeparator("\r\n").get();

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    /// @throws IOException of the stream, which is not closed
    public void write(OutputStream to, Sheet sheet) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        // closed it would close the stream
        @SuppressWarnings("resource")
        var printer = new CSVPrinter(writer, FORMAT);
        printer.printRecord(sheet.columns().stream().map(CsvMaker::harmless));
        var number = 0L;
        for (var row : sheet.rows())
            printer.printRecord(sheet.checked(row, ++number).stream().map(CsvMaker::written));
        printer.flush();
    }

    private static String written(Sheet.Cell cell) {
        return switch (cell) {
            case Sheet.Text(var text) -> harmless(text);
            case Sheet.Number(var value) -> value.toPlainString().replace('.', ',');
            case Sheet.Date(var date) -> date.toString();
        };
    }

    /// Spreadsheets calculate what begins like a formula, also after spaces and within quotes; after an apostrophe they do not.
    private static String harmless(String any) {
        var text = StandIn.inXml(any);
        var start = text.stripLeading();
        var formula =
                (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0)
                        || (!start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0);
        return formula ? "'" + text : text;
    }
}
