package de.stadtforum.documents.making.pdf;

import de.stadtforum.documents.making.StandIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/// Which signs the font has. The renderer leaves out what it has none for, and that would change what somebody wrote.
final class PdfSigns {
    static final String PLAIN = "DejaVuSans.ttf";
    static final String BOLD = "DejaVuSans-Bold.ttf";

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    /// Code points that both weights have: 5,000 and some, read once.
    private static final BitSet KNOWN = known();

    private PdfSigns() {}

    /// Writes stand-ins into the page: into texts for what the font lacks, into the rest for what the file's description of itself (XML) has no place for.
    static void showAll(Document page) {
        page.normalize();
        show(page.getDocumentElement());
    }

    private static void show(Element element) {
        var attributes = element.getAttributes();
        for (var number = 0; number < attributes.getLength(); number++) {
            var attribute = attributes.item(number);
            attribute.setNodeValue(StandIn.inXml(attribute.getNodeValue()));
        }
        // a title is shown by the reader's program, in fonts of its own
        var printed = !"title".equals(element.getLocalName());
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element inner) show(inner);
            else if (node instanceof Text text)
                text.setData(printed ? shown(text.getData()) : StandIn.inXml(text.getData()));
    }

    /// Composed (NFC): an accent of its own would stand beside its letter.
    static String shown(String text) {
        return StandIn.in(Normalizer.normalize(text, Normalizer.Form.NFC), PdfSigns::isShown);
    }

    private static boolean isShown(int point) {
        if (point == '\n' || point == '\r' || point == '\t') return true;
        // these make text read otherwise than it is written
        if (point >= 0x202A && point <= 0x202E) return false;
        // joiners, soft hyphens, marks of direction: nobody sees them anyway
        if (Character.getType(point) == Character.FORMAT && Character.isBmpCodePoint(point))
            return true;
        if (isVariation(point)) return true;
        return KNOWN.get(point) && !Character.isISOControl(point);
    }

    /// Chooses the look of the sign before it.
    private static boolean isVariation(int point) {
        return point >= 0xFE00 && point <= 0xFE0F;
    }

    private static BitSet known() {
        var known = of(PLAIN);
        known.and(of(BOLD));
        return known;
    }

    private static BitSet of(String name) {
        try (var file = font(name);
                var font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            var glyphs = font.getUnicodeCmapLookup();
            var points = new BitSet();
            for (var point = 0; point <= Character.MAX_CODE_POINT; point++)
                if (glyphs.getGlyphId(point) > 0) points.set(point);
            return points;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static InputStream font(String name) {
        var file = PdfSigns.class.getResourceAsStream(FONTS + name);
        if (file == null) throw new IllegalStateException("the font " + name + " is missing");
        return file;
    }
}
