package de.stadtforum.lab.contributions;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.AssessmentCorrected;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.lab.ContributionFact.ContributionAssessed;
import de.stadtforum.contracts.lab.ContributionFact.ContributionPublished;
import de.stadtforum.contracts.lab.ContributionFact.ContributionReceived;
import de.stadtforum.contracts.lab.ContributionFact.ContributionWithdrawn;
import de.stadtforum.contracts.lab.ContributionFact.ContributionWithheld;
import de.stadtforum.contracts.lab.ContributionFact.PublicationWithdrawn;
import de.stadtforum.contracts.lab.ContributionFact.WithheldFor;
import de.stadtforum.contracts.lab.ContributionFact.WithholdingLifted;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a resident contributed, without a name: published or withheld with a reason, then assessed (resolution 5.4b). Its words are told by no fact.
/// Each of these decisions can be taken back with a reason; whoever sent it can take it back without one, and its words are gone then.
public record Contribution(
        String id,
        String lab,
        Channel channel,
        String text,
        @Nullable String location,
        LocalDate receivedOn,
        State state,
        @Nullable LocalDate publishedOn,
        @Nullable Withheld withheld,
        List<Assessed> assessments,
        @Nullable Withdrawn withdrawn,
        List<Correction> corrections) {
    /// Code points, so that an emoji counts once.
    public static final int LONGEST = 2_000;

    static final int MOST_ASSESSMENTS = 20;
    static final int MOST_CORRECTIONS = 100;

    enum Refusal implements Reason {
        OTHER_CONTENT,
        CLOSED_FOR_CONTRIBUTIONS,
        ALREADY_WITHHELD,
        NOT_PUBLISHED,
        BEFORE_ITS_RECEIPT,
        BEFORE_ITS_PUBLICATION,
        TOO_MANY_ASSESSMENTS,
        ALREADY_WITHDRAWN,
        NOT_WITHHELD,
        NOT_ASSESSED,
        DECIDED_MEANWHILE,
        TOO_MANY_CORRECTIONS
    }

    public enum State {
        RECEIVED,
        PUBLISHED,
        WITHHELD,
        /// Its words are deleted.
        WITHDRAWN
    }

    /// @param note for the colleagues; never shown in public
    public record Withheld(WithheldFor reason, @Nullable String note, LocalDate on) {}

    public record Assessed(Assessment assessment, String text, LocalDate on) {}

    /// @param bySender else the team had entered it by mistake
    public record Withdrawn(LocalDate on, boolean bySender) {}

    @SuppressWarnings("NullAway") // documents of yesterday have no corrections
    public Contribution {
        assessments = List.copyOf(assessments);
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    /// @param labTakesIt the lab takes contributions of this channel on that date
    static Decision<Contribution> receive(
            @Nullable Contribution existing,
            String id,
            String lab,
            Channel channel,
            String text,
            @Nullable String location,
            LocalDate on,
            boolean labTakesIt) {
        if (existing != null) {
            if (existing.state == State.WITHDRAWN) return refused(Refusal.ALREADY_WITHDRAWN);
            return existing.saysTheSame(lab, channel, text, location, on)
                    ? unchanged()
                    : refused(Refusal.OTHER_CONTENT);
        }
        if (!labTakesIt) return refused(Refusal.CLOSED_FOR_CONTRIBUTIONS);
        var received =
                new Contribution(
                        id,
                        lab,
                        channel,
                        text,
                        location,
                        on,
                        State.RECEIVED,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of());
        return changed(received, new ContributionReceived(lab, channel, on));
    }

    Decision<Contribution> publish(LocalDate on) {
        return switch (state) {
            case PUBLISHED -> unchanged();
            case WITHHELD -> refused(Refusal.ALREADY_WITHHELD);
            case WITHDRAWN -> refused(Refusal.ALREADY_WITHDRAWN);
            case RECEIVED ->
                    on.isBefore(receivedOn)
                            ? refused(Refusal.BEFORE_ITS_RECEIPT)
                            : changed(
                                    with(State.PUBLISHED, on, null, assessments),
                                    new ContributionPublished(on));
        };
    }

    /// Also what was published already can be taken back, as soon as somebody's data are seen in it.
    Decision<Contribution> withhold(WithheldFor reason, @Nullable String note, LocalDate on) {
        var now = new Withheld(reason, note, on);
        if (state == State.WITHDRAWN) return refused(Refusal.ALREADY_WITHDRAWN);
        if (withheld != null)
            return withheld.equals(now) ? unchanged() : refused(Refusal.ALREADY_WITHHELD);
        if (on.isBefore(receivedOn)) return refused(Refusal.BEFORE_ITS_RECEIPT);
        if (publishedOn != null && on.isBefore(publishedOn))
            return refused(Refusal.BEFORE_ITS_PUBLICATION);
        return changed(
                with(State.WITHHELD, publishedOn, now, assessments),
                new ContributionWithheld(reason, on));
    }

    /// The last assessment counts; the earlier ones stay readable.
    Decision<Contribution> assess(Assessment assessment, String words, LocalDate on) {
        var next = new Assessed(assessment, words, on);
        if (assessments.contains(next)) return unchanged();
        if (publishedOn == null || state != State.PUBLISHED) return refused(Refusal.NOT_PUBLISHED);
        if (on.isBefore(publishedOn)) return refused(Refusal.BEFORE_ITS_PUBLICATION);
        if (assessments.size() >= MOST_ASSESSMENTS) return refused(Refusal.TOO_MANY_ASSESSMENTS);
        var more = new ArrayList<>(assessments);
        more.add(next);
        return changed(
                with(state, publishedOn, withheld, more), new ContributionAssessed(assessment, on));
    }

    /// It waits for a decision again.
    Decision<Contribution> liftWithholding(String reason, LocalDate today) {
        if (state != State.WITHHELD)
            return again("withholding-lifted", reason, Refusal.NOT_WITHHELD);
        if (corrections.size() >= MOST_CORRECTIONS) return refused(Refusal.TOO_MANY_CORRECTIONS);
        return changed(
                with(State.RECEIVED, null, null, assessments)
                        .with(new Correction("withholding-lifted", today, reason, null)),
                new WithholdingLifted(today));
    }

    /// It waits for a decision again.
    Decision<Contribution> withdrawPublication(String reason, LocalDate today) {
        if (state != State.PUBLISHED)
            return again("publication-withdrawn", reason, Refusal.NOT_PUBLISHED);
        if (corrections.size() >= MOST_CORRECTIONS) return refused(Refusal.TOO_MANY_CORRECTIONS);
        return changed(
                with(State.RECEIVED, null, null, assessments)
                        .with(new Correction("publication-withdrawn", today, reason, null)),
                new PublicationWithdrawn(today));
    }

    /// The last assessment is this from now on; a new view of the matter is a new assessment instead.
    Decision<Contribution> correctAssessment(
            Assessment assessment, String words, LocalDate on, String reason, LocalDate today) {
        var last = latest();
        var next = new Assessed(assessment, words, on);
        if (last == null) return refused(Refusal.NOT_ASSESSED);
        if (last.equals(next)) return unchanged();
        if (publishedOn == null || state != State.PUBLISHED) return refused(Refusal.NOT_PUBLISHED);
        if (on.isBefore(publishedOn)) return refused(Refusal.BEFORE_ITS_PUBLICATION);
        if (corrections.size() >= MOST_CORRECTIONS) return refused(Refusal.TOO_MANY_CORRECTIONS);
        var right = new ArrayList<>(assessments);
        right.set(right.size() - 1, next);
        return changed(
                with(state, publishedOn, withheld, right)
                        .with(new Correction("assessment", today, reason, last.text())),
                new AssessmentCorrected(assessment, on));
    }

    /// Taken back by whoever sent it, or by the team that entered it by mistake: it does not count, and its words are deleted.
    ///
    /// @param reason null where the sender takes it back, who owes none
    Decision<Contribution> withdraw(@Nullable String reason, LocalDate today) {
        if (state == State.WITHDRAWN) return unchanged();
        // what was said of a text that is gone would repeat it
        var gone =
                new Contribution(
                        id,
                        lab,
                        channel,
                        "",
                        null,
                        receivedOn,
                        State.WITHDRAWN,
                        null,
                        null,
                        List.of(),
                        new Withdrawn(today, reason == null),
                        reason == null
                                ? List.of()
                                : List.of(
                                        new Correction(
                                                "contribution-withdrawn", today, reason, null)));
        return changed(gone, new ContributionWithdrawn(today));
    }

    public @Nullable Assessed latest() {
        return assessments.isEmpty() ? null : assessments.getLast();
    }

    /// The same words for the same lab in the same way, on the same day.
    private boolean saysTheSame(
            String otherLab, Channel by, String words, @Nullable String where, LocalDate on) {
        return lab.equals(otherLab)
                && channel == by
                && text.equals(words)
                && java.util.Objects.equals(location, where)
                && receivedOn.equals(on);
    }

    private Decision<Contribution> again(String act, String reason, Refusal otherwise) {
        if (state == State.WITHDRAWN) return refused(Refusal.ALREADY_WITHDRAWN);
        var done =
                corrections.stream()
                        .anyMatch(each -> each.act().equals(act) && each.reason().equals(reason));
        return done ? unchanged() : refused(otherwise);
    }

    private Contribution with(
            State next,
            @Nullable LocalDate published,
            @Nullable Withheld withholding,
            List<Assessed> assessed) {
        return new Contribution(
                id,
                lab,
                channel,
                text,
                location,
                receivedOn,
                next,
                published,
                withholding,
                assessed,
                withdrawn,
                corrections);
    }

    private Contribution with(Correction correction) {
        var more = new ArrayList<>(corrections);
        more.add(correction);
        return new Contribution(
                id,
                lab,
                channel,
                text,
                location,
                receivedOn,
                state,
                publishedOn,
                withheld,
                assessments,
                withdrawn,
                more);
    }

    /// Never the words: a record prints them, and what prints ends up in a log.
    @Override
    public String toString() {
        return "Contribution[" + id + ", " + lab + ", " + channel + ", " + state + "]";
    }
}
