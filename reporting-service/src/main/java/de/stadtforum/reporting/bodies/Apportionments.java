package de.stadtforum.reporting.bodies;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Whether the factions' seats are those that the last apportionment gave (resolution 3.11, 3.12).
///
/// @param apportioned how many times by that day
/// @param last the composition of the council that the last one is of
/// @param different factions that have another number of seats than it gave
public record Apportionments(
        int apportioned, @Nullable LocalDate last, int different, List<Evidence> evidence) {

    public static Apportionments of(Knowledge known, Span span, Parameters parameters) {
        var day = span.until();
        var bodies =
                known.bodies(parameters.requiredConstant("body", BodyKind.class))
                        .filter(each -> each.covers(day))
                        .toList();
        var all =
                bodies.stream()
                        .flatMap(each -> known.of(EntryKind.APPORTIONMENT, each.subject()))
                        .filter(each -> !each.on().isAfter(day))
                        .toList();
        if (all.isEmpty()) return new Apportionments(0, null, 0, List.of());
        var newest = all.getLast();
        var wanted = new TreeMap<>(newest.marks());
        var seats = new TreeMap<String, Integer>();
        wanted.keySet().forEach(each -> seats.put(each, 0));
        known.of(EntryKind.SEAT, newest.subject())
                .filter(each -> each.is("basis", SeatBasis.FACTION) && each.covers(day))
                .forEach(each -> seats.merge(each.mark("holder"), 1, Integer::sum));
        return new Apportionments(
                all.size(),
                newest.on(),
                (int)
                        seats.entrySet().stream()
                                .filter(each ->
                                        !String.valueOf(each.getValue())
                                                .equals(wanted.getOrDefault(each.getKey(), "0")))
                                .count(),
                List.of(
                        Evidence.of(
                                "apportionment",
                                "/gremien/" + newest.subject() + "/sitzverteilung",
                                "on",
                                newest.on())));
    }
}
