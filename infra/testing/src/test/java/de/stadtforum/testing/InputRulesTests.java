package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputRulesTests {
    @Retention(RetentionPolicy.RUNTIME)
    @interface PastDay {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Line {}

    sealed interface Green {
        record Close(@PastDay LocalDate on, @Line String reason, int number) implements Green {}

        record Name(@Pattern(regexp = "[a-z]+") String id) implements Green {}
    }

    sealed interface Red {
        record Close(LocalDate on) implements Red {}

        record Open(Instant at, String why) implements Red {}

        record Many(List<Part> parts) implements Red {}
    }

    record Part(String word) {}

    @Test
    void aCommandThatSaysWhatItTakesIsFine() {
        assertThat(InputRules.brokenIn(Green.class)).isEmpty();
    }

    @Test
    void eachFieldThatSaysNothingIsNamed() {
        assertThat(InputRules.brokenIn(Red.class))
                .containsExactlyInAnyOrder(
                        "InputRulesTests.Red.Close.on: neither past nor planned",
                        "InputRulesTests.Red.Open.at: neither past nor planned",
                        "InputRulesTests.Red.Open.why: neither text, line, id nor pattern",
                        "InputRulesTests.Part.word: neither text, line, id nor pattern");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:replace=\"~{a :: b}\" th:if=\"${c}\">x</p>",
                "<p th:text=\"${T(String).valueOf(a)}\">x</p>"
            })
    void aTemplateThatOnlyLooksRightIsNamed(String template) {
        var broken = new LinkedHashSet<String>();
        TemplateRules.check("red.html", template, broken);
        assertThat(broken).hasSize(1);
    }

    @Test
    void aTemplateMayAskOutsideOfWhatItReplaces() {
        var broken = new LinkedHashSet<String>();
        TemplateRules.check(
                "green.html",
                "<th:block th:if=\"${c}\"><p th:replace=\"~{a :: b(${T(java.lang.String)})}\">x</p></th:block>",
                broken);
        assertThat(broken).isEmpty();
    }
}
