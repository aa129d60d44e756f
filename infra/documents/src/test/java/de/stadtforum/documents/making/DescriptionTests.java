package de.stadtforum.documents.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.stadtforum.documents.making.Block.Column;
import de.stadtforum.documents.making.Block.Heading;
import de.stadtforum.documents.making.Block.Picture;
import de.stadtforum.documents.making.Block.Table;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What no document can be made of is refused where it is described.
class DescriptionTests {
    @ParameterizedTest
    @CsvSource({"1, 3", "2, 2", "0, 1", "1, 5"})
    void noLevelOfHeadingsIsLeftOut(int first, int second) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TextDocument(
                                "T",
                                Locale.GERMAN,
                                "s",
                                "o",
                                List.of(new Heading(first, "A"), new Heading(second, "B"))));
    }

    @Test
    void aRowHasACellForEveryColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Table(
                                "Zahlen",
                                List.of(Column.of("A"), Column.of("B")),
                                false,
                                List.of(Phrase.each("x"))))
                .withMessage("Zahlen: a row of 1 cells for 2 columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "x"})
    void aDocumentLinksToNothingThatRuns(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Phrase.Link("hier", URI.create(address)));
    }

    @Test
    void aPictureIsDescribed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Picture(Samples.picture(), " "));
    }

    @Test
    void aRunOfSignsHasOneStandIn() {
        assertThat(StandIn.in("a😀🥳b😀", point -> point < 128))
                .isEqualTo("a[U+1F600 U+1F973]b[U+1F600]");
    }
}
