package de.stadtforum.membership.bodies;

import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Who sits in a body on one day: the seats in force, filled or vacant.
record Roster(LocalDate on, List<Place> places) {
    record Place(
            Seat seat,
            Optional<Seat.Delegation> delegation,
            List<Seat.Deputy> deputies,
            boolean chairs) {
        public boolean vacant() {
            return delegation.isEmpty();
        }

        /// When the holder was last asked, where nobody is named.
        public Optional<LocalDate> waitingSince(LocalDate day) {
            return vacant()
                    ? seat.invitations().stream()
                            .filter(each -> !each.isAfter(day))
                            .reduce((_, later) -> later)
                    : Optional.empty();
        }
    }

    static Roster of(Body body, LocalDate on) {
        if (!body.inForce(on)) return new Roster(on, List.of());
        var chair = body.chair(on).map(Body.Chair::seat).orElse("");
        return new Roster(
                on,
                body.seats().stream()
                        .filter(seat -> seat.inForce(on))
                        .map(seat ->
                                new Place(
                                        seat,
                                        seat.delegation(on),
                                        seat.deputies(on),
                                        seat.id().equals(chair)))
                        .toList());
    }

    List<Place> of(SeatKind kind) {
        return places.stream().filter(place -> place.seat().kind() == kind).toList();
    }

    public long filled() {
        return places.stream().filter(place -> !place.vacant()).count();
    }

    public long vacant() {
        return places.size() - filled();
    }

    /// Who fills the seats that may be read.
    Collection<String> people(Predicate<Seat> readable) {
        var people = new TreeSet<String>();
        for (var place : places)
            if (readable.test(place.seat())) {
                place.delegation().ifPresent(each -> people.add(each.person()));
                place.deputies().forEach(each -> people.add(each.person()));
                place.seat().corrections().forEach(each -> people.add(each.person()));
            }
        return people;
    }
}
