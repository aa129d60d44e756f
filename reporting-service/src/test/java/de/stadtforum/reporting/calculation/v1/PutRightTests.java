package de.stadtforum.reporting.calculation.v1;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.ConceptFact;
import de.stadtforum.contracts.lab.ContributionFact;
import de.stadtforum.contracts.lab.LabFact;
import de.stadtforum.contracts.lab.ToolFact;
import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.session.FieldFact;
import de.stadtforum.contracts.session.GroupFact;
import de.stadtforum.contracts.session.MeetingFact;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.contracts.session.PaperFact;
import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.QuestionFact;
import de.stadtforum.contracts.session.RecommendationFact;
import de.stadtforum.contracts.session.RecommendationFact.Answer;
import de.stadtforum.contracts.session.RulesFact;
import de.stadtforum.contracts.session.TopicFact;
import de.stadtforum.contracts.session.VotingFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was put right counts as it is right, for each fact that puts something right.
class PutRightTests {
    private static final LocalDate DAY = LocalDate.parse("2024-03-05");
    private static final LocalDate OTHER = LocalDate.parse("2024-03-06");
    private static final Instant AT = Instant.parse("2024-03-05T16:00:00Z");
    private static final Instant NEXT = Instant.parse("2024-03-06T16:00:00Z");
    private static final PublicText TEXT = new PublicText("Mitte");
    private static final PublicText RIGHT = new PublicText("Nord");

    /// Ends in the ordinary course, which put nothing right.
    private static final Set<String> ENDS =
            Set.of("SeatWithdrawn", "DelegationEnded", "BodyEnded", "GroupEnded");

    private record Row(Class<?> fact, Object after, Object expected) {
        @Override
        public String toString() {
            return fact.getSimpleName();
        }
    }

    private static <H, F extends Fact> H fold(
            H none, BiFunction<H, F, H> after, List<? extends F> facts) {
        var history = none;
        for (var fact : facts) history = after.apply(history, fact);
        return history;
    }

    /// After the last of the facts the view is as expected; without it, it is not, unless nothing is to be seen of it.
    private static <H, F extends Fact> Row row(
            H none,
            BiFunction<H, F, H> after,
            List<? extends F> facts,
            Function<H, Object> view,
            Object expected) {
        return new Row(facts.getLast().getClass(), view.apply(fold(none, after, facts)), expected);
    }

    private static Row meeting(
            Function<MeetingHistory, Object> view, Object expected, MeetingFact... facts) {
        var all = new java.util.ArrayList<MeetingFact>();
        all.add(new MeetingFact.MeetingPlanned("vv", DAY));
        all.addAll(List.of(facts));
        return row(MeetingHistory.NONE, MeetingHistory::after, all, view, expected);
    }

    private static Row lab(Function<LabHistory, Object> view, Object expected, LabFact... facts) {
        var all = new java.util.ArrayList<LabFact>();
        all.add(new LabFact.LabPlanned("eving", TEXT, DAY, LabFact.Place.HERE));
        all.addAll(List.of(facts));
        return row(LabHistory.NONE, LabHistory::after, all, view, expected);
    }

    private static Row contribution(
            Function<ContributionHistory, Object> view,
            Object expected,
            ContributionFact... facts) {
        var all = new java.util.ArrayList<ContributionFact>();
        all.add(
                new ContributionFact.ContributionReceived(
                        "lab", ContributionFact.Channel.PAPER, DAY));
        all.addAll(List.of(facts));
        return row(ContributionHistory.NONE, ContributionHistory::after, all, view, expected);
    }

    private static Row body(
            Function<BodyHistory, Object> view, Object expected, BodyFact... facts) {
        var all = new java.util.ArrayList<BodyFact>();
        all.add(
                new BodyFact.SeatCreated(
                        "s", BodyFact.SeatKind.VOTING, BodyFact.SeatBasis.OFFICE, "h", TEXT, DAY));
        all.addAll(List.of(facts));
        return row(BodyHistory.NONE, BodyHistory::after, all, view, expected);
    }

    private static MeetingFact came(String seat, boolean deputy) {
        return new MeetingFact.AttendanceRecorded(seat, "p", Presence.PRESENT, deputy, AT);
    }

    static Stream<Row> rows() {
        return Stream.of(meetings(), others(), labs()).flatMap(each -> each);
    }

