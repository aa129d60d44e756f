package de.stadtforum.session.recommendations;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.RecommendationFact.Answer;
import de.stadtforum.contracts.session.RecommendationFact.AnswerCorrected;
import de.stadtforum.contracts.session.RecommendationFact.ForwardingCorrected;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationAnswered;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationForwarded;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationMade;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A recommendation is made by decision, forwarded to its addressee and answered by it (resolution 3.2).
///
/// @param corrections what was put right of forwarding and answer
public record Recommendation(
        String id,
        Made made,
        @Nullable LocalDate forwarded,
        @Nullable Reply reply,
        List<Correction> corrections) {
    public enum Refusal implements Reason {
        OTHER_CONTENT,
        ALREADY_FORWARDED,
        FORWARDED_BEFORE_MADE,
        NOT_FORWARDED,
        ANSWERED_BEFORE_FORWARDED,
        ALREADY_ANSWERED,
        NOT_ANSWERED,
        TOO_MANY
    }

    static final int MOST_CORRECTIONS = 100;

    // yesterday's documents have no corrections
    public Recommendation {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    public enum State {
        MADE,
        FORWARDED,
        ANSWERED
    }

    /// @param to the addressee's body
    public record Made(
            String body,
            Addressee addressee,
            String to,
            String text,
            String vote,
            LocalDate on,
            @Nullable LocalDate answerDue) {}

    public record Reply(Answer answer, @Nullable String text, LocalDate on) {}

    public static Decision<Recommendation> make(
            @Nullable Recommendation existing, String id, Made made) {
        if (existing != null)
            return existing.made.equals(made) ? unchanged() : refused(Refusal.OTHER_CONTENT);
        return changed(
                new Recommendation(id, made, null, null, List.of()),
                new RecommendationMade(
                        made.body,
                        made.addressee,
                        made.to,
                        new PublicText(made.text),
                        made.vote,
                        made.on,
                        made.answerDue));
    }

    Decision<Recommendation> forward(LocalDate on) {
        if (on.equals(forwarded)) return unchanged();
        if (forwarded != null) return refused(Refusal.ALREADY_FORWARDED);
        if (on.isBefore(made.on)) return refused(Refusal.FORWARDED_BEFORE_MADE);
        return changed(
                new Recommendation(id, made, on, null, corrections),
                new RecommendationForwarded(on));
    }

    Decision<Recommendation> answer(Reply given) {
        if (given.equals(reply)) return unchanged();
        if (reply != null) return refused(Refusal.ALREADY_ANSWERED);
        if (forwarded == null) return refused(Refusal.NOT_FORWARDED);
        if (given.on.isBefore(forwarded)) return refused(Refusal.ANSWERED_BEFORE_FORWARDED);
        return changed(
                new Recommendation(id, made, forwarded, given, corrections),
                new RecommendationAnswered(
                        given.answer,
                        given.text == null ? null : new PublicText(given.text),
                        given.on));
    }

    /// @param on the day that holds; null where it was not forwarded after all
    Decision<Recommendation> correctForwarding(
            @Nullable LocalDate on, String reason, LocalDate today) {
        if (Objects.equals(on, forwarded)) return unchanged();
        if (forwarded == null) return refused(Refusal.NOT_FORWARDED);
        if (on == null && reply != null) return refused(Refusal.ALREADY_ANSWERED);
        if (on != null && on.isBefore(made.on)) return refused(Refusal.FORWARDED_BEFORE_MADE);
        if (on != null && reply != null && reply.on.isBefore(on))
            return refused(Refusal.ANSWERED_BEFORE_FORWARDED);
        if (corrections.size() >= MOST_CORRECTIONS) return refused(Refusal.TOO_MANY);
        var all = with(new Correction("forwarding", today, reason, forwarded.toString()));
        return changed(new Recommendation(id, made, on, reply, all), new ForwardingCorrected(on));
    }

    /// @param given the answer that holds; null where there is none after all
    Decision<Recommendation> correctAnswer(@Nullable Reply given, String reason, LocalDate today) {
        if (Objects.equals(given, reply)) return unchanged();
        if (reply == null || forwarded == null) return refused(Refusal.NOT_ANSWERED);
        if (given != null && given.on.isBefore(forwarded))
            return refused(Refusal.ANSWERED_BEFORE_FORWARDED);
        if (corrections.size() >= MOST_CORRECTIONS) return refused(Refusal.TOO_MANY);
        var all = with(new Correction("answer", today, reason, reply.text));
        return changed(
                new Recommendation(id, made, forwarded, given, all),
                given == null
                        ? new AnswerCorrected(null, null, null)
                        : new AnswerCorrected(
                                given.answer,
                                given.text == null ? null : new PublicText(given.text),
                                given.on));
    }

    private List<Correction> with(Correction correction) {
        var all = new ArrayList<>(corrections);
        all.add(correction);
        return all;
    }

    public State state() {
        if (reply != null) return State.ANSWERED;
        return forwarded == null ? State.MADE : State.FORWARDED;
    }

    public boolean overdueOn(LocalDate today) {
        return reply == null && made.answerDue != null && today.isAfter(made.answerDue);
    }
}
