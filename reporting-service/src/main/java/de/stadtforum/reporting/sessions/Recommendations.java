package de.stadtforum.reporting.sessions;

import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.time.LocalDate;
import java.util.List;

/// The assembly's recommendations and what became of them (resolution 3.2).
///
/// @param kinds of addressee that had at least one, of four
/// @param overdue not answered by the day that was set, as of the last day of the span
public record Recommendations(
        int made, int kinds, int forwarded, int answered, int overdue, List<Evidence> evidence) {
    /// How far a recommendation is on a day.
    public enum State {
        MADE,
        FORWARDED,
        OVERDUE,
        ANSWERED
    }

    public static Recommendations of(Knowledge known, Span span, Parameters parameters) {
        var made =
                known.all(EntryKind.RECOMMENDATION).filter(each -> span.covers(each.on())).toList();
        return new Recommendations(
                made.size(),
                (int)
                        made.stream()
                                .map(each -> each.mark("addressee"))
                                .filter(each -> !each.equals(Addressee.UNKNOWN.name()))
                                .distinct()
                                .count(),
                (int)
                        made.stream()
                                .filter(each ->
                                        known.any(
                                                EntryKind.RECOMMENDATION_FORWARDED,
                                                each.subject(),
                                                sent -> span.reached(sent.on())))
                                .count(),
                count(known, made, span.until(), State.ANSWERED),
                count(known, made, span.until(), State.OVERDUE),
                made.stream()
                        .map(each ->
                                Evidence.of(
                                        "recommendation",
                                        "/empfehlungen/" + each.subject(),
                                        "text",
                                        each.mark("text")))
                        .toList());
    }

    private static int count(Knowledge known, List<Entry> made, LocalDate day, State state) {
        return (int) made.stream().filter(each -> stateOn(known, each, day) == state).count();
    }

    /// How far it was at the end of that day.
    public static State stateOn(Knowledge known, Entry recommendation, LocalDate day) {
        if (reached(known, EntryKind.RECOMMENDATION_ANSWERED, recommendation, day))
            return State.ANSWERED;
        var due = recommendation.mark("due");
        if (!due.isEmpty() && LocalDate.parse(due).isBefore(day)) return State.OVERDUE;
        return reached(known, EntryKind.RECOMMENDATION_FORWARDED, recommendation, day)
                ? State.FORWARDED
                : State.MADE;
    }

    private static boolean reached(Knowledge known, EntryKind kind, Entry of, LocalDate day) {
        return known.any(kind, of.subject(), each -> !each.on().isAfter(day));
    }
}