    private static Stream<Row> meetings() {
        return Stream.of(
                meeting(
                        each -> each.date() == null && !each.held(),
                        true,
                        new MeetingFact.MeetingCancelled(TEXT, DAY)),
                meeting(
                        MeetingHistory::date,
                        OTHER,
                        new MeetingFact.InvitationCorrected(NEXT, TEXT, DAY)),
                meeting(
                        MeetingHistory::items,
                        1,
                        new MeetingFact.ItemPlaced("i", "1", Part.PUBLIC, TEXT, null),
                        new MeetingFact.ItemCorrected("i", "2", Part.PUBLIC, RIGHT, null)),
                meeting(
                        MeetingHistory::items,
                        0,
                        new MeetingFact.ItemPlaced("i", "1", Part.PUBLIC, TEXT, null),
                        new MeetingFact.ItemRemoved("i", DAY)),
                meeting(
                        MeetingHistory::concluded,
                        0,
                        new MeetingFact.ItemConcluded("i", ItemOutcome.NOTED),
                        new MeetingFact.OutcomeCorrected("i", null)),
                meeting(
                        MeetingHistory::concluded,
                        1,
                        new MeetingFact.ItemConcluded("i", ItemOutcome.NOTED),
                        new MeetingFact.OutcomeCorrected("i", null),
                        new MeetingFact.OutcomeCorrected("i", ItemOutcome.DECIDED)),
                meeting(
                        each -> List.of(each.present(), each.deputised()),
                        List.of(new TreeSet<>(Set.of("a")), new TreeSet<>()),
                        came("a", false),
                        came("b", true),
                        new MeetingFact.AttendanceWithdrawn("b", "p", Presence.PRESENT, true, AT)),
                meeting(
                        MeetingHistory::conflicts,
                        0,
                        new MeetingFact.ConflictDeclared("s", "i"),
                        new MeetingFact.ConflictWithdrawn("s", "i")),
                meeting(
                        MeetingHistory::handovers,
                        0,
                        new MeetingFact.ChairHandedOver("s", "i"),
                        new MeetingFact.HandoverWithdrawn("s", "i")),
                meeting(
                        MeetingHistory::date,
                        OTHER,
                        new MeetingFact.MeetingOpened(AT),
                        new MeetingFact.OpeningCorrected(NEXT)),
                meeting(
                        MeetingHistory::held,
                        false,
                        new MeetingFact.MeetingOpened(AT),
                        came("a", false),
                        new MeetingFact.MeetingClosed(AT, true),
                        new MeetingFact.ClosingCorrected(AT, false)),
                meeting(
                        MeetingHistory::signed,
                        true,
                        new MeetingFact.MinutesSigned(DAY),
                        new MeetingFact.MinutesNoted(OTHER)));
    }

