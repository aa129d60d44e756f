package de.stadtforum.session.questions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A current question as a list names it, without the statement.
///
/// @param by the department that asks
/// @param on when it was asked
/// @param answered when the assembly stated its answer
/// @param withdrawn when it was taken back
record QuestionLine(
        String id,
        String body,
        String by,
        String title,
        LocalDate on,
        @Nullable LocalDate answered,
        @Nullable LocalDate withdrawn) {
    static QuestionLine of(Question question) {
        var asked = question.asked();
        var statement = question.statement();
        return new QuestionLine(
                question.id(),
                asked.body(),
                asked.by(),
                asked.title(),
                asked.on(),
                statement == null ? null : statement.on(),
                question.withdrawn());
    }
}
