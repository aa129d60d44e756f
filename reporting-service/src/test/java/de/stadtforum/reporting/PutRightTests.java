package de.stadtforum.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.lab.ConceptFact;
import de.stadtforum.contracts.lab.ContributionFact;
import de.stadtforum.contracts.lab.LabFact;
import de.stadtforum.contracts.lab.ToolFact;
import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.session.GroupFact;
import de.stadtforum.contracts.session.MeetingFact;
import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.QuestionFact;
import de.stadtforum.contracts.session.RecommendationFact;
import de.stadtforum.contracts.session.TopicFact;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.reporting.bodies.BodyHistory;
import de.stadtforum.reporting.labs.ConceptHistory;
import de.stadtforum.reporting.labs.ContributionHistory;
import de.stadtforum.reporting.labs.LabHistory;
import de.stadtforum.reporting.labs.ToolHistory;
import de.stadtforum.reporting.sessions.GroupHistory;
import de.stadtforum.reporting.sessions.MeetingHistory;
import de.stadtforum.reporting.sessions.ProposalHistory;
import de.stadtforum.reporting.sessions.QuestionHistory;
import de.stadtforum.reporting.sessions.RecommendationHistory;
import de.stadtforum.reporting.sessions.TopicHistory;
import de.stadtforum.reporting.sessions.VoteHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What was put right counts as if it had been told so at once; no fact of the kind is passed over unseen.
class PutRightTests {
    private static final LocalDate DAY = LocalDate.parse("2024-03-05");
    private static final Instant AT = Instant.parse("2024-03-05T16:00:00Z");
    private static final PublicText TEXT = new PublicText("Licht");
    private static final Pattern PUTS_RIGHT =
            Pattern.compile(
                    ".*(corrected|withdrawn|cancelled|removed|lifted|returned|-noted|deputy-ended)");

    /// @param after the history once it was put right
    /// @param holds whether it says what is right
    private record Case(String type, Object after, boolean holds) {}

