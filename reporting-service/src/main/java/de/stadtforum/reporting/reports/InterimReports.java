package de.stadtforum.reporting.reports;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.figures.Period.Rhythm;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Whether each period that is over since the process began was reported on to the committee, by word of mouth (resolution 6.1).
///
/// @param over periods that are over
/// @param given those that were reported on
/// @param overdue those whose report was not given within the time that the obligation allows
/// @param waiting those that are over, not reported on and not overdue
/// @param daysLeft until the first of the waiting is overdue; 0 where none waits
public record InterimReports(
        int over,
        int given,
        List<Period> overdue,
        List<Period> waiting,
        int daysLeft,
        List<Evidence> evidence) {
    public static InterimReports of(Knowledge known, Span span, Parameters parameters) {
        var body = parameters.required("to");
        var months = parameters.number("withinMonths", 6);
        var rhythm = parameters.constant("rhythm", Rhythm.class).orElse(Rhythm.HALF_YEAR);
        var day = span.until();
        var begun = known.bodies(BodyKind.ASSEMBLY).findFirst().map(Entry::on);
        var given =
                known.all(EntryKind.REPORT_DELIVERED)
                        .filter(each -> each.part().equals(body) && span.reached(each.on()))
                        .toList();
        var over = new ArrayList<Period>();
        if (begun.isPresent())
            for (var each = rhythm.at(begun.get()); each.over(day); each = each.next())
                over.add(each);
        var owed = over.stream().filter(each -> !isGiven(given, each)).toList();
        var overdue = owed.stream().filter(each -> day.isAfter(due(each, months))).toList();
        var waiting = owed.stream().filter(each -> !overdue.contains(each)).toList();
        return new InterimReports(
                over.size(),
                over.size() - owed.size(),
                overdue,
                waiting,
                waiting.isEmpty()
                        ? 0
                        : (int) ChronoUnit.DAYS.between(day, due(waiting.getFirst(), months)),
                given.stream()
                        .map(each ->
                                Evidence.of(
                                        "report",
                                        "/berichte/" + each.subject(),
                                        "period",
                                        Period.of(each.mark("period")).orElseThrow()))
                        .toList());
    }

    private static boolean isGiven(List<Entry> given, Period period) {
        return given.stream().anyMatch(each -> each.mark("period").equals(period.name()));
    }

    private static LocalDate due(Period period, int months) {
        return period.until().plusDays(1).plusMonths(months).minusDays(1);
    }
}
