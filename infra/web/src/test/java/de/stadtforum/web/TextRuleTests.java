package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.web.TextRule.Fault;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTests {
    private static final int MAX = 2_000;

    @Test
    void countsWhatAPersonTypes() {
        // P1, B20
        assertThat(TextRule.broken("\ud83d\ude00".repeat(MAX), MAX, true)).isEmpty();
        assertThat(TextRule.broken("\ud83d\ude00".repeat(MAX + 1), MAX, true)).contains(Fault.LONG);
        assertThat(TextRule.broken("a\r\n".repeat(MAX / 2), MAX, true)).isEmpty();
        assertThat(TextRule.length("a\u0308")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t",
                "\u200b\u200b",
                "\u00a0",
                "\u00ad",
                "\ufeff",
                "\u200e\u200f",
                "\u2060",
                "\u3164",
                "\u115f",
                "\u2800",
                "\ufe0f",
                "\u0301",
                "\u180e"
            })
    void whatCannotBeSeenIsEmpty(String text) {
        // P2
        assertThat(TextRule.broken(text, MAX, true)).contains(Fault.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\ud83d",
                "\ude00x",
                "x\ufffe",
                "x\uffff",
                "x\ufdd0",
                "x\u0000",
                "x\u0008",
                "x\u0085",
                "x\ud83f\udffe"
            })
    void signsThatAreNoneAreRefused(String text) {
        // P3
        assertThat(TextRule.broken(text, MAX, true)).contains(Fault.SIGNS);
    }

    @Test
    void aLineHasNoBreak() {
        for (var text : Stream.of("a\nb", "a\r\nb", "a\tb", "a\u2028b", "a\u2029b").toList()) {
            assertThat(TextRule.broken(text, MAX, false)).contains(Fault.LINES);
            assertThat(TextRule.broken(text, MAX, true)).isEmpty();
        }
    }

    @Test
    void namesAndScriptsOfTheWorldAreTexts() {
        for (var text :
                Stream.of(
                                "\u0141ukasz \u015eahin",
                                "\u0645\u0631\u062d\u0628\u0627",
                                "\u2611 \u2713",
                                "1",
                                "?")
                        .toList()) assertThat(TextRule.broken(text, MAX, false)).isEmpty();
    }
}
