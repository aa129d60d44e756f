package de.stadtforum.session.questions;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.QuestionFact.QuestionAsked;
import de.stadtforum.contracts.session.QuestionFact.StatementGiven;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A current question of the administration, which the assembly answers with one statement (resolution 3.5).
public record Question(String id, Asked asked, @Nullable Statement statement) {
    public enum Refusal implements Reason {
        OTHER_CONTENT,
        STATEMENT_GIVEN
    }

    public record Asked(String body, String by, String title, LocalDate on) {}

    public record Statement(String text, String vote, LocalDate on) {}

    static Decision<Question> ask(@Nullable Question existing, String id, Asked asked) {
        if (existing != null)
            return existing.asked.equals(asked) ? unchanged() : refused(Refusal.OTHER_CONTENT);
        return changed(
                new Question(id, asked, null),
                new QuestionAsked(asked.body, asked.by, new PublicText(asked.title), asked.on));
    }

    public Decision<Question> state(Statement given) {
        if (given.equals(statement)) return unchanged();
        if (statement != null) return refused(Refusal.STATEMENT_GIVEN);
        return changed(
                new Question(id, asked, given),
                new StatementGiven(new PublicText(given.text), given.vote, given.on));
    }
}
