package de.stadtforum.reporting.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.city.City;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.lab.LabFact.LabHeld;
import de.stadtforum.contracts.lab.LabFact.PartnerInvolved;
import de.stadtforum.contracts.lab.LabFact.QuestionAnswered;
import de.stadtforum.contracts.lab.LabFact.ResultReported;
import de.stadtforum.contracts.membership.BodyFact.ChairAssigned;
import de.stadtforum.contracts.membership.BodyFact.SeatsApportioned;
import de.stadtforum.contracts.membership.BodyFact.SecretariatAssigned;
import de.stadtforum.contracts.reporting.FinalReportFact.FinalReportPresented;
import de.stadtforum.contracts.reporting.ReportFact.ReportDelivered;
import de.stadtforum.contracts.session.FieldFact.FieldShaped;
import de.stadtforum.contracts.session.GroupFact.FieldAssigned;
import de.stadtforum.contracts.session.MeetingFact.MeetingClosed;
import de.stadtforum.contracts.session.QuestionFact.StatementGiven;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationMade;
import de.stadtforum.contracts.session.RulesFact.RulesAdopted;
import de.stadtforum.contracts.session.TopicFact.TopicPostponed;
import de.stadtforum.reporting.entries.LogFile;
import de.stadtforum.reporting.entries.Told;
import de.stadtforum.reporting.labs.Districts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The forty lights of the demo year, and what turns when one fact of it had not been told.
class DemoYearTests {
    private static final LocalDate LAST = LocalDate.parse("2025-02-18");
    private static final List<LogFile.Told> LOG = LogFile.demoYear();
    private static final Ledger LEDGER = ledger();
    private static final Map<String, Light> LIGHTS = lights(states(_ -> true));

    private static Ledger ledger() {
        return Ledger.of(
                LedgerConfiguration.file(City.shipped()),
                Measures.all(Districts.of(City.shipped())),
                new LedgerConfiguration().words(City.shipped()));
    }

    private static List<State> states(Predicate<LogFile.Told> which) {
        var told = new Told();
        LOG.stream()
                .filter(which)
                .forEach(each -> told.at(each.time()).told(each.subject(), each.fact()));
        return LEDGER.on(LAST, told.known());
    }

    private static Map<String, Light> lights(List<State> states) {
        var lights = new TreeMap<String, Light>();
        states.forEach(each -> lights.put(each.obligation().id(), each.light()));
        return lights;
    }

    /// The table in the README; `-Dlights.write=true` writes it anew.
    @Test
    void theTableOfTheReadmeIsWhatTheDemoYearGives() throws IOException {
        var table =
                new StringBuilder(
                        "| sentence | light | measure | evidence | what it says |\n|---|---|---|---|---|\n");
        var file = LedgerConfiguration.file(City.shipped()).lines();
        for (var state : states(_ -> true)) {
            var line =
                    file.stream()
                            .filter(each -> each.id().equals(state.obligation().id()))
                            .findFirst()
                            .orElseThrow();
            table.append(
                    "| %s | %s | `%s`%s | %s | %s |\n"
                            .formatted(
                                    line.id(),
                                    state.light(),
                                    line.measure(),
                                    line.with() == null ? "" : " " + new TreeMap<>(line.with()),
                                    state.evidence().isEmpty()
                                            ? "–"
                                            : state.evidence().size()
                                                    + ": "
                                                    + state.evidence().getFirst().label(),
                                    state.note()));
        }
        var readme = Path.of("lights.md");
        if (Boolean.getBoolean("lights.write")) Files.writeString(readme, HEAD + table);
        assertThat(Files.readString(readme)).isEqualTo(HEAD + table);
    }

    private static final String HEAD =
            """
            # The forty lights of the demo year

            As they stand on 18 February 2025, with the measure that gives each, its parameters, how much evidence there is and the first of it.
            `DemoYearTests` keeps this table true (`-Dlights.write=true` writes it).

            """;

    /// @param without the facts that were not told
    /// @param turns what each of the lights becomes that turn; no other turns
    record Row(String name, Predicate<LogFile.Told> without, Map<String, Light> turns) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Row row(Class<? extends Fact> fact, Object... turns) {
        return row(fact.getSimpleName(), each -> fact.isInstance(each.fact()), turns);
    }

    private static Row row(String name, Predicate<LogFile.Told> without, Object... turns) {
        var expected = new TreeMap<String, Light>();
        for (var i = 0; i < turns.length; i += 2)
            expected.put((String) turns[i], (Light) turns[i + 1]);
        return new Row(name, without, expected);
    }

    private static Predicate<LogFile.Told> of(String subject, Class<? extends Fact> fact) {
        return each -> each.subject().equals(subject) && fact.isInstance(each.fact());
    }

    static Stream<Row> rows() {
        return Stream.of(
                row(ChairAssigned.class, "3.14", Light.NOT_YET_DUE),
                row(SecretariatAssigned.class, "3.15", Light.NOT_YET_DUE),
                row(SeatsApportioned.class, "3.12", Light.NOT_YET_DUE),
                row(StatementGiven.class, "3.5", Light.AT_RISK),
                row(FieldShaped.class, "3.4", Light.ON_COURSE),
                row(TopicPostponed.class),
                row(QuestionAnswered.class, "5.1", Light.AT_RISK),
                row(RulesAdopted.class, "3.18", Light.NOT_YET_DUE),
                row(RecommendationMade.class, "3.2", Light.NOT_YET_DUE),
                row(FieldAssigned.class, "4.3", Light.AT_RISK),
                row(FinalReportPresented.class, "1.1", Light.NOT_YET_DUE),
                row(ReportDelivered.class, "6.1", Light.MISSED),
                row(ResultReported.class),
                row(PartnerInvolved.class),
                row(
                        "the third meeting of the assembly was not closed",
                        of("vv-2024-3", MeetingClosed.class),
                        "3.19",
                        Light.MISSED),
                row("the lab in Huckarde was not held", of("lab-huckarde-2024", LabHeld.class)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void oneFactLessTurnsExactlyTheLightsThatItShould(Row row) {
        var turned = new TreeMap<String, Light>();
        lights(states(row.without.negate()))
                .forEach((id, light) -> {
                    if (LIGHTS.get(id) != light) turned.put(id, light);
                });
        assertThat(turned).isEqualTo(row.turns);
    }
}