    private static Stream<Row> others() {
        var opened =
                new VotingFact.VoteOpened(
                        "vv", "m", "i", VotingFact.Subject.PROCEDURE, VotingFact.Mode.OPEN, 3);
        return Stream.of(
                row(
                        VoteHistory.NONE,
                        VoteHistory::after,
                        List.of(opened, new VotingFact.VoteCancelled(DAY)),
                        each -> each,
                        VoteHistory.NONE),
                row(
                        VoteHistory.NONE,
                        VoteHistory::after,
                        List.of(
                                opened,
                                new VotingFact.BallotCast(),
                                new VotingFact.BallotCast(),
                                new VotingFact.BallotWithdrawn()),
                        VoteHistory::cast,
                        1),
                row(
                        VoteHistory.NONE,
                        VoteHistory::after,
                        List.of(
                                opened,
                                new VotingFact.VoteClosed(
                                        new TreeMap<>(Map.of(VotingFact.Choice.YES, 3)), true, DAY),
                                new VotingFact.ResultCorrected(
                                        new TreeMap<>(Map.of(VotingFact.Choice.NO, 3)), false)),
                        VoteHistory::carried,
                        false),
                row(
                        VoteHistory.NONE,
                        VoteHistory::after,
                        List.of(
                                opened,
                                new VotingFact.CountEntered(),
                                new VotingFact.CountWithdrawn()),
                        each -> each,
                        VoteHistory.NONE.after(opened)),
                row(
                        ProposalHistory.NONE,
                        ProposalHistory::after,
                        List.of(
                                new ProposalFact.ProposalReceived(
                                        "vv", ProposalFact.Kind.RULES, "lk", TEXT, DAY),
                                new ProposalFact.ProposalWithdrawn(DAY)),
                        each -> each,
                        ProposalHistory.NONE),
                row(
                        ProposalHistory.NONE,
                        ProposalHistory::after,
                        List.of(
                                new ProposalFact.ProposalPlaced("m", "i", DAY),
                                new ProposalFact.ProposalReturned("m", DAY)),
                        each -> each,
                        ProposalHistory.NONE),
                row(
                        QuestionHistory.NONE,
                        QuestionHistory::after,
                        List.of(
                                new QuestionFact.QuestionAsked("vv", "amt", TEXT, DAY),
                                new QuestionFact.QuestionCorrected(RIGHT)),
                        QuestionHistory::title,
                        "Nord"),
                row(
                        QuestionHistory.NONE,
                        QuestionHistory::after,
                        List.of(
                                new QuestionFact.QuestionAsked("vv", "amt", TEXT, DAY),
                                new QuestionFact.QuestionWithdrawn(DAY)),
                        each -> each,
                        QuestionHistory.NONE),
                row(
                        RecommendationHistory.NONE,
                        RecommendationHistory::after,
                        List.of(
                                new RecommendationFact.RecommendationForwarded(DAY),
                                new RecommendationFact.ForwardingCorrected(null)),
                        each -> each.stateOn(OTHER),
                        RecommendationHistory.State.MADE),
                row(
                        RecommendationHistory.NONE,
                        RecommendationHistory::after,
                        List.of(
                                new RecommendationFact.RecommendationAnswered(
                                        Answer.ADOPTED, null, DAY),
                                new RecommendationFact.AnswerCorrected(null, null, null)),
                        each -> each.stateOn(OTHER),
                        RecommendationHistory.State.MADE),
                row(
                        GroupHistory.NONE,
                        GroupHistory::after,
                        List.of(new GroupFact.DateFound(DAY), new GroupFact.DateWithdrawn(DAY)),
                        GroupHistory::shared,
                        0),
                row(
                        GroupHistory.NONE,
                        GroupHistory::after,
                        List.of(
                                new GroupFact.ContactShared("p", DAY),
                                new GroupFact.ContactWithdrawn("p", DAY)),
                        GroupHistory::shared,
                        0),
                row(
                        TopicHistory.NONE,
                        TopicHistory::after,
                        List.of(
                                new TopicFact.TopicOpened("vv", TEXT, DAY),
                                new TopicFact.TopicCorrected(RIGHT)),
                        TopicHistory::title,
                        "Nord"),
                row(
                        TopicHistory.NONE,
                        TopicHistory::after,
                        List.of(
                                new TopicFact.OptionDeliberated(
                                        "o", TEXT, TopicFact.Level.CITY, "m", DAY),
                                new TopicFact.OptionWithdrawn("o", DAY)),
                        each -> each,
                        TopicHistory.NONE),
                row(
                        GroupHistory.NONE,
                        GroupHistory::after,
                        List.of(new GroupFact.NoteShared(DAY), new GroupFact.NoteWithdrawn(DAY)),
                        GroupHistory::shared,
                        0),
                row(
                        GroupHistory.NONE,
                        GroupHistory::after,
                        List.of(
                                new GroupFact.FieldAssigned("f", DAY),
                                new GroupFact.FieldAssignmentWithdrawn("f")),
                        each -> each,
                        GroupHistory.NONE),
                row(
                        GroupHistory.NONE,
                        GroupHistory::after,
                        List.of(
                                new GroupFact.GroupReported("m", DAY),
                                new GroupFact.GroupReportWithdrawn("m", DAY)),
                        each -> each,
                        GroupHistory.NONE),
                row(
                        TopicHistory.NONE,
                        TopicHistory::after,
                        List.of(
                                new TopicFact.TopicPostponed("m", DAY),
                                new TopicFact.PostponementWithdrawn("m", DAY, null)),
                        each -> each,
                        TopicHistory.NONE),
                row(
                        PaperHistory.NONE,
                        PaperHistory::after,
                        List.of(
                                new PaperFact.PaperDrafted(DAY),
                                new PaperFact.DraftCorrected(null)),
                        each -> each,
                        PaperHistory.NONE),
                row(
                        PaperHistory.NONE,
                        PaperHistory::after,
                        List.of(
                                new PaperFact.PaperNumbered("26093-22", DAY),
                                new PaperFact.NumberCorrected(null, null)),
                        each -> each,
                        PaperHistory.NONE),
                row(
                        PaperHistory.NONE,
                        PaperHistory::after,
                        List.of(
                                new PaperFact.DeliberationCorrected(
                                        "rat", PaperFact.Deliberation.ADVISES, OTHER)),
                        each -> each,
                        PaperHistory.NONE),
                row(
                        PaperHistory.NONE,
                        PaperHistory::after,
                        List.of(
                                new PaperFact.DeliberationPlanned(
                                        "rat", PaperFact.Deliberation.DECIDES, DAY),
                                new PaperFact.DeliberationCorrected(
                                        "rat", PaperFact.Deliberation.ADVISES, OTHER),
                                new PaperFact.DeliberationWithdrawn("rat")),
                        each -> each,
                        PaperHistory.NONE),
                row(
                        PaperHistory.NONE,
                        PaperHistory::after,
                        List.of(
                                new PaperFact.DeliberationRecorded("rat", null, DAY),
                                new PaperFact.DeliberationRecordCorrected("rat", null, null)),
                        each -> each,
                        PaperHistory.NONE),
                body(
                        each -> each.seats().firstEntry().getValue().filled(OTHER),
                        false,
                        new BodyFact.DelegateNamed("s", "p", DAY),
                        new BodyFact.DelegationWithdrawn("s", "p", OTHER)),
                body(
                        each -> each.seats().firstEntry().getValue().deputies(),
                        0,
                        new BodyFact.DeputyNamed("s", "p", 1, DAY),
                        new BodyFact.DeputyWithdrawn("s", "p", OTHER)),
                // whoever was a deputy was one
                body(
                        each -> each.seats().firstEntry().getValue().deputies(),
                        1,
                        new BodyFact.DeputyNamed("s", "p", 1, DAY),
                        new BodyFact.DeputyEnded("s", "p", OTHER)));
    }

