package de.stadtforum.reporting.sessions;

import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The administration's questions and the assembly's statements (resolution 3.5).
///
/// @param open those without a statement
/// @param oldest for so many days the oldest of them has waited
public record Questions(int asked, int answered, int open, int oldest, List<Evidence> evidence) {
    public static Questions of(Knowledge known, Span span, Parameters parameters) {
        var asked = known.all(EntryKind.QUESTION).filter(each -> span.covers(each.on())).toList();
        var open =
                asked.stream()
                        .filter(each ->
                                !known.any(
                                        EntryKind.QUESTION_ANSWERED,
                                        each.subject(),
                                        answer -> span.reached(answer.on())))
                        .toList();
        return new Questions(
                asked.size(),
                asked.size() - open.size(),
                open.size(),
                open.isEmpty()
                        ? 0
                        : (int) ChronoUnit.DAYS.between(open.getFirst().on(), span.until()),
                asked.stream()
                        .map(each -> Evidence.of("titled", "/fragen", "title", each.mark("title")))
                        .toList());
    }
}
