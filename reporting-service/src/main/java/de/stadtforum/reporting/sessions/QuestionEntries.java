package de.stadtforum.reporting.sessions;

import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.QUESTION;
import static de.stadtforum.reporting.entries.EntryKind.QUESTION_ANSWERED;

import de.stadtforum.contracts.session.QuestionFact;
import de.stadtforum.contracts.session.QuestionFact.QuestionAsked;
import de.stadtforum.contracts.session.QuestionFact.QuestionCorrected;
import de.stadtforum.contracts.session.QuestionFact.QuestionWithdrawn;
import de.stadtforum.contracts.session.QuestionFact.StatementGiven;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;

/// A question of the administration and its answer, dated.
public final class QuestionEntries {
    private QuestionEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<QuestionFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case QuestionAsked it ->
                    change.set(QUESTION, "", it.on(), marks("title", it.title().text()));
            case QuestionCorrected it ->
                    change.last(QUESTION)
                            .ifPresent(question ->
                                    change.set(
                                            QUESTION,
                                            "",
                                            question.on(),
                                            marks("title", it.title().text())));
            case StatementGiven it -> change.set(QUESTION_ANSWERED, it.on());
            case QuestionWithdrawn _ -> change.withdrawAll();
        }
        return change.done();
    }
}
