package de.stadtforum.documents.making.office;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.documents.making.Phrase;
import de.stadtforum.documents.making.Samples;
import de.stadtforum.documents.making.SlideDeck;
import de.stadtforum.documents.making.SlideDeck.Slide;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.junit.jupiter.api.Test;

class SlideMakerTests {
    @Test
    void eachSlideHasItsTitleAndItsPoints() throws IOException {
        try (var show = open(Samples.slides())) {
            assertThat(show.getSlides())
                    .extracting(SlideMakerTests::title)
                    .startsWith("Halbzeit", "Stand", "Zeichen");
            assertThat(points(show.getSlides().get(1)))
                    .containsExactly("Drei Labs", "Siehe stadt.example");
            assertThat(points(show.getSlides().get(2)))
                    .containsExactly(Samples.GREEK, Samples.ARABIC, Samples.UNKNOWN, "a[U+0007]");
            assertThat(show.getProperties().getCoreProperties().getTitle()).isEqualTo("Halbzeit");
        }
    }

    @Test
    void everyLetterOfNamesIsRight() throws IOException {
        var deck = Samples.slides(new Slide("Namen", Phrase.each(Samples.NAMES)));
        try (var show = open(deck)) {
            assertThat(points(show.getSlides().get(1))).containsExactly(Samples.NAMES);
        }
    }

    @Test
    void whatDoesNotFitGoesOnWithTheNextSlide() throws IOException {
        var deck = Samples.slides(new Slide("Viel", Samples.points(25)));
        try (var show = open(deck)) {
            assertThat(show.getSlides())
                    .extracting(SlideMakerTests::title)
                    .containsExactly("Halbzeit", "Viel (1/3)", "Viel (2/3)", "Viel (3/3)");
            assertThat(show.getSlides().stream().skip(1).flatMap(each -> points(each).stream()))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 25)
                                    .mapToObj(each -> "Punkt " + each)
                                    .toList());
        }
    }

    @Test
    void arabicIsWrittenFromRightToLeft() throws IOException {
        try (var show = open(Samples.slides())) {
            var arabic = show.getSlides().get(2).getPlaceholder(1).getTextParagraphs().get(1);
            assertThat(arabic.getXmlObject().getPPr().getRtl()).isTrue();
        }
    }

    private static String title(XSLFSlide slide) {
        return slide.getPlaceholder(0).getText();
    }

    private static List<String> points(XSLFSlide slide) {
        return slide.getPlaceholder(1).getTextParagraphs().stream()
                .map(XSLFTextParagraph::getText)
                .toList();
    }

    private static XMLSlideShow open(SlideDeck deck) throws IOException {
        return new XMLSlideShow(new ByteArrayInputStream(new SlideMaker().of(deck)));
    }
}
