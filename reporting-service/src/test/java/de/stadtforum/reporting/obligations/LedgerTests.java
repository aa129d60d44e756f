package de.stadtforum.reporting.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.city.City;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.ConceptFact.ConceptPresented;
import de.stadtforum.contracts.lab.ConceptFact.Statement;
import de.stadtforum.contracts.lab.ConceptFact.StatementMade;
import de.stadtforum.contracts.lab.LabFact.FieldProposed;
import de.stadtforum.contracts.lab.LabFact.GoAheadGiven;
import de.stadtforum.contracts.lab.LabFact.LabHeld;
import de.stadtforum.contracts.lab.LabFact.LabOpened;
import de.stadtforum.contracts.lab.LabFact.LabPlanned;
import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.contracts.lab.LabFact.PartnerInvolved;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.contracts.lab.LabFact.QuestionAnswered;
import de.stadtforum.contracts.lab.LabFact.ResultHeard;
import de.stadtforum.contracts.lab.LabFact.ResultReported;
import de.stadtforum.contracts.lab.ToolFact.ToolStatementMade;
import de.stadtforum.contracts.lab.ToolFact.ToolStatementPresented;
import de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis;
import de.stadtforum.contracts.membership.BodyFact.BodyEnded;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.ChairAssigned;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.HolderInvited;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.membership.BodyFact.SeatsApportioned;
import de.stadtforum.contracts.membership.BodyFact.SecretariatAssigned;
import de.stadtforum.contracts.session.FieldFact.FieldNamed;
import de.stadtforum.contracts.session.FieldFact.FieldShaped;
import de.stadtforum.contracts.session.GroupFact.FieldAssigned;
import de.stadtforum.contracts.session.GroupFact.GroupFormed;
import de.stadtforum.contracts.session.GroupFact.NoteShared;
import de.stadtforum.contracts.session.MeetingFact.AttendanceRecorded;
import de.stadtforum.contracts.session.MeetingFact.ClosingCorrected;
import de.stadtforum.contracts.session.MeetingFact.MeetingClosed;
import de.stadtforum.contracts.session.MeetingFact.MeetingOpened;
import de.stadtforum.contracts.session.MeetingFact.MeetingPlanned;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.contracts.session.PaperFact.PaperProposed;
import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.ProposalFact.ProposalCommented;
import de.stadtforum.contracts.session.ProposalFact.ProposalReceived;
import de.stadtforum.contracts.session.QuestionFact.QuestionAsked;
import de.stadtforum.contracts.session.QuestionFact.StatementGiven;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationMade;
import de.stadtforum.contracts.session.RulesFact.RulesAdopted;
import de.stadtforum.contracts.session.TopicFact.Level;
import de.stadtforum.contracts.session.TopicFact.OptionDeliberated;
import de.stadtforum.contracts.session.TopicFact.TopicConcluded;
import de.stadtforum.contracts.session.TopicFact.TopicOpened;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.contracts.session.VotingFact.VoteClosed;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.reporting.entries.AggregateEntries;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.entries.Told;
import de.stadtforum.reporting.labs.Districts;
import de.stadtforum.reporting.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each obligation's light just before and just after what turns it, on past days and with what was told late.
class LedgerTests {
    private static final String ASSEMBLY = "vv";
    private static final Words WORDS = words();
    private static final Ledger LEDGER =
            Ledger.of(
                    LedgerConfiguration.file(City.shipped()),
                    Measures.all(Districts.of(City.shipped())),
                    WORDS);
    private final Told told = new Told();

