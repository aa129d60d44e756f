package de.stadtforum.documents.making.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/// A paper as a program reads it aloud: along its tags, headings and cells announced.
final class ReadAloud {
    private final Map<PDPage, Map<Integer, String>> texts = new HashMap<>();
    private final StringBuilder said = new StringBuilder();

    private ReadAloud() {}

    static String of(PDDocument paper) throws IOException {
        var reading = new ReadAloud();
        for (var page : paper.getPages()) {
            var extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            var texts = new HashMap<Integer, String>();
            for (var content : extractor.getMarkedContents()) collect(content, texts);
            reading.texts.put(page, texts);
        }
        reading.read(paper.getDocumentCatalog().getStructureTreeRoot(), null);
        return reading.said.toString();
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> texts) {
        texts.put(
                content.getMCID(),
                content.getContents().stream()
                        .filter(TextPosition.class::isInstance)
                        .map(each -> ((TextPosition) each).getUnicode())
                        .collect(Collectors.joining()));
        for (var inner : content.getContents())
            if (inner instanceof PDMarkedContent marked) collect(marked, texts);
    }

    private void read(PDStructureNode node, PDPage above) {
        var page = above;
        if (node instanceof PDStructureElement element) {
            if (element.getPage() != null) page = element.getPage();
            announce(element);
        }
        for (var kid : node.getKids())
            switch (kid) {
                case PDStructureNode inner -> read(inner, page);
                case Integer number -> said.append(textOf(page, number));
                case PDMarkedContentReference content ->
                        said.append(
                                textOf(
                                        content.getPage() == null ? page : content.getPage(),
                                        content.getMCID()));
                default -> {}
            }
    }

    private void announce(PDStructureElement element) {
        var type = element.getStructureType();
        if (type.equals("Figure"))
            said.append("[Figure: ").append(element.getAlternateDescription()).append("]");
        else if (type.equals("TH")) said.append("[TH ").append(scope(element)).append("]");
        else if (type.equals("TD") || type.matches("H[1-6]"))
            said.append("[").append(type).append("]");
    }

    private static String scope(PDStructureElement header) {
        var attributes = header.getAttributes();
        for (var number = 0; number < attributes.size(); number++)
            if (attributes.getObject(number) instanceof PDTableAttributeObject table)
                return table.getScope();
        return "";
    }

    private String textOf(PDPage page, int number) {
        return texts.entrySet().stream()
                .filter(each -> each.getKey().getCOSObject() == page.getCOSObject())
                .map(each -> each.getValue().getOrDefault(number, ""))
                .findFirst()
                .orElse("");
    }
}
