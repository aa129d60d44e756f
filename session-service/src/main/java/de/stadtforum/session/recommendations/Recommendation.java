package de.stadtforum.session.recommendations;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.RecommendationFact.Answer;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationAnswered;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationForwarded;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationMade;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A recommendation is made by decision, forwarded to its addressee and answered by it (resolution 3.2).
public record Recommendation(
        String id, Made made, @Nullable LocalDate forwarded, @Nullable Reply reply) {
    public enum Refusal implements Reason {
        OTHER_CONTENT,
        ALREADY_FORWARDED,
        FORWARDED_BEFORE_MADE,
        NOT_FORWARDED,
        ANSWERED_BEFORE_FORWARDED,
        ALREADY_ANSWERED
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
                new Recommendation(id, made, null, null),
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
        return changed(new Recommendation(id, made, on, null), new RecommendationForwarded(on));
    }

    Decision<Recommendation> answer(Reply given) {
        if (given.equals(reply)) return unchanged();
        if (reply != null) return refused(Refusal.ALREADY_ANSWERED);
        if (forwarded == null) return refused(Refusal.NOT_FORWARDED);
        if (given.on.isBefore(forwarded)) return refused(Refusal.ANSWERED_BEFORE_FORWARDED);
        return changed(
                new Recommendation(id, made, forwarded, given),
                new RecommendationAnswered(
                        given.answer,
                        given.text == null ? null : new PublicText(given.text),
                        given.on));
    }

    public State state() {
        if (reply != null) return State.ANSWERED;
        return forwarded == null ? State.MADE : State.FORWARDED;
    }

    public boolean overdueOn(LocalDate today) {
        return reply == null && made.answerDue != null && today.isAfter(made.answerDue);
    }
}
