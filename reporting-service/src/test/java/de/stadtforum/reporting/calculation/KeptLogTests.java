package de.stadtforum.reporting.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.city.City;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.reporting.ReportFact.ReportReleased;
import de.stadtforum.reporting.calculation.v1.Histories;
import de.stadtforum.reporting.entries.LogFile;
import de.stadtforum.reporting.entries.Told;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.figures.Proof;
import de.stadtforum.reporting.labs.Districts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reports that were released with each version of the calculation, proven from a log that is kept as a file.
class KeptLogTests {
    private static final List<LogFile.Told> LOG = LogFile.demoYear();
    private static final Districts DISTRICTS = Districts.of(City.shipped());

    /// A report as it was told, and the log up to it.
    record Released(ReportReleased report, List<LogFile.Told> log) {
        Period half() {
            return Period.of(report.halfYear()).orElseThrow();
        }

        @Override
        public String toString() {
            return report.halfYear();
        }
    }

    static Stream<Released> released() {
        var released = new ArrayList<Released>();
        for (var i = 0; i < LOG.size(); i++)
            if (LOG.get(i).fact() instanceof ReportReleased report)
                released.add(new Released(report, LOG.subList(0, i)));
        assertThat(released).hasSize(2);
        return released.stream();
    }

    private static Figures third(List<LogFile.Told> log, Period half) {
        var histories = new Histories();
        log.forEach(each -> histories.take(each.subject(), each.fact()));
        return new de.stadtforum.reporting.calculation.v1.Calculation(
                        histories.world(), half, half.until(), DISTRICTS, 3)
                .figures();
    }

    private static Figures fourth(List<LogFile.Told> log, Period half) {
        var told = new Told();
        log.forEach(each -> told.at(each.time()).told(each.subject(), each.fact()));
        return new Calculation(
                        told.known(),
                        half,
                        half.until(),
                        DISTRICTS,
                        "Gremium, dessen Name noch nicht bekannt ist")
                .figures();
    }

    @ParameterizedTest
    @MethodSource("released")
    void theThirdVersionGivesTheHashThatWasReleased(Released released) {
        assertThat(Proof.of(third(released.log, released.half())).hash())
                .isEqualTo(released.report.hash());
    }

    @ParameterizedTest
    @MethodSource("released")
    void theFourthCountsTheSameFromDatedEntries(Released released) {
        assertThat(withoutVersion(fourth(released.log, released.half())))
                .isEqualTo(withoutVersion(third(released.log, released.half())));
    }

    /// At any point of the log, also amid corrections.
    @Test
    void bothAgreeAtEveryPointOfTheLog() {
        for (var end = 40; end < LOG.size(); end += 40)
            for (var half : List.of(Period.halfYear(2024, 1), Period.halfYear(2024, 2)))
                assertThat(withoutVersion(fourth(LOG.subList(0, end), half)))
                        .as("first %d facts, %s", end, half)
                        .isEqualTo(withoutVersion(third(LOG.subList(0, end), half)));
    }

    /// Aggregates are told in their own order, but come in any order among each other.
    @ParameterizedTest
    @MethodSource("released")
    void theOrderAmongAggregatesIsNothing(Released released) {
        var expected = Proof.of(fourth(released.log, released.half())).hash();
        for (var seed = 0; seed < 20; seed++)
            assertThat(Proof.of(fourth(shuffled(released.log, seed), released.half())).hash())
                    .isEqualTo(expected);
    }

    private static List<LogFile.Told> shuffled(List<LogFile.Told> log, long seed) {
        var byAggregate = new LinkedHashMap<String, List<LogFile.Told>>();
        log.forEach(each ->
                byAggregate
                        .computeIfAbsent(
                                each.fact().getClass().getEnclosingClass() + each.subject(),
                                _ -> new ArrayList<>())
                        .add(each));
        var turns = new ArrayList<String>();
        byAggregate.forEach((key, facts) -> facts.forEach(_ -> turns.add(key)));
        Collections.shuffle(turns, new Random(seed));
        var next = new LinkedHashMap<String, Integer>();
        return turns.stream()
                .map(key -> byAggregate.get(key).get(next.merge(key, 1, Integer::sum) - 1))
                .toList();
    }

    private static JsonNode withoutVersion(Figures figures) {
        ObjectNode json = FactMapper.create().valueToTree(figures);
        json.remove("calculation");
        return json;
    }
}
