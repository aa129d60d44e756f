package de.stadtforum.documents.making.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import de.stadtforum.documents.making.TextDocument;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.w3c.dom.Document;

/// Paper for everyone (PDF/UA-1) and for good (PDF/A-2a), in DejaVu Sans: Latin, Greek, Cyrillic, Arabic, Hebrew and many signs. What it has no sign for stands there by its number.
///
/// The whole document is in memory while it is made, and so is the file: a table of 1,000 rows takes 128 MB of heap, one of 10,000 takes 384 MB and 20 s. 100,000 rows belong in a sheet.
public final class PdfMaker {
    /// The only font; a page's style names it.
    static final String FONT = "DejaVu Sans";

    /// @return the file
    public byte[] of(TextDocument text) {
        return file(PdfPage.of(text));
    }

    /// A page that has a template and a style of its own. Language, title, `description`, `author` and `subject` in its head become those of the file; bookmarks are those that its head lists.
    ///
    /// @param xhtml well-formed, or it is an `IllegalArgumentException`; its font is DejaVu Sans, and pictures are within it (`data:`): nothing is fetched
    /// @return the file
    public byte[] ofPage(String xhtml) {
        return file(PdfPage.parsed(xhtml));
    }

    private static byte[] file(Document page) {
        PdfSigns.showAll(page);
        SoundStructure.mend(page);
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(() -> PdfSigns.font(PdfSigns.PLAIN), FONT, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> PdfSigns.font(PdfSigns.BOLD), FONT, 700, FontStyle.NORMAL, true);
        builder.useUnicodeBidiSplitter(RightToLeft::new);
        builder.useUnicodeBidiReorderer(new RightToLeft.Letters());
        builder.useExternalResourceAccessControl(
                (address, _) -> address.startsWith("data:"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withW3cDocument(page, null);
        builder.withProducer("Stadtforum");
        try (var renderer = builder.buildPdfRenderer();
                var paper = renderer.createPDFKeepOpen()) {
            RepeatedHeads.readOnce(paper);
            paper.save(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }
}
