package de.stadtforum.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.documents.making.pdf.PdfMaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables of a report on paper, with the report's own style.
class ReportPdfTests {
    private static final String STYLE = style();

    /// @param least rows, a few less than a page takes
    @ParameterizedTest
    @CsvSource({"1, 24", "2, 14", "3, 9"})
    void noPageHasASingleRowOfALongerTable(int linesOfARow, int least) throws IOException {
        for (var rows = least; rows < least + 8; rows++)
            assertThat(rowsByPage(rows, linesOfARow))
                    .as("%d rows of %d lines", rows, linesOfARow)
                    .doesNotContain(1L);
    }

    /// The rows on each page that has some.
    private static List<Long> rowsByPage(int rows, int linesOfARow) throws IOException {
        var counts = new ArrayList<Long>();
        try (var paper = Loader.loadPDF(new PdfMaker().ofPage(page(rows, linesOfARow)))) {
            for (var number = 1; number <= paper.getNumberOfPages(); number++) {
                var text = new PDFTextStripper();
                text.setStartPage(number);
                text.setEndPage(number);
                var count =
                        text.getText(paper)
                                .lines()
                                .filter(line -> line.startsWith("Zeile "))
                                .count();
                if (count > 0) counts.add(count);
            }
        }
        return counts;
    }

    private static String page(int rows, int linesOfARow) {
        var row = "<br/>und mehr".repeat(linesOfARow - 1);
        return """
        <html lang="de" xml:lang="de" xmlns="http://www.w3.org/1999/xhtml"><head><title>Zeilen</title>
        <meta name="description" content="x"/><meta name="author" content="x"/><meta name="subject" content="x"/>
        %s</head><body><h1>Zeilen</h1><h2>Alle</h2><table><caption>Alle</caption><thead><tr><th scope="col">Was</th></tr></thead><tbody>%s</tbody></table><h2>Danach</h2><p>Ein Satz.</p></body></html>
        """
                .formatted(
                        STYLE,
                        IntStream.range(0, rows)
                                .mapToObj(number -> "<tr><td>Zeile " + number + row + "</td></tr>")
                                .collect(Collectors.joining()));
    }

    private static String style() {
        try (var template =
                Objects.requireNonNull(
                        ReportPdfTests.class.getResourceAsStream("/templates/reports/pdf.html"))) {
            var html = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            return html.substring(
                    html.indexOf("<style>"), html.indexOf("</style>") + "</style>".length());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
