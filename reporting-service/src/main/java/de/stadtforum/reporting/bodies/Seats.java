package de.stadtforum.reporting.bodies;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// The seats of the bodies of one kind on a day, and which of them are filled (resolution 3.8 to 3.11, 3.13, 3.17, 4.5).
///
/// @param statutory how many votes the bodies have by their statutes
/// @param others seats on another basis than those that the obligation allows
/// @param vacant names of those that nobody fills
/// @param silent names of the vacant whose holder was invited
/// @param used seats that stood on any day
public record Seats(
        int bodies,
        int seats,
        int filled,
        int statutory,
        int invited,
        int others,
        int used,
        List<String> vacant,
        List<String> silent,
        List<Evidence> evidence) {

    public static Seats of(Knowledge known, Span span, Parameters parameters) {
        var kind = parameters.requiredConstant("body", BodyKind.class);
        var seat = parameters.constant("seat", SeatKind.class);
        var basis = parameters.constant("basis", SeatBasis.class);
        var allowed = parameters.list("allowed");
        var day = span.until();
        var bodies = known.bodies(kind).filter(each -> each.covers(day)).toList();
        var all =
                bodies.stream()
                        .flatMap(each -> known.of(EntryKind.SEAT, each.subject()))
                        .filter(each -> seat.isEmpty() || each.is("kind", seat.get()))
                        .filter(each -> basis.isEmpty() || each.is("basis", basis.get()))
                        .toList();
        var seats = all.stream().filter(each -> each.covers(day)).toList();
        var vacant = seats.stream().filter(each -> !isFilled(known, each, day)).toList();
        return new Seats(
                bodies.size(),
                seats.size(),
                seats.size() - vacant.size(),
                bodies.stream().mapToInt(each -> Integer.parseInt(each.mark("seats"))).sum(),
                (int)
                        seats.stream()
                                .filter(each ->
                                        isInvited(known, each, day) || isFilled(known, each, day))
                                .count(),
                (int)
                        seats.stream()
                                .filter(each ->
                                        !allowed.isEmpty() && !allowed.contains(each.mark("basis")))
                                .count(),
                (int) all.stream().filter(each -> !each.on().isAfter(day)).count(),
                names(vacant.stream()),
                names(vacant.stream().filter(each -> isInvited(known, each, day))),
                bodies.stream().limit(20).map(BodyEvidence::of).toList());
    }

    private static List<String> names(Stream<Entry> seats) {
        return seats.map(each -> each.mark("name")).sorted().toList();
    }

    /// Somebody was named for it and has not gone by that day.
    public static boolean isFilled(Knowledge known, Entry seat, LocalDate day) {
        return known.any(
                EntryKind.TERM,
                seat.subject(),
                term -> term.part().equals(seat.part()) && term.covers(day));
    }

    private static boolean isInvited(Knowledge known, Entry seat, LocalDate day) {
        return known.any(
                EntryKind.INVITATION,
                seat.subject(),
                each -> each.part().equals(seat.part()) && !each.on().isAfter(day));
    }
}
