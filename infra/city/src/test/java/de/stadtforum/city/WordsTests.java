package de.stadtforum.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTests {
    private final Words words =
            new Words(
                    Map.of(
                            "term.assembly.the", "der Beirat",
                            "rules.lead", "Die Regeln des Beirats.",
                            "only.here", "Nur hier."),
                    Map.of("term.assembly.the", "the council"));

    @Test
    void aSentenceTakesInTheTermsAndBeginsWithACapital() {
        assertThat(
                        words.fill(
                                "${^assembly.the} tagt, denn ${assembly.the} tagt {0}.",
                                Locale.GERMAN))
                .isEqualTo("Der Beirat tagt, denn der Beirat tagt {0}.");
        assertThat(words.fill("${^assembly.the} meets.", Locale.ENGLISH))
                .isEqualTo("The council meets.");
        assertThatThrownBy(() -> words.fill("${nobody}", Locale.GERMAN))
                .hasMessageContaining("term.nobody");
    }

    @Test
    void theCitysOwnSentenceComesFirstInItsLanguage() {
        assertThat(words.instead("rules.lead", "Die Regeln.", Locale.GERMAN))
                .isEqualTo("Die Regeln des Beirats.");
        assertThat(words.instead("rules.lead", "The rules.", Locale.ENGLISH))
                .isEqualTo("The rules.");
        assertThat(words.instead("only.here", null, Locale.ENGLISH)).isEqualTo("Nur hier.");
        assertThat(words.instead("nothing", null, Locale.GERMAN)).isNull();
    }
}
