package de.stadtforum.reporting.calculation.v1;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.lab.ContributionFact.ContributionAssessed;
import de.stadtforum.contracts.lab.ContributionFact.ContributionPublished;
import de.stadtforum.contracts.lab.ContributionFact.ContributionReceived;
import de.stadtforum.contracts.lab.LabFact.LabHeld;
import de.stadtforum.contracts.lab.LabFact.LabPlanned;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.session.MeetingFact.AttendanceRecorded;
import de.stadtforum.contracts.session.MeetingFact.MeetingClosed;
import de.stadtforum.contracts.session.MeetingFact.MeetingOpened;
import de.stadtforum.contracts.session.MeetingFact.MeetingPlanned;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.RecommendationFact.Answer;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationAnswered;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationMade;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.figures.Proof;
import de.stadtforum.reporting.labs.Districts;
import de.stadtforum.reporting.sessions.Recommendations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculationTests {
    private static final Period H1 = Period.halfYear(2024, 1);
    private static final Period H2 = Period.halfYear(2024, 2);

    private final TreeMap<String, BodyHistory> bodies = new TreeMap<>();
    private final TreeMap<String, MeetingHistory> meetings = new TreeMap<>();
    private final TreeMap<String, RecommendationHistory> recommendations = new TreeMap<>();
    private final TreeMap<String, LabHistory> labs = new TreeMap<>();
    private final TreeMap<String, ContributionHistory> contributions = new TreeMap<>();

    private Figures figures(Period period) {
        return figures(period, Calculation.LAST);
    }

    private Figures figures(Period period, int version) {
        return figures(period, period.until(), version);
    }

    private Figures figures(Period period, LocalDate asOf, int version) {
        var world =
                new World(
                        bodies,
                        meetings,
                        new TreeMap<>(),
                        new TreeMap<>(),
                        recommendations,
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        labs,
                        byLab(),
                        new TreeMap<>());
        var districts =
                new Districts(
                        day("2024-12-31"),
                        new TreeMap<>(Map.of("eving", "Eving", "hoerde", "Hörde")),
                        new TreeMap<>(Map.of("eving", true, "hoerde", false)));
        return new Calculation(world, period, asOf, districts, version).figures();
    }

    private TreeMap<String, LabContributions> byLab() {
        var rolling = LabContributions.BY_LAB;
        var byLab =
                contributions.values().stream()
                        .collect(groupingBy(rolling.key(), mapping(rolling.line(), toList())));
        var counted = new TreeMap<String, LabContributions>();
        byLab.forEach((lab, lines) -> counted.put(lab, rolling.fold().apply(lines)));
        return counted;
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    @Test
    void aMeetingCountsByItsDayInTheCity() {
        bodies.put("vv", assembly());
        // 22:30 in London is past midnight in Dortmund: the first of July
        meetings.put("m", held("vv", "2024-06-30T22:30:00Z"));
        assertThat(figures(H1).meetings()).isEmpty();
        assertThat(figures(H2).meetings()).extracting(Figures.Meetings::held).containsExactly(1);
    }

    /// Midnight in the city is another hour in summer than in winter; neither night of the clock change has a day too many or too few.
    @ParameterizedTest
    @CsvSource({
        "2024-06-30T23:30, 2024-H1, 2024-H2",
        "2024-07-01T00:30, 2024-H2, 2024-H1",
        "2023-12-31T23:30, 2023-H2, 2024-H1",
        "2024-01-01T00:30, 2024-H1, 2023-H2",
        "2024-03-31T03:30, 2024-Q1, 2024-Q2",
        "2024-03-31T00:30, 2024-03-31--2024-03-31, 2024-03-30--2024-03-30",
        "2024-03-31T23:30, 2024-03-31--2024-03-31, 2024-04-01--2024-04-01",
        "2024-10-27T00:30, 2024-10-27--2024-10-27, 2024-10-26--2024-10-26",
        "2024-10-27T23:30, 2024-10-27--2024-10-27, 2024-10-28--2024-10-28"
    })
    void anHourBelongsToTheDayThatTheCityHasThen(
            LocalDateTime there, String inside, String outside) {
        bodies.put("vv", assembly());
        meetings.put("m", held("vv", there.atZone(PlatformClock.CITY).toInstant().toString()));
        assertThat(figures(Period.of(inside).orElseThrow()).meetings())
                .extracting(Figures.Meetings::held)
                .containsExactly(1);
        assertThat(figures(Period.of(outside).orElseThrow()).meetings()).isEmpty();
    }

    @Test
    void theSumOfTwoHalvesAndOfFourQuartersIsTheYear() {
        bodies.put("vv", assembly());
        for (var month = 1; month <= 12; month++) {
            var day = LocalDate.of(2024, month, month);
            meetings.put("m-" + month, held("vv", day + "T16:00:00Z"));
            contributions.put(
                    "c-" + month,
                    ContributionHistory.NONE.after(
                            new ContributionReceived("lab", Channel.ONLINE, day)));
        }
        var year = Period.of("2024-01-01--2024-12-31").orElseThrow();
        var quarters =
                IntStream.rangeClosed(1, 4).mapToObj(it -> Period.quarter(2024, it)).toList();
        assertThat(sums(List.of(H1, H2))).isEqualTo(sums(List.of(year))).isEqualTo(sums(quarters));
        assertThat(sums(List.of(year))).containsExactly(12, 12);
    }

    private List<Integer> sums(List<Period> periods) {
        var all = periods.stream().map(this::figures).toList();
        return List.of(
                all.stream().mapToInt(it -> it.meetings().getFirst().held()).sum(),
                all.stream().mapToInt(it -> it.contributions().received()).sum());
    }

    /// The preview of 18 February counted as overdue what is due on 31 March.
    @Test
    void inAPeriodThatStillRunsOnlyWhatIsDueByTodayIsOverdue() {
        recommendations.put(
                "e",
                RecommendationHistory.NONE.after(
                        new RecommendationMade(
                                "vv",
                                Addressee.COUNCIL,
                                "rat",
                                new PublicText("Licht"),
                                "v",
                                day("2024-01-20"),
                                day("2024-03-31"))));
        for (var each :
                Map.of("2024-02-18", "MADE", "2024-03-31", "MADE", "2024-04-01", "OVERDUE")
                        .entrySet())
            assertThat(figures(H1, day(each.getKey()), Calculation.LAST).recommendations())
                    .as(each.getKey())
                    .extracting(it -> it.state().name())
                    .containsExactly(each.getValue());
    }

    /// Reports that were released before "held" had one definition keep their figures.
    @Test
    void theFirstVersionStillCountsWhatWasOpenedAndClosed() {
        meetings.put(
                "m",
                MeetingHistory.NONE
                        .after(new MeetingPlanned("vv", day("2024-03-05")))
                        .after(new MeetingOpened(Instant.parse("2024-03-05T16:00:00Z")))
                        .after(new MeetingClosed(Instant.parse("2024-03-05T18:00:00Z"), null)));
        assertThat(figures(H1).meetings()).isEmpty();
        assertThat(figures(H1, 1).meetings()).extracting(Figures.Meetings::held).containsExactly(1);
        assertThat(figures(H1, 1).calculation()).isEqualTo(1);
    }

    /// Reports that were released before keep the id: it is in their hash.
    @Test
    void aBodyThatNobodyToldOfHasNoIdForAName() {
        meetings.put("m", held("fremd", "2024-03-05T16:00:00Z"));
        assertThat(figures(H1).meetings())
                .extracting(Figures.Meetings::name)
                .containsExactly(World.NAMELESS);
        assertThat(figures(H1, 2).meetings())
                .extracting(Figures.Meetings::name)
                .containsExactly("fremd");
    }

    @Test
    void attendanceIsMeasuredAgainstTheStatutoryVotes() {
        bodies.put("vv", assembly());
        var meeting = held("vv", "2024-03-05T16:00:00Z");
        meeting =
                meeting.after(attends("polizei")).after(attends("polizei")).after(attends("gast"));
        meetings.put("m", meeting);
        assertThat(figures(H1).assembly().attendancePercent()).isEqualTo(50);
    }

    @Test
    void withoutAMeetingThereIsNoAttendance() {
        bodies.put("vv", assembly());
        assertThat(figures(H1).assembly().attendancePercent()).isNull();
    }

    @Test
    void aVacancyIsNamedByItsSeatOnTheLastDay() {
        bodies.put(
                "vv",
                assembly()
                        .after(new DelegateNamed("polizei", "p-1", day("2024-01-15")))
                        .after(new DelegateNamed("cityring", "p-2", day("2024-01-15")))
                        .after(new DelegationEnded("cityring", "p-2", day("2024-06-29"))));
        assertThat(figures(H1).assembly())
                .satisfies(assembly -> {
                    assertThat(assembly.filled()).isEqualTo(1);
                    assertThat(assembly.vacant()).containsExactly("Cityring");
                });
    }

    @ParameterizedTest
    @CsvSource({"2024-06-30, ANSWERED", "2024-07-01, OVERDUE"})
    void anAnswerAfterTheHalfYearDoesNotCount(LocalDate answered, Recommendations.State state) {
        recommendations.put(
                "e",
                RecommendationHistory.NONE
                        .after(
                                new RecommendationMade(
                                        "vv",
                                        Addressee.COUNCIL,
                                        "rat",
                                        new PublicText("Mehr Licht."),
                                        "v",
                                        day("2024-05-29"),
                                        day("2024-06-15")))
                        .after(new RecommendationAnswered(Answer.ADOPTED, null, answered)));
        assertThat(figures(H1).recommendations())
                .extracting(Figures.Recommendation::state)
                .containsExactly(state);
    }

    @Test
    void onlyTheOpenDistrictsCountAgainstTheDeadline() {
        labs.put("lab-eving", lab("eving", "2024-06-22"));
        labs.put("lab-hoerde", lab("hoerde", "2024-06-01"));
        assertThat(figures(H1).labs())
                .satisfies(all -> {
                    assertThat(all.openDistricts()).isEqualTo(1);
                    assertThat(all.heldInOpen()).isEqualTo(1);
                    assertThat(all.labs())
                            .extracting(Figures.Lab::district)
                            .containsExactly("Eving", "Hörde");
                });
    }

    @Test
    void eachStepOfAContributionCountsInItsOwnHalfYear() {
        labs.put("lab-eving", lab("eving", "2024-06-22"));
        contributions.put(
                "b",
                ContributionHistory.NONE
                        .after(
                                new ContributionReceived(
                                        "lab-eving", Channel.ONLINE, day("2024-06-20")))
                        .after(new ContributionPublished(day("2024-06-30")))
                        .after(new ContributionAssessed(Assessment.TAKEN_UP, day("2024-07-09"))));
        assertThat(figures(H1).contributions())
                .isEqualTo(
                        new Figures.Contributions(
                                1, new TreeMap<>(Map.of(Channel.ONLINE, 1)), 1, 0, 0, 0));
        assertThat(figures(H2).contributions())
                .isEqualTo(new Figures.Contributions(0, new TreeMap<>(), 0, 0, 1, 1));
    }

    @Test
    void theSameFiguresGiveTheSameHashAndAnotherNumberAnother() {
        labs.put("lab-eving", lab("eving", "2024-06-22"));
        var before = Proof.of(figures(H1));
        assertThat(Proof.of(figures(H1))).isEqualTo(before);
        contributions.put(
                "b",
                ContributionHistory.NONE.after(
                        new ContributionReceived("lab-eving", Channel.PAPER, day("2024-06-22"))));
        assertThat(Proof.of(figures(H1)).hash()).isNotEqualTo(before.hash());
    }

    private static BodyHistory assembly() {
        return List.of("Polizei", "Cityring").stream()
                .reduce(
                        BodyHistory.NONE.after(
                                new BodyEstablished(
                                        BodyKind.ASSEMBLY,
                                        new PublicText("Vollversammlung"),
                                        2,
                                        3,
                                        Publicity.PUBLIC,
                                        null,
                                        day("2024-01-10"))),
                        (body, name) ->
                                body.after(
                                        new SeatCreated(
                                                name.toLowerCase(java.util.Locale.ROOT),
                                                SeatKind.VOTING,
                                                SeatBasis.INSTITUTION,
                                                name.toLowerCase(java.util.Locale.ROOT),
                                                new PublicText(name),
                                                day("2024-01-10"))),
                        (one, _) -> one);
    }

    private static MeetingHistory held(String body, String opened) {
        return MeetingHistory.NONE
                .after(new MeetingPlanned(body, day("2024-06-30")))
                .after(new MeetingOpened(Instant.parse(opened)))
                .after(new MeetingClosed(Instant.parse(opened).plusSeconds(3600), true));
    }

    private static AttendanceRecorded attends(String seat) {
        return new AttendanceRecorded(
                seat, "p-1", Presence.PRESENT, false, Instant.parse("2024-03-05T16:00:00Z"));
    }

    private static LabHistory lab(String district, String held) {
        return LabHistory.NONE
                .after(new LabPlanned(district, new PublicText("Mitte"), day(held), Place.HERE))
                .after(new LabHeld(day(held), 37));
    }
}
