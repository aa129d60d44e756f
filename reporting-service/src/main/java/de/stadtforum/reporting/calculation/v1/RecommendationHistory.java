package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.session.RecommendationFact;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.RecommendationFact.Answer;
import de.stadtforum.contracts.session.RecommendationFact.AnswerCorrected;
import de.stadtforum.contracts.session.RecommendationFact.ForwardingCorrected;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationAnswered;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationForwarded;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationMade;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A recommendation as its facts tell it.
public record RecommendationHistory(
        Addressee addressee,
        String to,
        String text,
        @Nullable LocalDate on,
        @Nullable LocalDate due,
        @Nullable LocalDate forwardedOn,
        @Nullable Answer answer,
        @Nullable LocalDate answeredOn) {
    public static final RecommendationHistory NONE =
            new RecommendationHistory(Addressee.UNKNOWN, "", "", null, null, null, null, null);

    public enum State {
        MADE,
        FORWARDED,
        OVERDUE,
        ANSWERED
    }

    public RecommendationHistory after(RecommendationFact fact) {
        return switch (fact) {
            case RecommendationMade it ->
                    new RecommendationHistory(
                            it.addressee(),
                            it.to(),
                            it.text().text(),
                            it.on(),
                            it.answerDue(),
                            forwardedOn,
                            answer,
                            answeredOn);
            case RecommendationForwarded it ->
                    new RecommendationHistory(
                            addressee, to, text, on, due, it.on(), answer, answeredOn);
            case RecommendationAnswered it ->
                    new RecommendationHistory(
                            addressee, to, text, on, due, forwardedOn, it.answer(), it.on());
            case ForwardingCorrected it ->
                    new RecommendationHistory(
                            addressee, to, text, on, due, it.on(), answer, answeredOn);
            case AnswerCorrected it ->
                    new RecommendationHistory(
                            addressee, to, text, on, due, forwardedOn, it.answer(), it.on());
        };
    }

    /// How far it was at the end of that day.
    public State stateOn(LocalDate day) {
        if (answeredOn != null && !answeredOn.isAfter(day)) return State.ANSWERED;
        if (due != null && due.isBefore(day)) return State.OVERDUE;
        return forwardedOn != null && !forwardedOn.isAfter(day) ? State.FORWARDED : State.MADE;
    }
}
