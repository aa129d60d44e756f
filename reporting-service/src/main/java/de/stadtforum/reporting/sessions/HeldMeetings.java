package de.stadtforum.reporting.sessions;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The meetings of the bodies of one kind that were held, as session-service told, and whether each year had enough of them
/// (resolution 2.4, 3.1, 3.19, 4.2). A year that is over is judged, the current one is watched.
///
/// @param standing bodies that have not ended
/// @param held in the span
/// @param postponed put off in the span
/// @param least how many a year the body's statutes ask for
/// @param thisYear held in the year of the last day
/// @param planned for later in that year
/// @param daysLeft in that year
/// @param yearsMissed years that are over and had too few
/// @param first the day of the first one
public record HeldMeetings(
        int bodies,
        int standing,
        int held,
        int postponed,
        int least,
        int year,
        int thisYear,
        int planned,
        int daysLeft,
        List<String> yearsMissed,
        @Nullable LocalDate first,
        List<Evidence> evidence) {

    public static HeldMeetings of(Knowledge known, Span span, Parameters parameters) {
        var kind = parameters.requiredConstant("body", BodyKind.class);
        var day = span.until();
        var bodies = known.bodies(kind).filter(each -> !each.on().isAfter(day)).toList();
        var ids = bodies.stream().map(Entry::subject).toList();
        var held =
                known.all(EntryKind.MEETING_HELD)
                        .filter(each -> ids.contains(each.mark("body")) && span.covers(each.on()))
                        .toList();
        var least =
                bodies.stream()
                        .mapToInt(each -> Integer.parseInt(each.mark("meetings")))
                        .max()
                        .orElse(0);
        return new HeldMeetings(
                bodies.size(),
                (int) bodies.stream().filter(each -> each.covers(day)).count(),
                held.size(),
                (int)
                        known.all(EntryKind.MEETING_POSTPONED)
                                .filter(each ->
                                        ids.contains(each.mark("body")) && span.covers(each.on()))
                                .count(),
                least,
                day.getYear(),
                inYear(held, day.getYear()),
                (int) planned(known, ids, day).count(),
                day.lengthOfYear() - day.getDayOfYear(),
                yearsMissed(bodies, held, least, day),
                held.isEmpty() ? null : held.getFirst().on(),
                held.stream().map(each -> evidence(known, each)).toList());
    }

    private static int inYear(List<Entry> held, int year) {
        return (int) held.stream().filter(each -> each.on().getYear() == year).count();
    }

    /// Still to come in the year of that day.
    private static Stream<Entry> planned(Knowledge known, List<String> bodies, LocalDate day) {
        return known.all(EntryKind.MEETING_PLANNED)
                .filter(each -> bodies.contains(each.mark("body")))
                .filter(each -> each.on().isAfter(day) && each.on().getYear() == day.getYear())
                .filter(each -> known.first(EntryKind.MEETING_HELD, each.subject()).isEmpty());
    }

    private static List<String> yearsMissed(
            List<Entry> bodies, List<Entry> held, int least, LocalDate day) {
        var missed = new ArrayList<String>();
        var begun = bodies.stream().map(Entry::on).min(Comparator.naturalOrder()).orElse(day);
        for (var year = begun.getYear(); year < day.getYear(); year++)
            if (inYear(held, year) < least) missed.add(String.valueOf(year));
        return missed;
    }

    public static Evidence evidence(Knowledge known, Entry meeting) {
        return Evidence.of(
                "meeting",
                "/sitzungen/" + meeting.subject(),
                "body",
                known.nameOf(meeting.mark("body")).orElse(""),
                "on",
                meeting.on());
    }
}
