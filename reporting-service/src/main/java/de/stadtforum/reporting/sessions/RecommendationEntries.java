package de.stadtforum.reporting.sessions;

import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.RECOMMENDATION;
import static de.stadtforum.reporting.entries.EntryKind.RECOMMENDATION_ANSWERED;
import static de.stadtforum.reporting.entries.EntryKind.RECOMMENDATION_FORWARDED;

import de.stadtforum.contracts.session.RecommendationFact;
import de.stadtforum.contracts.session.RecommendationFact.AnswerCorrected;
import de.stadtforum.contracts.session.RecommendationFact.ForwardingCorrected;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationAnswered;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationForwarded;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationMade;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;

/// What became of a recommendation, dated.
public final class RecommendationEntries {
    private RecommendationEntries() {}

    public static AggregateEntries after(
            AggregateEntries before, Recorded<RecommendationFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case RecommendationMade it ->
                    change.set(
                            RECOMMENDATION,
                            "",
                            it.on(),
                            marks(
                                    "addressee", it.addressee(),
                                    "to", it.to(),
                                    "text", it.text().text(),
                                    "due", it.answerDue()));
            case RecommendationForwarded it -> change.set(RECOMMENDATION_FORWARDED, it.on());
            case ForwardingCorrected it -> change.set(RECOMMENDATION_FORWARDED, it.on());
            case RecommendationAnswered it ->
                    change.set(RECOMMENDATION_ANSWERED, "", it.on(), marks("answer", it.answer()));
            case AnswerCorrected it ->
                    change.set(RECOMMENDATION_ANSWERED, "", it.on(), marks("answer", it.answer()));
        }
        return change.done();
    }
}
