package de.stadtforum.session.questions;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.QuestionFact.QuestionAsked;
import de.stadtforum.contracts.session.QuestionFact.QuestionCorrected;
import de.stadtforum.contracts.session.QuestionFact.QuestionWithdrawn;
import de.stadtforum.contracts.session.QuestionFact.StatementGiven;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A current question of the administration, which the assembly answers with one statement (resolution 3.5).
///
/// @param withdrawn when it was taken back; null while it stands
/// @param corrections what was put right
public record Question(
        String id,
        Asked asked,
        @Nullable Statement statement,
        @Nullable LocalDate withdrawn,
        List<Correction> corrections) {
    static final int MOST_CORRECTIONS = 100;

    // yesterday's documents have no corrections
    public Question {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    public enum Refusal implements Reason {
        OTHER_CONTENT,
        STATEMENT_GIVEN,
        QUESTION_WITHDRAWN,
        TOO_MANY
    }

    public record Asked(String body, String by, String title, LocalDate on) {}

    public record Statement(String text, String vote, LocalDate on) {}

    static Decision<Question> ask(@Nullable Question existing, String id, Asked asked) {
        if (existing != null)
            return existing.asked.equals(asked) ? unchanged() : refused(Refusal.OTHER_CONTENT);
        return changed(
                new Question(id, asked, null, null, List.of()),
                new QuestionAsked(asked.body, asked.by, new PublicText(asked.title), asked.on));
    }

    /// Its words, as long as the assembly has not answered them.
    Decision<Question> correct(String title, String reason, LocalDate today) {
        if (title.equals(asked.title)) return unchanged();
        var obstacle = obstacle();
        if (obstacle != null) return refused(obstacle);
        var next = new Asked(asked.body, asked.by, title, asked.on);
        var all = with(new Correction("question", today, reason, asked.title));
        return changed(
                new Question(id, next, null, null, all),
                new QuestionCorrected(new PublicText(title)));
    }

    Decision<Question> withdraw(String reason, LocalDate today) {
        if (withdrawn != null
                && corrections.stream().anyMatch(each -> each.reason().equals(reason)))
            return unchanged();
        var obstacle = obstacle();
        if (obstacle != null) return refused(obstacle);
        var all = with(new Correction("question-withdrawn", today, reason, null));
        return changed(new Question(id, asked, null, today, all), new QuestionWithdrawn(today));
    }

    private @Nullable Refusal obstacle() {
        if (statement != null) return Refusal.STATEMENT_GIVEN;
        if (withdrawn != null) return Refusal.QUESTION_WITHDRAWN;
        return corrections.size() >= MOST_CORRECTIONS ? Refusal.TOO_MANY : null;
    }

    private List<Correction> with(Correction correction) {
        var all = new ArrayList<>(corrections);
        all.add(correction);
        return all;
    }

    public Decision<Question> state(Statement given) {
        if (given.equals(statement)) return unchanged();
        if (statement != null) return refused(Refusal.STATEMENT_GIVEN);
        if (withdrawn != null) return refused(Refusal.QUESTION_WITHDRAWN);
        return changed(
                new Question(id, asked, given, null, corrections),
                new StatementGiven(new PublicText(given.text), given.vote, given.on));
    }
}