    private static Words words() {
        return new LedgerConfiguration().words(City.shipped());
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static PublicText text(String words) {
        return new PublicText(words);
    }

    private State state(String id, String day) {
        return state(id, day, told.known());
    }

    private static State state(String id, String day, Knowledge known) {
        return LEDGER.on(day(day), known).stream()
                .filter(each -> each.obligation().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Light light(String id, String day) {
        return state(id, day).light();
    }

    private void body(String id, BodyKind kind, String from) {
        told.told(
                id,
                new BodyEstablished(
                        kind, text("Gremium " + id), 20, 3, Publicity.PUBLIC, null, day(from)));
    }

    private void assembly() {
        body(ASSEMBLY, BodyKind.ASSEMBLY, "2024-01-10");
    }

    private void seat(String seat, SeatKind kind, SeatBasis basis, String holder) {
        told.told(
                ASSEMBLY,
                new SeatCreated(
                        seat, kind, basis, holder, text("Platz " + seat), day("2024-01-10")));
    }

    private void held(String id, String body, String day) {
        var at = Instant.parse(day + "T16:00:00Z");
        told.told(
                id,
                new MeetingPlanned(body, day(day)),
                new MeetingOpened(at),
                new AttendanceRecorded("s", "p", Presence.PRESENT, false, at),
                new MeetingClosed(at.plusSeconds(3600), true));
    }

    private void lab(String id, String district, String held) {
        told.told(
                id,
                new LabPlanned(district, text("Quartier " + id), day(held), Place.HERE),
                new LabHeld(day(held), 20));
    }

    @Test
    void allFortySentencesStandInTheLedgerAndNoneIsClaimedWhereNothingIsKnown() {
        var states = LEDGER.on(day("2024-01-01"), Knowledge.none(day("2024-01-01")));
        assertThat(states).hasSize(40);
        assertThat(states).extracting(State::light).doesNotContain(Light.MET, Light.USED);
    }

    /// Every sentence that can be said is said with what makes it longest: no pattern fails, none begins small.
    @Test
    void everySentenceBeginsWithACapitalAndNamesNoPlaceholder() {
        for (var obligation : LEDGER.obligations())
            for (var threshold : obligation.thresholds())
                for (var number : new int[] {0, 1, 2, 12, 13}) {
                    var key = obligation.id() + "." + threshold.light();
                    var values = new TreeMap<String, Object>();
                    obligation
                            .on(
                                    Knowledge.none(day("2024-01-01")),
                                    de.stadtforum.reporting.measures.Span.upTo(day("2024-01-01")))
                            .values()
                            .forEach((name, value) -> values.put(name, like(value, number)));
                    var words = WORDS.of(key, values);
                    assertThat(words)
                            .as(key)
                            .matches("(?s)[A-ZÄÖÜ0-9].*[.]")
                            .doesNotContain("{", "  ", "..", " .");
                }
    }

    private static Object like(Object value, int number) {
        return switch (value) {
            case Integer _ -> number;
            case java.util.List<?> _ -> java.util.Collections.nCopies(Math.max(1, number), "Mitte");
            case null -> day("2024-05-04");
            default -> value;
        };
    }

    @Test
    void theFinalReportIsMetOnTheDayItIsPresented() {
        told.also(
                Stream.of(
                        new Entry(
                                EntryKind.FINAL_REPORT_PRESENTED,
                                "f",
                                "abooab",
                                day("2024-10-01"),
                                null,
                                AggregateEntries.PLAIN,
                                day("2024-10-01"),
                                null)));
        assertThat(light("1.1", "2024-09-30")).isEqualTo(Light.NOT_YET_DUE);
        assertThat(light("1.1", "2024-10-01")).isEqualTo(Light.MET);
        assertThat(state("1.1", "2024-10-01").note()).contains("1. Oktober 2024");
    }

    @Test
    void theSteeringGroupTakesNoVotesOnContents() {
        assertThat(light("2.1", "2024-03-01")).isEqualTo(Light.NOT_YET_DUE);
        body("lk", BodyKind.STEERING_GROUP, "2024-01-10");
        vote("v1", "lk", Subject.PROCEDURE, "2024-03-05");
        assertThat(light("2.1", "2024-04-01")).isEqualTo(Light.MET);
        vote("v2", "lk", Subject.FIELD, "2024-05-05");
        assertThat(light("2.1", "2024-05-04")).isEqualTo(Light.MET);
        assertThat(light("2.1", "2024-05-05")).isEqualTo(Light.MISSED);
    }

    private void vote(String id, String body, Subject subject, String on) {
        told.told(
                id,
                new VoteOpened(body, "m", "i", subject, Mode.OPEN, 5),
                new VoteClosed(new TreeMap<>(), true, day(on)));
    }

    @Test
    void aPermissionIsUsedOrNotYetAndItsEvidenceNeedsNoLogin() {
        body("lk", BodyKind.STEERING_GROUP, "2024-01-10");
        assertThat(light("2.2", "2024-03-01")).isEqualTo(Light.NOT_YET_USED);
        told.told(
                "p",
                new ProposalReceived(
                        ASSEMBLY, ProposalFact.Kind.RULES, "lk", text("GO"), day("2024-02-20")));
        assertThat(light("2.2", "2024-02-19")).isEqualTo(Light.NOT_YET_USED);
        assertThat(light("2.2", "2024-02-20")).isEqualTo(Light.USED);
        assertThat(state("2.2", "2024-02-20").evidence())
                .containsExactly(
                        new State.Link(
                                "Vorschlag einer Geschäftsordnung vom 20. Februar 2024 (Gremium lk)",
                                null));
        assertThat(light("2.3", "2024-03-01")).isEqualTo(Light.NOT_YET_DUE);
        told.told("p", new ProposalCommented("jemand", text("Gut"), day("2024-03-02")));
        assertThat(light("2.3", "2024-03-03")).isEqualTo(Light.NOT_YET_DUE);
        told.told("p", new ProposalCommented("lk", text("Gut"), day("2024-03-04")));
        assertThat(light("2.3", "2024-03-04")).isEqualTo(Light.MET);
    }

    @Test
    void aStandingBodyThatEndedIsMissed() {
        body("lk", BodyKind.STEERING_GROUP, "2024-01-10");
        assertThat(light("2.4", "2024-02-01")).isEqualTo(Light.ON_COURSE);
        held("m", "lk", "2024-03-05");
        assertThat(light("2.4", "2024-03-05")).isEqualTo(Light.MET);
        told.told("lk", new BodyEnded(day("2024-06-30")));
        assertThat(light("2.4", "2024-06-30")).isEqualTo(Light.MET);
        assertThat(light("2.4", "2024-07-01")).isEqualTo(Light.MISSED);
    }

    @Test
    void anExternalSeatInTheSteeringGroupIsMissed() {
        body("lk", BodyKind.STEERING_GROUP, "2024-01-10");
        told.told(
                "lk",
                new SeatCreated(
                        "d",
                        SeatKind.ADVISORY,
                        SeatBasis.DEPARTMENT,
                        "dez",
                        text("Dezernat"),
                        day("2024-01-10")));
        assertThat(light("2.5", "2024-02-01")).isEqualTo(Light.NOT_YET_USED);
        told.told("lk", new DelegateNamed("d", "p", day("2024-02-02")));
        assertThat(light("2.5", "2024-02-02")).isEqualTo(Light.USED);
        told.told(
                "lk",
                new SeatCreated(
                        "x",
                        SeatKind.ADVISORY,
                        SeatBasis.INSTITUTION,
                        "verein",
                        text("Verein"),
                        day("2024-03-01")));
        assertThat(light("2.5", "2024-03-01")).isEqualTo(Light.MISSED);
    }

    @Test
    void theAssemblyIsThereWhenItHasMet() {
        assertThat(light("3.1", "2024-03-01")).isEqualTo(Light.NOT_YET_DUE);
        assembly();
        assertThat(light("3.1", "2024-03-01")).isEqualTo(Light.ON_COURSE);
        held("m", ASSEMBLY, "2024-03-05");
        assertThat(light("3.1", "2024-03-04")).isEqualTo(Light.ON_COURSE);
        assertThat(light("3.1", "2024-03-05")).isEqualTo(Light.MET);
    }

    @Test
    void recommendationsGoToAllFourKindsOfAddressee() {
        for (var addressee : Addressee.values()) {
            if (addressee == Addressee.UNKNOWN) continue;
            assertThat(light("3.2", "2024-06-01")).isNotEqualTo(Light.MET);
            told.told(
                    "r-" + addressee,
                    new RecommendationMade(
                            ASSEMBLY,
                            addressee,
                            "rat",
                            text("Licht"),
                            "v",
                            day("2024-05-01"),
                            day("2024-06-30")));
        }
        assertThat(light("3.2", "2024-05-01")).isEqualTo(Light.MET);
        assertThat(state("3.2", "2024-06-30").note()).contains("überfällig ist keine Antwort");
        assertThat(state("3.2", "2024-07-01").note()).contains("überfällig sind vier Antworten");
    }

    @Test
    void papersFieldsAndTopicsAsTheyCome() {
        told.told("p", new PaperProposed(ASSEMBLY, text("Licht"), "v", day("2024-05-01")));
        assertThat(light("3.3", "2024-04-30")).isEqualTo(Light.NOT_YET_DUE);
        assertThat(light("3.3", "2024-05-01")).isEqualTo(Light.MET);
        told.told("f", new FieldNamed(text("Bahnhof"), "v", null, day("2024-05-01")));
        assertThat(light("3.4", "2024-05-01")).isEqualTo(Light.ON_COURSE);
        told.told("f", new FieldShaped(text("Mehr"), "v", day("2024-09-01")));
        assertThat(light("3.4", "2024-08-31")).isEqualTo(Light.ON_COURSE);
        assertThat(light("3.4", "2024-09-01")).isEqualTo(Light.MET);
        told.told("t", new TopicOpened(ASSEMBLY, text("Strukturen"), day("2024-05-01")));
        assertThat(light("3.6", "2024-05-01")).isEqualTo(Light.ON_COURSE);
        assertThat(light("3.7", "2024-05-01")).isEqualTo(Light.NOT_YET_DUE);
        told.told(
                "t",
                new OptionDeliberated("o", text("Beirat"), Level.CITY, "m", day("2024-06-01")));
        assertThat(light("3.6", "2024-06-01")).isEqualTo(Light.MET);
        assertThat(light("3.7", "2024-06-01")).isEqualTo(Light.ON_COURSE);
        told.told("t", new TopicConcluded("v", day("2024-09-01")));
        assertThat(light("3.7", "2024-08-31")).isEqualTo(Light.ON_COURSE);
        assertThat(light("3.7", "2024-09-01")).isEqualTo(Light.MET);
    }

    @Test
    void aQuestionThatWaitsForHalfAYearIsAtRisk() {
        assertThat(light("3.5", "2024-03-01")).isEqualTo(Light.NOT_YET_DUE);
        told.told(
                "q",
                new QuestionAsked(ASSEMBLY, "verwaltung", text("Waffenverbot"), day("2024-03-01")));
        assertThat(light("3.5", "2024-08-28")).isEqualTo(Light.ON_COURSE);
        assertThat(light("3.5", "2024-08-29")).isEqualTo(Light.AT_RISK);
        told.told("q", new StatementGiven(text("Ja"), "v", day("2024-09-10")));
        assertThat(light("3.5", "2024-09-09")).isEqualTo(Light.AT_RISK);
        assertThat(light("3.5", "2024-09-10")).isEqualTo(Light.MET);
    }

    @Test
    void aVacantSeatIsAtRiskFromItsFirstDayAndNamed() {
        assembly();
        for (var i = 1; i <= 20; i++) {
            seat("s" + i, SeatKind.VOTING, SeatBasis.INSTITUTION, "h" + i);
            told.told(ASSEMBLY, new DelegateNamed("s" + i, "p" + i, day("2024-01-15")));
        }
        assertThat(light("3.8", "2024-01-14")).isEqualTo(Light.AT_RISK);
        assertThat(light("3.8", "2024-01-15")).isEqualTo(Light.MET);
        told.on("2024-04-02").told(ASSEMBLY, new DelegationEnded("s7", "p7", day("2024-03-31")));
        assertThat(light("3.8", "2024-03-31")).isEqualTo(Light.MET);
        assertThat(light("3.8", "2024-04-01")).isEqualTo(Light.AT_RISK);
        assertThat(state("3.8", "2024-04-01").note())
                .isEqualTo("19 von 20 stimmberechtigten Plätzen sind besetzt. Frei ist: Platz s7.");
        // it was told a day late: on that day all seats were known to be filled
        assertThat(state("3.8", "2024-04-01", told.knownOn(day("2024-04-01"))).light())
                .isEqualTo(Light.MET);
        assertThat(state("3.8", "2024-04-01", told.knownOn(day("2024-04-02"))).light())
                .isEqualTo(Light.AT_RISK);
    }

    @ParameterizedTest
    @CsvSource({"3.9, INSTITUTION, 8", "3.10, OFFICE, 2", "3.11, FACTION, 10"})
    void eachKindOfSeatHasItsNumber(String id, SeatBasis basis, int number) {
        assembly();
        assertThat(light(id, "2024-02-01")).isEqualTo(Light.NOT_YET_DUE);
        for (var i = 1; i <= number; i++) {
            assertThat(light(id, "2024-02-01")).isNotEqualTo(Light.MET);
            seat("s" + i, SeatKind.VOTING, basis, "h" + i);
            assertThat(light(id, "2024-02-01")).isEqualTo(Light.AT_RISK);
            told.told(ASSEMBLY, new DelegateNamed("s" + i, "p" + i, day("2024-01-15")));
        }
        assertThat(light(id, "2024-01-14")).isEqualTo(Light.AT_RISK);
        assertThat(light(id, "2024-02-01")).isEqualTo(Light.MET);
    }

    @Test
    void theFactionsHaveTheSeatsThatTheCouncilGivesThem() {
        assembly();
        assertThat(light("3.12", "2024-02-01")).isEqualTo(Light.NOT_YET_DUE);
        told.told(
                ASSEMBLY,
                new SeatsApportioned(
                        "rat",
                        day("2024-01-12"),
                        ApportionmentBasis.FACTION_MANDATES,
                        2,
                        new TreeMap<>(Map.of("a", 2)),
                        false));
        seat("f1", SeatKind.VOTING, SeatBasis.FACTION, "a");
        assertThat(light("3.12", "2024-02-01")).isEqualTo(Light.AT_RISK);
        seat("f2", SeatKind.VOTING, SeatBasis.FACTION, "a");
        assertThat(light("3.12", "2024-02-01")).isEqualTo(Light.MET);
        told.told(
                ASSEMBLY,
                new SeatsApportioned(
                        "rat",
                        day("2024-11-01"),
                        ApportionmentBasis.FACTION_MANDATES,
                        2,
                        new TreeMap<>(Map.of("a", 1, "b", 1)),
                        false));
        assertThat(light("3.12", "2024-10-31")).isEqualTo(Light.MET);
        assertThat(light("3.12", "2024-11-01")).isEqualTo(Light.AT_RISK);
    }

    @Test
    void advisoryInstitutionsAreInvitedThenCome() {
        assembly();
        for (var i = 1; i <= 16; i++) {
            seat("a" + i, SeatKind.ADVISORY, SeatBasis.INSTITUTION, "h" + i);
            assertThat(light("3.13", "2024-02-01"))
                    .isEqualTo(i == 1 ? Light.NOT_YET_DUE : Light.AT_RISK);
            told.told(ASSEMBLY, new HolderInvited("a" + i, day("2024-01-20")));
        }
        assertThat(light("3.13", "2024-02-01")).isEqualTo(Light.ON_COURSE);
        for (var i = 1; i <= 16; i++) {
            assertThat(light("3.13", "2024-03-01")).isEqualTo(Light.ON_COURSE);
            told.told(ASSEMBLY, new DelegateNamed("a" + i, "p" + i, day("2024-02-15")));
        }
        assertThat(light("3.13", "2024-03-01")).isEqualTo(Light.MET);
    }

    /// "Den Vorsitz hat das Rechtsdezernat", it said of any chair.
    @Test
    void onlyTheOfficeThatIsNamedLeadsAndRunsTheAssembly() {
        assembly();
        seat("recht", SeatKind.VOTING, SeatBasis.OFFICE, "rechtsdezernent");
        seat("polizei", SeatKind.VOTING, SeatBasis.INSTITUTION, "polizei");
        assertThat(light("3.14", "2024-02-01")).isEqualTo(Light.NOT_YET_DUE);
        told.told(ASSEMBLY, new ChairAssigned("recht", day("2024-02-01")));
        assertThat(light("3.14", "2024-01-31")).isEqualTo(Light.NOT_YET_DUE);
        assertThat(light("3.14", "2024-02-01")).isEqualTo(Light.MET);
        told.told(ASSEMBLY, new ChairAssigned("polizei", day("2024-05-01")));
        assertThat(light("3.14", "2024-04-30")).isEqualTo(Light.MET);
        assertThat(light("3.14", "2024-05-01")).isEqualTo(Light.MISSED);
        told.told(
                ASSEMBLY,
                new SecretariatAssigned("ordnungsamt", text("Ordnungsamt"), day("2024-02-01")));
        assertThat(light("3.15", "2024-02-01")).isEqualTo(Light.MET);
        told.told(
                ASSEMBLY,
                new SecretariatAssigned("sozialamt", text("Sozialamt"), day("2024-05-01")));
        assertThat(light("3.15", "2024-05-01")).isEqualTo(Light.MISSED);
    }

    @Test
    void deputiesAppointmentsAndGuestsAreUsed() {
        assembly();
        assertThat(light("3.16", "2024-06-01")).isEqualTo(Light.NOT_YET_USED);
        assertThat(light("3.17", "2024-06-01")).isEqualTo(Light.NOT_YET_USED);
        assertThat(light("4.5", "2024-06-01")).isEqualTo(Light.NOT_YET_USED);
        held("m", ASSEMBLY, "2024-03-05");
        told.told(
                "m",
                new AttendanceRecorded(
                        "t", "q", Presence.PRESENT, true, Instant.parse("2024-03-05T16:10:00Z")));
        assertThat(light("3.16", "2024-03-04")).isEqualTo(Light.NOT_YET_USED);
        assertThat(light("3.16", "2024-03-05")).isEqualTo(Light.USED);
        seat("neu", SeatKind.ADVISORY, SeatBasis.APPOINTMENT, "neu");
        assertThat(light("3.17", "2024-01-10")).isEqualTo(Light.USED);
        body("ag", BodyKind.WORKING_GROUP, "2024-04-01");
        told.told(
                "ag",
                new SeatCreated(
                        "g",
                        SeatKind.GUEST,
                        SeatBasis.APPOINTMENT,
                        "g",
                        text("Gast"),
                        day("2024-04-10")));
        assertThat(light("4.5", "2024-04-09")).isEqualTo(Light.NOT_YET_USED);
        assertThat(light("4.5", "2024-04-10")).isEqualTo(Light.USED);
    }

    @Test
    void rulesAreThereForBoth() {
        told.told("go", new RulesAdopted(ASSEMBLY, false, 1, false, "v", day("2024-03-05")));
        assertThat(light("3.18", "2024-03-04")).isEqualTo(Light.NOT_YET_DUE);
        assertThat(light("3.18", "2024-03-05")).isEqualTo(Light.ON_COURSE);
        told.told("go-ag", new RulesAdopted(ASSEMBLY, true, 1, false, "v", day("2024-03-06")));
        assertThat(light("3.18", "2024-03-06")).isEqualTo(Light.MET);
    }

    @Test
    void aYearWithTooFewMeetingsIsMissedAndOneThatRunsIsWatched() {
        assembly();
        held("m1", ASSEMBLY, "2024-03-05");
        held("m2", ASSEMBLY, "2024-06-05");
        assertThat(light("3.19", "2024-09-01")).isEqualTo(Light.ON_COURSE);
        // 120 days are left on 2 September
        assertThat(light("3.19", "2024-09-02")).isEqualTo(Light.ON_COURSE);
        assertThat(light("3.19", "2024-09-03")).isEqualTo(Light.AT_RISK);
        told.told("m3", new MeetingPlanned(ASSEMBLY, day("2024-11-05")));
        assertThat(light("3.19", "2024-12-31")).isEqualTo(Light.AT_RISK);
        assertThat(light("3.19", "2025-01-01")).isEqualTo(Light.MISSED);
        told.on("2025-01-20");
        held("m3", ASSEMBLY, "2024-11-05");
        assertThat(light("3.19", "2024-11-05")).isEqualTo(Light.MET);
        assertThat(light("3.19", "2025-01-01")).isEqualTo(Light.ON_COURSE);
        // what came in late was not known then
        assertThat(state("3.19", "2025-01-01", told.knownOn(day("2025-01-19"))).light())
                .isEqualTo(Light.MISSED);
    }

    @Test
    void aMeetingThatWasNotHeldDoesNotCountAndOneThatIsPutRightDoes() {
        assembly();
        held("m1", ASSEMBLY, "2024-03-05");
        held("m2", ASSEMBLY, "2024-06-05");
        told.on("2024-09-05");
        held("m3", ASSEMBLY, "2024-09-05");
        assertThat(light("3.19", "2024-09-05")).isEqualTo(Light.MET);
        told.on("2024-09-10")
                .told("m3", new ClosingCorrected(Instant.parse("2024-09-05T17:00:00Z"), false));
        assertThat(light("3.19", "2024-09-05")).isEqualTo(Light.AT_RISK);
        assertThat(state("3.19", "2024-09-05", told.knownOn(day("2024-09-09"))).light())
                .isEqualTo(Light.MET);
    }

    /// "Jede Gruppe arbeitet an benannten Handlungsfeldern", it said as soon as one did.
    @Test
    void everyGroupHasAFieldOrIsNamed() {
        assertThat(light("4.1", "2024-04-01")).isEqualTo(Light.NOT_YET_USED);
        assertThat(light("4.3", "2024-04-01")).isEqualTo(Light.NOT_YET_DUE);
        told.told(
                "ag1",
                new GroupFormed(text("Licht"), "v", day("2024-04-01")),
                new FieldAssigned("f", day("2024-04-02")));
        assertThat(light("4.1", "2024-04-01")).isEqualTo(Light.USED);
        assertThat(light("4.3", "2024-04-01")).isEqualTo(Light.AT_RISK);
        assertThat(light("4.3", "2024-04-02")).isEqualTo(Light.MET);
        told.told("ag2", new GroupFormed(text("Jugend"), "v", day("2024-05-01")));
        assertThat(light("4.3", "2024-04-30")).isEqualTo(Light.MET);
        assertThat(light("4.3", "2024-05-01")).isEqualTo(Light.AT_RISK);
        assertThat(state("4.3", "2024-05-01").note())
                .isEqualTo("Noch ohne Handlungsfeld ist: Jugend.");
    }

    @Test
    void groupsMeetAndUseTheirRooms() {
        assertThat(light("4.2", "2024-04-01")).isEqualTo(Light.NOT_YET_DUE);
        body("ag1", BodyKind.WORKING_GROUP, "2024-04-01");
        assertThat(light("4.2", "2024-04-01")).isEqualTo(Light.ON_COURSE);
        held("m", "ag1", "2024-04-20");
        assertThat(light("4.2", "2024-04-20")).isEqualTo(Light.MET);
        assertThat(light("4.4", "2024-04-20")).isEqualTo(Light.NOT_YET_DUE);
        told.told("ag1", new GroupFormed(text("Licht"), "v", day("2024-04-01")));
        told.told("ag2", new GroupFormed(text("Jugend"), "v", day("2024-04-01")));
        assertThat(light("4.4", "2024-04-20")).isEqualTo(Light.AT_RISK);
        told.told("ag1", new NoteShared(day("2024-04-21")));
        assertThat(light("4.4", "2024-04-21")).isEqualTo(Light.ON_COURSE);
        told.told("ag2", new NoteShared(day("2024-04-22")));
        assertThat(light("4.4", "2024-04-22")).isEqualTo(Light.MET);
    }

    @Test
    void labsGoOnInDialogue() {
        assertThat(light("5.1", "2024-05-01")).isEqualTo(Light.NOT_YET_DUE);
        told.told(
                "l",
                new LabPlanned("eving", text("Mitte"), day("2024-05-04"), Place.HERE),
                new LabOpened(day("2024-05-01")));
        assertThat(light("5.1", "2024-05-01")).isEqualTo(Light.AT_RISK);
        told.told("l", new QuestionAnswered("q", day("2024-05-10")));
        assertThat(light("5.1", "2024-05-09")).isEqualTo(Light.AT_RISK);
        assertThat(light("5.1", "2024-05-10")).isEqualTo(Light.MET);
    }

    @Test
    void everyOpenDistrictHasItsLabByTheDayOrIsNamed() {
        var open = Districts.of(City.shipped()).openIds();
        assertThat(open).hasSize(8);
        for (var i = 0; i < 7; i++) lab("l" + i, open.get(i), "2024-06-0" + (i + 1));
        assertThat(light("5.2", "2024-09-02")).isEqualTo(Light.ON_COURSE);
        assertThat(light("5.2", "2024-09-03")).isEqualTo(Light.AT_RISK);
        told.told("l7", new LabPlanned(open.get(7), text("Spät"), day("2024-12-31"), Place.HERE));
        assertThat(light("5.2", "2024-09-03")).isEqualTo(Light.ON_COURSE);
        assertThat(light("5.2", "2024-12-31")).isEqualTo(Light.ON_COURSE);
        assertThat(light("5.2", "2025-01-01")).isEqualTo(Light.MISSED);
        told.on("2025-02-01").told("l7", new LabHeld(day("2025-01-01"), 3));
        assertThat(light("5.2", "2025-02-01")).isEqualTo(Light.MISSED);
        assertThat(state("5.2", "2025-02-01").note())
                .contains("in einem davon fand es später statt");
        told.told(
                "l8",
                new LabPlanned(open.get(7), text("Doch"), day("2024-12-31"), Place.HERE),
                new LabHeld(day("2024-12-31"), 3));
        assertThat(light("5.2", "2025-02-01")).isEqualTo(Light.MET);
    }

    @Test
    void theConceptLiesBeforeAllBeforeTheNextLabs() {
        body("abooab", BodyKind.COMMITTEE, "2020-01-01");
        body("bv", BodyKind.DISTRICT_COUNCIL, "2020-01-01");
        assertThat(light("5.3", "2024-02-01")).isEqualTo(Light.NOT_YET_DUE);
        told.told("k", new ConceptPresented("abooab", day("2024-02-06"), null));
        assertThat(light("5.3", "2024-02-06")).isEqualTo(Light.ON_COURSE);
        told.told("k", new ConceptPresented("bv", day("2024-03-01"), null));
        assertThat(light("5.3", "2024-02-29")).isEqualTo(Light.ON_COURSE);
        assertThat(light("5.3", "2024-03-01")).isEqualTo(Light.MET);
        lab("l", "eving", "2024-03-01");
        assertThat(light("5.3", "2024-03-01")).isEqualTo(Light.MET);
        lab("zu-frueh", "hoerde", "2024-02-28");
        assertThat(light("5.3", "2024-02-28")).isEqualTo(Light.MISSED);
        told.told("zu-frueh", new GoAheadGiven(day("2024-02-20")));
        assertThat(light("5.3", "2024-03-01")).isEqualTo(Light.MET);
    }

    /// "Ohne Jugend- oder Sozialarbeit: Eving", which had social work.
    @Test
    void eachKindOfPartnerIsMissedByItself() {
        told.told("k", new StatementMade(Statement.POLITICS_INFORMED, text("a")));
        assertThat(light("5.4a", "2024-01-01")).isEqualTo(Light.MET);
        assertThat(light("5.4b", "2024-01-01")).isEqualTo(Light.NOT_YET_DUE);
        assertThat(light("5.4c", "2024-01-01")).isEqualTo(Light.NOT_YET_DUE);
        told.told("k", new StatementMade(Statement.ASSOCIATIONS_INVOLVED, text("c")));
        assertThat(light("5.4c", "2024-01-01")).isEqualTo(Light.MET);
        lab("l", "eving", "2024-05-04");
        told.told("l", new PartnerInvolved(Partner.SOCIAL_WORK, text("Caritas")));
        assertThat(light("5.4c", "2024-05-03")).isEqualTo(Light.MET);
        assertThat(light("5.4c", "2024-05-04")).isEqualTo(Light.AT_RISK);
        assertThat(state("5.4c", "2024-05-04").note())
                .isEqualTo(
                        "Das Konzept sagt, wie eingebunden wird. Ohne Jugendarbeit: Quartier l.");
        told.told("l", new PartnerInvolved(Partner.YOUTH_WORK, text("Falken")));
        assertThat(light("5.4c", "2024-05-04")).isEqualTo(Light.MET);
    }

    @Test
    void aFieldGrowsFromALabAndTheToolIsPresented() {
        lab("l", "eving", "2024-05-04");
        told.told("l", new FieldProposed("p", text("Licht"), day("2024-05-20")));
        assertThat(light("5.5", "2024-05-19")).isEqualTo(Light.NOT_YET_DUE);
        assertThat(light("5.5", "2024-05-20")).isEqualTo(Light.ON_COURSE);
        told.told("f", new FieldNamed(text("Licht"), "v", "l", day("2024-09-10")));
        assertThat(light("5.5", "2024-09-10")).isEqualTo(Light.MET);
        told.told("t", new ToolStatementMade(1, text("Hier"), day("2024-03-01")));
        assertThat(light("5.6", "2024-03-01")).isEqualTo(Light.ON_COURSE);
        told.told("t", new ToolStatementPresented(1, "abooab", day("2024-04-01"), null));
        assertThat(light("5.6", "2024-03-31")).isEqualTo(Light.ON_COURSE);
        assertThat(light("5.6", "2024-04-01")).isEqualTo(Light.MET);
    }

    /// It was "erfüllt" with two labs unreported.
    @Test
    void theResultsOfAllHeldLabsAreReported() {
        assembly();
        assertThat(light("5.7", "2024-06-01")).isEqualTo(Light.NOT_YET_DUE);
        lab("a", "eving", "2024-06-01");
        lab("b", "hoerde", "2024-06-01");
        told.told(
                "a",
                new ResultReported(ASSEMBLY, text("Gut"), day("2024-06-20")),
                new ResultHeard("m", day("2024-07-01")));
        assertThat(light("5.7", "2024-08-30")).isEqualTo(Light.ON_COURSE);
        assertThat(light("5.7", "2024-08-31")).isEqualTo(Light.AT_RISK);
        assertThat(state("5.7", "2024-08-31").note())
                .contains("Seit mehr als drei Monaten fehlt: Quartier b.");
        told.told("b", new ResultReported("ag", text("Gut"), day("2024-09-20")));
        assertThat(light("5.7", "2024-09-20")).isEqualTo(Light.MET);
        assertThat(state("5.7", "2024-09-20").note()).endsWith("behandelt ist eines.");
        body("bv", BodyKind.DISTRICT_COUNCIL, "2020-01-01");
        lab("c", "hoerde", "2024-10-01");
        told.told("c", new ResultReported("bv", text("Gut"), day("2024-10-02")));
        assertThat(light("5.7", "2024-10-02")).isEqualTo(Light.ON_COURSE);
    }

    @Test
    void everyHalfYearIsReportedOnWithinTheNextOne() {
        assembly();
        assertThat(light("6.1", "2024-06-30")).isEqualTo(Light.NOT_YET_DUE);
        assertThat(light("6.1", "2024-07-01")).isEqualTo(Light.ON_COURSE);
        assertThat(light("6.1", "2024-11-01")).isEqualTo(Light.ON_COURSE);
        assertThat(light("6.1", "2024-11-02")).isEqualTo(Light.AT_RISK);
        assertThat(light("6.1", "2024-12-31")).isEqualTo(Light.AT_RISK);
        assertThat(light("6.1", "2025-01-01")).isEqualTo(Light.MISSED);
        assertThat(state("6.1", "2025-01-01").note()).contains("Überfällig: 1. Halbjahr 2024.");
        told.also(delivered("2024-H1", "2024-09-10", null));
        assertThat(light("6.1", "2024-09-09")).isEqualTo(Light.ON_COURSE);
        assertThat(light("6.1", "2024-09-10")).isEqualTo(Light.MET);
        assertThat(light("6.1", "2025-01-01")).isEqualTo(Light.ON_COURSE);
    }

    @Test
    void aWithdrawnReportIsOwedAgain() {
        assembly();
        told.also(delivered("2024-H1", "2024-09-10", "2024-10-01"));
        assertThat(state("6.1", "2025-01-01", told.knownOn(day("2024-09-30"))).light())
                .isEqualTo(Light.ON_COURSE);
        assertThat(light("6.1", "2025-01-01")).isEqualTo(Light.MISSED);
    }

    private static Stream<Entry> delivered(
            String period, String on, @org.jspecify.annotations.Nullable String withdrawn) {
        return Stream.of(
                new Entry(
                        EntryKind.REPORT_DELIVERED,
                        "b-" + period,
                        "abooab",
                        day(on),
                        null,
                        AggregateEntries.marks("period", period),
                        day(on),
                        withdrawn == null ? null : day(withdrawn)));
    }
}
