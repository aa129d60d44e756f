package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTests {
    private static final JavaClasses GREEN = classes("de.stadtforum.testing.green");

    private static JavaClasses classes(String... packages) {
        return new ClassFileImporter().importPackages(packages);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "plain domain",
                        HouseRules::plainDomain,
                        "testing.red.voting",
                        List.of("HttpStatus")),
                rule(
                        "ordered collections",
                        HouseRules::orderedCollections,
                        "testing.red.voting",
                        List.of("Set.copyOf", "Map.of", "Collectors.toSet")),
                rule(
                        "rights",
                        _ -> HouseRules.rights(),
                        "testing.red.voting",
                        List.of("VoteController.cast()")),
                rule(
                        "forms",
                        _ -> HouseRules.forms(),
                        "testing.red.forms",
                        List.of("VoteForms.cast()")),
                rule(
                        "clock",
                        _ -> HouseRules.clock(),
                        "testing.red.clock",
                        List.of(
                                "Deadline.over()",
                                "Deadline.day()",
                                "Deadline.millis()",
                                "Deadline.later()")),
                rule(
                        "packages",
                        _ -> HouseRules.packages(),
                        "testing.red.controller",
                        List.of("red.controller.Vote")),
                rule(
                        "names",
                        _ -> HouseRules.names(),
                        "testing.red.managers",
                        List.of(
                                "red.managers.VoteManager>",
                                "$VoteDto",
                                "$VoteManagerImpl",
                                "$BaseVote",
                                "$StringUtils")),
                rule(
                        "null-marked packages",
                        _ -> HouseRules.nullMarked(),
                        "testing.red.unmarked",
                        List.of("unmarked.Vote")),
                rule(
                        "no circles between packages",
                        _ -> HouseRules.noCycles(),
                        "testing.red.circle",
                        List.of("circle.votes", "circle.seats")),
                rule(
                        "independence",
                        _ -> HouseRules.independence(),
                        "session.red",
                        List.of("membership.red.Seat")));
    }

    private static Arguments rule(
            String name,
            Function<JavaClasses, ArchRule> rule,
            String fixture,
            List<String> complaints) {
        return Arguments.argumentSet(name, rule, "de.stadtforum." + fixture, complaints);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void seesItsFixtureRed(
            Function<JavaClasses, ArchRule> rule, String fixture, List<String> complaints) {
        var red = classes(fixture);

        var result = rule.apply(red).evaluate(red);

        assertThat(result.hasViolation()).isTrue();
        assertThat(String.join("\n", result.getFailureReport().getDetails())).contains(complaints);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void leavesGoodCodeAlone(
            Function<JavaClasses, ArchRule> rule, String fixture, List<String> complaints) {
        assertThat(
                        rule.apply(GREEN)
                                .allowEmptyShould(true)
                                .evaluate(GREEN)
                                .getFailureReport()
                                .getDetails())
                .isEmpty();
    }

    @Test
    void refusesToCheckNothing() {
        assertThatThrownBy(() -> HouseRules.check("de.stadtforum.nowhere"))
                .hasMessageContaining("nothing was checked");
    }
}
