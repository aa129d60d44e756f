package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A seat and who filled it when.
///
/// @param until the seat's last day; null while it stands
/// @param deputies how many deputies were named
public record SeatHistory(
        SeatKind kind,
        SeatBasis basis,
        String name,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable LocalDate invited,
        int deputies,
        List<Term> terms) {

    public boolean exists(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    public boolean filled(LocalDate day) {
        return terms.stream().anyMatch(term -> term.covers(day));
    }

    SeatHistory named(String person, LocalDate day) {
        var all = new ArrayList<Term>();
        for (var term : terms)
            all.add(term.from().isBefore(day) ? term.endedBy(day.minusDays(1)) : term);
        all.add(new Term(person, day, null));
        return with(all);
    }

    SeatHistory ended(String person, LocalDate last) {
        var begun =
                terms.stream()
                        .filter(term -> term.person().equals(person) && !term.from().isAfter(last))
                        .max(Comparator.comparing(Term::from));
        return with(
                terms.stream()
                        // a later term of the same person goes on: facts come late with earlier
                        // dates
                        .map(term ->
                                begun.filter(term::equals).isPresent() ? term.endedBy(last) : term)
                        .toList());
    }

    SeatHistory withdrawn(LocalDate last) {
        return new SeatHistory(kind, basis, name, from, last, invited, deputies, terms);
    }

    SeatHistory invitedOn(LocalDate day) {
        return new SeatHistory(kind, basis, name, from, until, day, deputies, terms);
    }

    SeatHistory withDeputy() {
        return new SeatHistory(kind, basis, name, from, until, invited, deputies + 1, terms);
    }

    SeatHistory withoutDeputy() {
        return new SeatHistory(
                kind, basis, name, from, until, invited, Math.max(0, deputies - 1), terms);
    }

    /// The latest term of the person was told by mistake.
    SeatHistory neverNamed(String person) {
        var wrong =
                terms.stream()
                        .filter(term -> term.person().equals(person))
                        .max(Comparator.comparing(Term::from));
        return with(
                terms.stream().filter(term -> !wrong.filter(term::equals).isPresent()).toList());
    }

    private SeatHistory with(List<Term> all) {
        return new SeatHistory(kind, basis, name, from, until, invited, deputies, all);
    }
}