    private final List<Case> cases =
            List.of(
                    meeting(
                            new MeetingFact.MeetingCancelled(TEXT, DAY),
                            List.of(planned()),
                            history -> history.date() == null && !history.convened()),
                    meeting(
                            new MeetingFact.InvitationCorrected(
                                    Instant.parse("2024-03-06T16:00:00Z"), TEXT, DAY),
                            List.of(planned()),
                            history -> DAY.plusDays(1).equals(history.date())),
                    meeting(
                            new MeetingFact.ItemRemoved("i", DAY),
                            List.of(planned(), placed()),
                            history -> history.items() == 0),
                    meeting(
                            new MeetingFact.ItemCorrected(
                                    "i", "2", MeetingFact.Part.PUBLIC, TEXT, null),
                            List.of(planned(), placed()),
                            history -> history.items() == 1),
                    meeting(
                            new MeetingFact.OutcomeCorrected("i", null),
                            List.of(
                                    placed(),
                                    new MeetingFact.ItemConcluded(
                                            "i", MeetingFact.ItemOutcome.NOTED)),
                            history -> history.concluded() == 0),
                    meeting(
                            new MeetingFact.AttendanceWithdrawn(
                                    "s", "p", MeetingFact.Presence.PRESENT, true, AT),
                            List.of(present()),
                            history ->
                                    history.present().isEmpty() && history.deputised().isEmpty()),
                    meeting(
                            new MeetingFact.ConflictWithdrawn("s", "i"),
                            List.of(new MeetingFact.ConflictDeclared("s", "i")),
                            history -> history.conflicts() == 0),
                    meeting(
                            new MeetingFact.HandoverWithdrawn("s", "i"),
                            List.of(new MeetingFact.ChairHandedOver("s", "i")),
                            history -> history.handovers() == 0),
                    meeting(
                            new MeetingFact.OpeningCorrected(Instant.parse("2024-03-07T16:00:00Z")),
                            List.of(planned(), new MeetingFact.MeetingOpened(AT)),
                            history -> DAY.plusDays(2).equals(history.date())),
                    meeting(
                            new MeetingFact.ClosingCorrected(AT, false),
                            List.of(
                                    planned(),
                                    new MeetingFact.MeetingOpened(AT),
                                    present(),
                                    new MeetingFact.MeetingClosed(AT, true)),
                            history -> !history.held()),
                    meeting(
                            new MeetingFact.MinutesNoted(DAY),
                            List.of(new MeetingFact.MinutesSigned(DAY)),
                            history -> history.signed()),
                    fold(
                            VoteHistory.NONE,
                            VoteHistory::after,
                            new VotingFact.VoteCancelled(DAY),
                            List.of(opened()),
                            history -> history.equals(VoteHistory.NONE)),
                    fold(
                            VoteHistory.NONE,
                            VoteHistory::after,
                            new VotingFact.BallotWithdrawn(),
                            List.of(opened(), new VotingFact.BallotCast()),
                            history -> history.cast() == 0),
                    fold(
                            VoteHistory.NONE,
                            VoteHistory::after,
                            new VotingFact.CountWithdrawn(),
                            List.of(opened(), new VotingFact.CountEntered()),
                            history -> history.cast() == 0),
                    fold(
                            ProposalHistory.NONE,
                            ProposalHistory::after,
                            new ProposalFact.ProposalReturned("vv", DAY),
                            List.of(received()),
                            history -> history.heardOn() == null && DAY.equals(history.on())),
                    fold(
                            ProposalHistory.NONE,
                            ProposalHistory::after,
                            new ProposalFact.ProposalWithdrawn(DAY),
                            List.of(received()),
                            history -> history.equals(ProposalHistory.NONE)),
                    fold(
                            RecommendationHistory.NONE,
                            RecommendationHistory::after,
                            new RecommendationFact.ForwardingCorrected(null),
                            List.of(new RecommendationFact.RecommendationForwarded(DAY)),
                            history -> history.forwardedOn() == null),
                    fold(
                            RecommendationHistory.NONE,
                            RecommendationHistory::after,
                            new RecommendationFact.AnswerCorrected(null, null, null),
                            List.of(
                                    new RecommendationFact.RecommendationAnswered(
                                            RecommendationFact.Answer.ADOPTED, null, DAY)),
                            history -> history.answer() == null && history.answeredOn() == null),
                    fold(
                            QuestionHistory.NONE,
                            QuestionHistory::after,
                            new QuestionFact.QuestionCorrected(new PublicText("Neu?")),
                            List.of(new QuestionFact.QuestionAsked("vv", "a", TEXT, DAY)),
                            history -> history.title().equals("Neu?")),
                    fold(
                            QuestionHistory.NONE,
                            QuestionHistory::after,
                            new QuestionFact.QuestionWithdrawn(DAY),
                            List.of(new QuestionFact.QuestionAsked("vv", "a", TEXT, DAY)),
                            history -> history.equals(QuestionHistory.NONE)),
                    fold(
                            TopicHistory.NONE,
                            TopicHistory::after,
                            new TopicFact.TopicCorrected(new PublicText("Neu")),
                            List.of(new TopicFact.TopicOpened("vv", TEXT, DAY)),
                            history -> history.title().equals("Neu")),
                    fold(
                            TopicHistory.NONE,
                            TopicHistory::after,
                            new TopicFact.OptionWithdrawn("o", DAY),
                            List.of(
                                    new TopicFact.OptionDeliberated(
                                            "o", TEXT, TopicFact.Level.CITY, "vv", DAY)),
                            history -> history.options().isEmpty()),
                    fold(
                            GroupHistory.NONE,
                            GroupHistory::after,
                            new GroupFact.DateWithdrawn(DAY),
                            List.of(new GroupFact.DateFound(DAY)),
                            history -> history.shared() == 0),
                    fold(
                            GroupHistory.NONE,
                            GroupHistory::after,
                            new GroupFact.ContactWithdrawn("p", DAY),
                            List.of(new GroupFact.ContactShared("p", DAY)),
                            history -> history.shared() == 0),
                    lab(
                            new LabFact.PlanCorrected(
                                    new PublicText("Neu"),
                                    DAY.plusDays(1),
                                    LabFact.Place.CITY_TOOL),
                            List.of(labPlanned()),
                            history ->
                                    history.neighbourhood().equals("Neu")
                                            && DAY.plusDays(1).equals(history.date())),
                    lab(
                            new LabFact.LabCancelled(DAY),
                            List.of(labPlanned()),
                            history -> history.equals(LabHistory.NONE)),
                    lab(
                            new LabFact.GoAheadWithdrawn(DAY),
                            List.of(new LabFact.GoAheadGiven(DAY)),
                            history -> history.equals(LabHistory.NONE)),
                    lab(
                            new LabFact.OpeningCorrected(null),
                            List.of(new LabFact.LabOpened(DAY)),
                            history -> history.openedOn() == null),
                    lab(
                            new LabFact.HeldCorrected(null, null),
                            List.of(new LabFact.LabHeld(DAY, 12)),
                            history -> history.heldOn() == null && history.participants() == 0),
                    lab(
                            new LabFact.MissedWithdrawn(DAY),
                            List.of(new LabFact.LabMissed(DAY)),
                            history -> history.missedOn() == null),
                    lab(
                            new LabFact.PartnerWithdrawn(LabFact.Partner.CLUB, TEXT),
                            List.of(new LabFact.PartnerInvolved(LabFact.Partner.CLUB, TEXT)),
                            history -> history.partners().isEmpty()),
                    lab(
                            new LabFact.AnswerWithdrawn("q", DAY),
                            List.of(new LabFact.QuestionAnswered("q", DAY)),
                            history -> history.answers() == 0),
                    lab(
                            new LabFact.ResultCorrected("ag", TEXT, DAY),
                            List.of(new LabFact.ResultReported("vv", TEXT, DAY)),
                            history -> history.reported().equals(new TreeMap<>(Map.of("ag", DAY)))),
                    contribution(
                            new ContributionFact.WithholdingLifted(DAY),
                            new ContributionFact.ContributionWithheld(
                                    ContributionFact.WithheldFor.INSULT, DAY),
                            history -> history.withheldOn() == null),
                    contribution(
                            new ContributionFact.PublicationWithdrawn(DAY),
                            new ContributionFact.ContributionPublished(DAY),
                            history -> history.publishedOn() == null),
                    contribution(
                            new ContributionFact.AssessmentCorrected(
                                    ContributionFact.Assessment.TAKEN_UP, DAY),
                            new ContributionFact.ContributionAssessed(
                                    ContributionFact.Assessment.NOT_FEASIBLE, DAY),
                            history ->
                                    history.assessment() == ContributionFact.Assessment.TAKEN_UP),
                    contribution(
                            new ContributionFact.ContributionWithdrawn(DAY),
                            new ContributionFact.ContributionPublished(DAY),
                            history -> history.equals(ContributionHistory.NONE)),
                    fold(
                            ConceptHistory.NONE,
                            ConceptHistory::after,
                            new ConceptFact.PresentationWithdrawn("a", DAY),
                            List.of(new ConceptFact.ConceptPresented("a", DAY, null)),
                            history -> history.presented().isEmpty()),
                    fold(
                            ToolHistory.NONE,
                            ToolHistory::after,
                            new ToolFact.ToolPresentationWithdrawn(1, "a", DAY),
                            List.of(new ToolFact.ToolStatementPresented(1, "a", DAY, null)),
                            history -> history.presented().isEmpty()),
                    seat(
                            new BodyFact.DelegationWithdrawn("s", "neu", DAY.plusDays(9)),
                            List.of(
                                    new BodyFact.DelegateNamed("s", "alt", DAY),
                                    new BodyFact.DelegateNamed("s", "neu", DAY.plusDays(5))),
                            history ->
                                    history.seats().get("s").terms().size() == 1
                                            && history.seats().get("s").filled(DAY.plusDays(9))),
                    seat(
                            new BodyFact.DeputyEnded("s", "d", DAY),
                            List.of(new BodyFact.DeputyNamed("s", "d", 1, DAY)),
                            history -> history.seats().get("s").deputies() == 0),
                    seat(
                            new BodyFact.DeputyWithdrawn("s", "d", DAY),
                            List.of(new BodyFact.DeputyNamed("s", "d", 1, DAY)),
                            history -> history.seats().get("s").deputies() == 0));

