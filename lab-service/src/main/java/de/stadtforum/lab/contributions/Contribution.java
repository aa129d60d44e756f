package de.stadtforum.lab.contributions;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.lab.ContributionFact.ContributionAssessed;
import de.stadtforum.contracts.lab.ContributionFact.ContributionPublished;
import de.stadtforum.contracts.lab.ContributionFact.ContributionReceived;
import de.stadtforum.contracts.lab.ContributionFact.ContributionWithheld;
import de.stadtforum.contracts.lab.ContributionFact.WithheldFor;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a resident contributed, without a name: published or withheld with a reason, then assessed (resolution 5.4b). Its words are told by no fact.
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
        List<Assessed> assessments) {
    /// Code points, so that an emoji counts once.
    public static final int LONGEST = 2_000;

    static final int MOST_ASSESSMENTS = 20;

    enum Refusal implements Reason {
        OTHER_CONTENT,
        CLOSED_FOR_CONTRIBUTIONS,
        ALREADY_WITHHELD,
        NOT_PUBLISHED,
        BEFORE_ITS_RECEIPT,
        BEFORE_ITS_PUBLICATION,
        TOO_MANY_ASSESSMENTS
    }

    public enum State {
        RECEIVED,
        PUBLISHED,
        WITHHELD
    }

    /// @param note for the colleagues; never shown in public
    public record Withheld(WithheldFor reason, @Nullable String note, LocalDate on) {}

    public record Assessed(Assessment assessment, String text, LocalDate on) {}

    public Contribution {
        assessments = List.copyOf(assessments);
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
                        List.of());
        if (existing != null)
            return existing.asReceived().equals(received)
                    ? unchanged()
                    : refused(Refusal.OTHER_CONTENT);
        if (!labTakesIt) return refused(Refusal.CLOSED_FOR_CONTRIBUTIONS);
        return changed(received, new ContributionReceived(lab, channel, on));
    }

    Decision<Contribution> publish(LocalDate on) {
        return switch (state) {
            case PUBLISHED -> unchanged();
            case WITHHELD -> refused(Refusal.ALREADY_WITHHELD);
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
        if (withheld != null)
            return withheld.equals(now) ? unchanged() : refused(Refusal.ALREADY_WITHHELD);
        if (on.isBefore(receivedOn)) return refused(Refusal.BEFORE_ITS_RECEIPT);
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

    public @Nullable Assessed latest() {
        return assessments.isEmpty() ? null : assessments.getLast();
    }

    private Contribution asReceived() {
        return with(State.RECEIVED, null, null, List.of());
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
                assessed);
    }

    /// Never the words: a record prints them, and what prints ends up in a log.
    @Override
    public String toString() {
        return "Contribution[" + id + ", " + lab + ", " + channel + ", " + state + "]";
    }
}
