package de.stadtforum.documents.making.pdf;

import java.io.IOException;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/// The head of a table is printed on each of its pages and read aloud once: the renderer tags it each time, so that a program would say every column's name as often as there are pages, at every cell. From the second on they are what page numbers are (PDF/UA-1, 7.1: pagination artifacts).
final class RepeatedHeads {
    /// By page, the numbers of what is repeated on it.
    private final Map<COSDictionary, BitSet> repeated = new IdentityHashMap<>();

    private RepeatedHeads() {}

    static void readOnce(PDDocument paper) throws IOException {
        var root = paper.getDocumentCatalog().getStructureTreeRoot();
        var heads = new RepeatedHeads();
        heads.find(root, false);
        if (heads.repeated.isEmpty()) return;
        for (var page : paper.getPages()) {
            var numbers = heads.repeated.get(page.getCOSObject());
            if (numbers == null) continue;
            retag(paper, page, numbers);
            forget(root, page, numbers);
        }
    }

    private void find(PDStructureNode node, boolean head) {
        for (var kid : node.getKids())
            switch (kid) {
                case PDStructureElement inner ->
                        find(inner, head || "THead".equals(inner.getStructureType()));
                // what is on the page of its element itself is a number alone
                case PDMarkedContentReference other
                        when head && node instanceof PDStructureElement cell -> {
                    cell.removeKid(other);
                    repeated.computeIfAbsent(other.getPage().getCOSObject(), _ -> new BitSet())
                            .set(other.getMCID());
                }
                default -> {}
            }
    }

    private static void retag(PDDocument paper, PDPage page, BitSet numbers) throws IOException {
        var tokens = new PDFStreamParser(page).parse();
        for (var at = 2; at < tokens.size(); at++)
            if (tokens.get(at) instanceof Operator operator
                    && operator.getName().equals(OperatorName.BEGIN_MARKED_CONTENT_SEQ)
                    && tokens.get(at - 1) instanceof COSDictionary properties
                    && properties.getInt(COSName.MCID) >= 0
                    && numbers.get(properties.getInt(COSName.MCID))) {
                properties.clear();
                properties.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
                tokens.set(at - 2, COSName.ARTIFACT);
            }
        var content = new PDStream(paper);
        try (var stream = content.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(stream).writeTokens(tokens);
        }
        page.setContents(content);
    }

    /// The way back from what stands on a page to its element.
    private static void forget(PDStructureTreeRoot root, PDPage page, BitSet numbers)
            throws IOException {
        var ways =
                Objects.requireNonNull(Objects.requireNonNull(root.getParentTree()).getNumbers());
        var way = Objects.requireNonNull(ways.get(page.getStructParents()));
        var elements = (COSArray) way.getCOSObject();
        numbers.stream().forEach(number -> elements.set(number, COSNull.NULL));
    }
}
