package de.stadtforum.reporting.bodies;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Who leads the bodies of one kind or runs their office, and whether it is who ought to (resolution 3.14, 3.15).
///
/// @param assigned bodies that have somebody on that day
/// @param asOwed those whose office is the one that the obligation names
/// @param names of the offices
public record Offices(
        int bodies, int assigned, int asOwed, List<String> names, List<Evidence> evidence) {

    /// The chair is held from a seat; whose seat that is, its holder says.
    public static Offices chairs(Knowledge known, Span span, Parameters parameters) {
        var owed = parameters.list("holder");
        return of(
                known,
                span,
                parameters,
                EntryKind.CHAIR,
                each ->
                        seatOf(known, each)
                                .map(seat -> owed.contains(seat.mark("holder")))
                                .orElse(false),
                each -> seatOf(known, each).map(seat -> seat.mark("name")).orElse(""));
    }

    public static Offices secretariats(Knowledge known, Span span, Parameters parameters) {
        var owed = parameters.list("office");
        return of(
                known,
                span,
                parameters,
                EntryKind.SECRETARIAT,
                each -> owed.contains(each.part()),
                each -> each.mark("name"));
    }

    private static Optional<Entry> seatOf(Knowledge known, Entry chair) {
        return known.of(EntryKind.SEAT, chair.subject())
                .filter(seat -> seat.part().equals(chair.part()))
                .reduce((_, later) -> later);
    }

    private static Offices of(
            Knowledge known,
            Span span,
            Parameters parameters,
            EntryKind kind,
            Predicate<Entry> asOwed,
            Function<Entry, String> name) {
        var bodies =
                known.bodies(parameters.requiredConstant("body", BodyKind.class))
                        .filter(each -> each.covers(span.until()))
                        .toList();
        var assigned =
                bodies.stream()
                        .flatMap(each ->
                                known
                                        .of(kind, each.subject())
                                        .filter(office -> office.covers(span.until()))
                                        .reduce((_, later) -> later)
                                        .stream())
                        .toList();
        return new Offices(
                bodies.size(),
                assigned.size(),
                (int) assigned.stream().filter(asOwed).count(),
                assigned.stream().map(name).filter(each -> !each.isEmpty()).distinct().toList(),
                bodies.stream().limit(20).map(BodyEvidence::of).toList());
    }
}
