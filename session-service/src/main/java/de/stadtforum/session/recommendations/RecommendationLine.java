package de.stadtforum.session.recommendations;

import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.RecommendationFact.Answer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A recommendation as a list names it, without the words of the answer.
///
/// @param to the addressee's body
/// @param text its words; it has no title
/// @param vote that made it
/// @param answer what the addressee said, and when
record RecommendationLine(
        String id,
        String body,
        Addressee addressee,
        String to,
        String text,
        String vote,
        LocalDate on,
        @Nullable LocalDate answerDue,
        @Nullable LocalDate forwarded,
        @Nullable Answer answer,
        @Nullable LocalDate answered) {
    static RecommendationLine of(Recommendation recommendation) {
        var made = recommendation.made();
        var reply = recommendation.reply();
        return new RecommendationLine(
                recommendation.id(),
                made.body(),
                made.addressee(),
                made.to(),
                made.text(),
                made.vote(),
                made.on(),
                made.answerDue(),
                recommendation.forwarded(),
                reply == null ? null : reply.answer(),
                reply == null ? null : reply.on());
    }
}
