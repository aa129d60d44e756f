package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.session.QuestionFact;
import de.stadtforum.contracts.session.QuestionFact.QuestionAsked;
import de.stadtforum.contracts.session.QuestionFact.QuestionCorrected;
import de.stadtforum.contracts.session.QuestionFact.QuestionWithdrawn;
import de.stadtforum.contracts.session.QuestionFact.StatementGiven;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A question of the administration as its facts tell it.
public record QuestionHistory(
        String title, @Nullable LocalDate askedOn, @Nullable LocalDate answeredOn) {
    public static final QuestionHistory NONE = new QuestionHistory("", null, null);

    public QuestionHistory after(QuestionFact fact) {
        return switch (fact) {
            case QuestionAsked it -> new QuestionHistory(it.title().text(), it.on(), answeredOn);
            case StatementGiven it -> new QuestionHistory(title, askedOn, it.on());
            case QuestionCorrected it ->
                    new QuestionHistory(it.title().text(), askedOn, answeredOn);
            case QuestionWithdrawn _ -> NONE;
        };
    }
}