    private static Stream<Row> labs() {
        return Stream.of(
                row(
                        ConceptHistory.NONE,
                        ConceptHistory::after,
                        List.of(
                                new ConceptFact.ConceptPresented("abooab", DAY, null),
                                new ConceptFact.PresentationWithdrawn("abooab", OTHER)),
                        each -> each,
                        ConceptHistory.NONE),
                row(
                        ToolHistory.NONE,
                        ToolHistory::after,
                        List.of(
                                new ToolFact.ToolStatementPresented(1, "abooab", DAY, null),
                                new ToolFact.ToolPresentationWithdrawn(1, "abooab", OTHER)),
                        each -> each,
                        ToolHistory.NONE),
                contribution(
                        ContributionHistory::withheldOn,
                        null,
                        new ContributionFact.ContributionWithheld(
                                ContributionFact.WithheldFor.INSULT, DAY),
                        new ContributionFact.WithholdingLifted(OTHER)),
                contribution(
                        ContributionHistory::publishedOn,
                        null,
                        new ContributionFact.ContributionPublished(DAY),
                        new ContributionFact.PublicationWithdrawn(OTHER)),
                contribution(
                        each -> List.of(each.assessment(), each.assessedOn()),
                        List.of(ContributionFact.Assessment.TAKEN_UP, DAY),
                        new ContributionFact.ContributionAssessed(
                                ContributionFact.Assessment.NOT_FEASIBLE, DAY),
                        new ContributionFact.AssessmentCorrected(
                                ContributionFact.Assessment.TAKEN_UP, OTHER)),
                contribution(
                        each -> each,
                        ContributionHistory.NONE,
                        new ContributionFact.ContributionWithdrawn(OTHER)),
                lab(
                        each -> List.of(each.neighbourhood(), each.date()),
                        List.of("Nord", OTHER),
                        new LabFact.PlanCorrected(RIGHT, OTHER, LabFact.Place.HERE)),
                lab(each -> each, LabHistory.NONE, new LabFact.LabCancelled(OTHER)),
                lab(
                        each -> each.stateOn(OTHER),
                        LabHistory.State.PLANNED,
                        new LabFact.GoAheadGiven(DAY),
                        new LabFact.GoAheadWithdrawn(OTHER)),
                lab(
                        each -> each.stateOn(OTHER),
                        LabHistory.State.PLANNED,
                        new LabFact.LabOpened(DAY),
                        new LabFact.OpeningCorrected(null)),
                lab(
                        each -> List.of(each.stateOn(OTHER), each.participants()),
                        List.of(LabHistory.State.PLANNED, 0),
                        new LabFact.LabHeld(DAY, 12),
                        new LabFact.HeldCorrected(null, null)),
                lab(
                        each -> each.stateOn(OTHER),
                        LabHistory.State.PLANNED,
                        new LabFact.LabMissed(DAY),
                        new LabFact.MissedWithdrawn(OTHER)),
                // of two clubs one is left
                lab(
                        LabHistory::partners,
                        new TreeSet<>(Set.of(LabFact.Partner.CLUB)),
                        new LabFact.PartnerInvolved(LabFact.Partner.CLUB, TEXT),
                        new LabFact.PartnerInvolved(LabFact.Partner.CLUB, RIGHT),
                        new LabFact.PartnerInvolved(LabFact.Partner.YOUTH_WORK, RIGHT),
                        new LabFact.PartnerWithdrawn(LabFact.Partner.CLUB, TEXT),
                        new LabFact.PartnerWithdrawn(LabFact.Partner.YOUTH_WORK, RIGHT)),
                lab(
                        LabHistory::answers,
                        0,
                        new LabFact.QuestionAnswered("f", DAY),
                        new LabFact.AnswerWithdrawn("f", OTHER)),
                lab(
                        LabHistory::reported,
                        new TreeMap<>(java.util.Map.of("vv", DAY)),
                        new LabFact.ResultReported("vv", TEXT, DAY),
                        new LabFact.ResultCorrected("vv", RIGHT, OTHER)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatWasPutRightCountsAsItIsRight(Row row) {
        assertThat(row.after()).isEqualTo(row.expected());
    }

    /// The next fact of this kind stands in the table above, or this is red.
    @Test
    void everyFactThatPutsRightIsFolded() {
        var heard =
                Stream.of(
                        BodyFact.class,
                        MeetingFact.class,
                        VotingFact.class,
                        ProposalFact.class,
                        RecommendationFact.class,
                        RulesFact.class,
                        FieldFact.class,
                        GroupFact.class,
                        PaperFact.class,
                        TopicFact.class,
                        QuestionFact.class,
                        ConceptFact.class,
                        LabFact.class,
                        ContributionFact.class,
                        ToolFact.class);
        var putRight =
                heard.flatMap(each -> Arrays.stream(each.getPermittedSubclasses()))
                        .map(Class::getSimpleName)
                        .filter(name ->
                                name.matches(
                                        ".*(Corrected|Withdrawn|Cancelled|Removed|Lifted|Returned|Ended|Noted)"))
                        .filter(name -> !ENDS.contains(name))
                        .toList();
        assertThat(rows().map(Row::toString).distinct())
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(putRight));
    }

    /// "Meetings held": as it was told; where nothing was told, opened, closed and somebody there.
    @Test
    void aMeetingWithNobodyThereIsNotHeld() {
        var closed =
                MeetingHistory.NONE
                        .after(new MeetingFact.MeetingPlanned("vv", DAY))
                        .after(new MeetingFact.MeetingOpened(AT));
        var untold = new MeetingFact.MeetingClosed(NEXT, null);
        assertThat(closed.after(untold).held()).isFalse();
        assertThat(closed.after(untold).openedAndClosed()).isTrue();
        assertThat(closed.after(came("a", false)).after(untold).held()).isTrue();
        assertThat(closed.after(new MeetingFact.MeetingClosed(NEXT, true)).held()).isTrue();
        assertThat(
                        closed.after(came("a", false))
                                .after(new MeetingFact.MeetingClosed(NEXT, false))
                                .held())
                .isFalse();
    }

    @Test
    void whatYesterdaysProgramStoredIsRead() {
        var mapper = FactMapper.create();
        assertThat(
                        mapper.readValue(
                                        """
                                        {"body":"vv","convened":true,"postponed":false,"opened":true,"closed":true,
                                        "items":1,"concluded":1,"statutory":20,"present":["a"],"deputised":[],
                                        "conflicts":0,"handovers":0,"signed":false}
                                        """,
                                        MeetingHistory.class)
                                .held())
                .isTrue();
        assertThat(
                        mapper.readValue(
                                        """
                                        {"district":"eving","neighbourhood":"Mitte","place":"HERE","participants":0,
                                        "postponed":false,"partners":["CLUB"],"answers":0,"reported":{}}
                                        """,
                                        LabHistory.class)
                                .after(new LabFact.PartnerWithdrawn(LabFact.Partner.CLUB, TEXT))
                                .partners())
                .isEmpty();
        assertThat(
                        mapper.readValue("{\"title\":\"t\",\"options\":{}}", TopicHistory.class)
                                .titles())
                .isEmpty();
    }
}