    private static MeetingFact planned() {
        return new MeetingFact.MeetingPlanned("vv", DAY);
    }

    private static MeetingFact placed() {
        return new MeetingFact.ItemPlaced("i", "1", MeetingFact.Part.PUBLIC, TEXT, null);
    }

    private static MeetingFact present() {
        return new MeetingFact.AttendanceRecorded("s", "p", MeetingFact.Presence.PRESENT, true, AT);
    }

    private static VotingFact opened() {
        return new VotingFact.VoteOpened(
                "vv", "m", "i", VotingFact.Subject.PROCEDURE, VotingFact.Mode.OPEN, 12);
    }

    private static ProposalFact received() {
        return new ProposalFact.ProposalReceived("vv", ProposalFact.Kind.OTHER, "a", TEXT, DAY);
    }

    private static LabFact labPlanned() {
        return new LabFact.LabPlanned("eving", TEXT, DAY, LabFact.Place.HERE);
    }

    private static Case meeting(
            MeetingFact right, List<MeetingFact> before, Predicate<MeetingHistory> holds) {
        return fold(MeetingHistory.NONE, MeetingHistory::after, right, before, holds);
    }

    private static Case lab(LabFact right, List<LabFact> before, Predicate<LabHistory> holds) {
        return fold(LabHistory.NONE, LabHistory::after, right, before, holds);
    }

