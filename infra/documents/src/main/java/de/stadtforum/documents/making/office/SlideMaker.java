package de.stadtforum.documents.making.office;

import de.stadtforum.documents.making.Phrase;
import de.stadtforum.documents.making.SlideDeck;
import de.stadtforum.documents.making.SlideDeck.Slide;
import de.stadtforum.documents.making.StandIn;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/// Slides to speak to (PPTX), 16 to 9. What does not fit goes on with the next slide: nothing is made smaller or left out.
///
/// All slides are in memory while they are made.
public final class SlideMaker {
    /// Lines of a slide at 24 points, and how many signs one takes.
    private static final int LINES = 10;

    private static final int SIGNS = 60;

    /// In points.
    private static final Dimension SIZE = new Dimension(960, 540);

    private static final Rectangle TITLE = new Rectangle(48, 30, 864, 80);
    private static final Rectangle POINTS = new Rectangle(48, 120, 864, 380);

    /// @return the file
    public byte[] of(SlideDeck deck) {
        try (var show = new XMLSlideShow();
                var bytes = new ByteArrayOutputStream()) {
            show.setPageSize(SIZE);
            var file = show.getProperties().getCoreProperties();
            file.setTitle(StandIn.inXml(deck.title()));
            file.setCreator(StandIn.inXml(deck.organisation()));
            var language = deck.language().toLanguageTag();
            file.getUnderlyingProperties().setLanguageProperty(language);
            var first = slide(show, SlideLayout.TITLE);
            first.getPlaceholder(0).setAnchor(new Rectangle(48, 160, 864, 120));
            first.getPlaceholder(1).setAnchor(new Rectangle(48, 300, 864, 80));
            write(first.getPlaceholder(0), Phrase.of(deck.title()), language);
            write(first.getPlaceholder(1), Phrase.of(deck.organisation()), language);
            for (var each : deck.slides()) add(show, each, language);
            show.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void add(XMLSlideShow show, Slide described, String language) {
        var parts = parts(described.points());
        for (var number = 1; number <= parts.size(); number++) {
            var slide = slide(show, SlideLayout.TITLE_AND_CONTENT);
            var title = slide.getPlaceholder(0);
            title.setAnchor(TITLE);
            var of = parts.size() == 1 ? "" : " (%d/%d)".formatted(number, parts.size());
            write(title, Phrase.of(described.title() + of), language);
            for (var run : title.getTextParagraphs().getFirst().getTextRuns()) run.setFontSize(32.);
            var points = slide.getPlaceholder(1);
            points.setAnchor(POINTS);
            points.clearText();
            for (var point : parts.get(number - 1)) {
                var paragraph = points.addNewTextParagraph();
                fill(paragraph, point, language);
                for (var run : paragraph.getTextRuns()) run.setFontSize(24.);
            }
        }
    }

    private static XSLFSlide slide(XMLSlideShow show, SlideLayout layout) {
        var master = show.getSlideMasters().getFirst();
        return show.createSlide(master.getLayout(layout));
    }

    /// Points by slide; a slide without points has a part without.
    private static List<List<Phrase>> parts(List<Phrase> points) {
        var parts = new ArrayList<List<Phrase>>();
        parts.add(new ArrayList<>());
        var lines = 0;
        for (var point : points) {
            var taken = lines(point.text());
            if (lines > 0 && lines + taken > LINES) {
                parts.add(new ArrayList<>());
                lines = 0;
            }
            parts.getLast().add(point);
            lines += taken;
        }
        return parts;
    }

    private static int lines(String text) {
        return Math.max(1, text.lines().mapToInt(line -> 1 + line.length() / SIGNS).sum());
    }

    private static void write(XSLFTextShape shape, Phrase phrase, String language) {
        shape.clearText();
        fill(shape.addNewTextParagraph(), phrase, language);
    }

    private static void fill(XSLFTextParagraph paragraph, Phrase phrase, String language) {
        if (phrase.rightToLeft()) {
            var xml = paragraph.getXmlObject();
            (xml.isSetPPr() ? xml.getPPr() : xml.addNewPPr()).setRtl(true);
        }
        for (var part : phrase.parts()) {
            var first = true;
            for (var line : StandIn.inXml(part.text()).lines().toList()) {
                if (!first) paragraph.addLineBreak();
                first = false;
                var run = paragraph.addNewTextRun();
                run.setText(line);
                speak(run, language);
                switch (part) {
                    case Phrase.Plain _ -> {}
                    case Phrase.Strong _ -> run.setBold(true);
                    case Phrase.Link link ->
                            run.createHyperlink().setAddress(link.address().toASCIIString());
                }
            }
        }
    }

    private static void speak(XSLFTextRun run, String language) {
        run.getRPr(true).setLang(language);
    }
}