    private static Case contribution(
            ContributionFact right, ContributionFact wrong, Predicate<ContributionHistory> holds) {
        var received =
                new ContributionFact.ContributionReceived(
                        "lab", ContributionFact.Channel.ONLINE, DAY);
        return fold(
                ContributionHistory.NONE,
                ContributionHistory::after,
                right,
                List.of(received, wrong),
                holds);
    }

    private static Case seat(BodyFact right, List<BodyFact> before, Predicate<BodyHistory> holds) {
        var created =
                new BodyFact.SeatCreated(
                        "s",
                        BodyFact.SeatKind.VOTING,
                        BodyFact.SeatBasis.INSTITUTION,
                        "h",
                        TEXT,
                        DAY);
        var all = new ArrayList<BodyFact>(List.of(created));
        all.addAll(before);
        return fold(BodyHistory.NONE, BodyHistory::after, right, all, holds);
    }

    private static <H, F extends Fact> Case fold(
            H none,
            BiFunction<H, F, H> after,
            F right,
            List<? extends F> before,
            Predicate<H> holds) {
        var history = none;
        for (var each : before) history = after.apply(history, each);
        history = after.apply(history, right);
        return new Case(FactType.of(right.getClass()), history, holds.test(history));
    }

    @Test
    void whatWasPutRightCountsAsItIsNow() {
        for (var each : cases)
            assertThat(each.holds()).as(each.type() + " " + each.after()).isTrue();
    }

    @Test
    void everyFactThatPutsRightIsInTheTable() {
        var heard = new TreeSet<String>();
        for (var teller : List.of(Teller.MEMBERSHIP, Teller.SESSION, Teller.LAB))
            for (var owner : teller.tells())
                for (var type : FactType.allOf(owner))
                    if (PUTS_RIGHT.matcher(type).matches()) heard.add(type);
        // seats and offices that end in the ordinary way, and what reporting never hears
        heard.removeIf(type -> type.endsWith("seat-withdrawn") || type.contains(".person."));
        var tabled = new TreeSet<String>();
        cases.forEach(each -> tabled.add(each.type()));
        assertThat(tabled).isEqualTo(heard);
    }
}
