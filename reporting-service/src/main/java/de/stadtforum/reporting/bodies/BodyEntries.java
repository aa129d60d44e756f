package de.stadtforum.reporting.bodies;

import static de.stadtforum.reporting.entries.AggregateEntries.PLAIN;
import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.APPORTIONMENT;
import static de.stadtforum.reporting.entries.EntryKind.BODY;
import static de.stadtforum.reporting.entries.EntryKind.CHAIR;
import static de.stadtforum.reporting.entries.EntryKind.DEPUTY;
import static de.stadtforum.reporting.entries.EntryKind.INVITATION;
import static de.stadtforum.reporting.entries.EntryKind.SEAT;
import static de.stadtforum.reporting.entries.EntryKind.SECRETARIAT;
import static de.stadtforum.reporting.entries.EntryKind.TERM;

import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.membership.BodyFact.BodyEnded;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.ChairAssigned;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.DelegationWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.DeputyEnded;
import de.stadtforum.contracts.membership.BodyFact.DeputyNamed;
import de.stadtforum.contracts.membership.BodyFact.DeputyWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.HolderInvited;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.SeatsApportioned;
import de.stadtforum.contracts.membership.BodyFact.SecretariatAssigned;
import de.stadtforum.contracts.membership.BodyFact.TieFound;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;
import de.stadtforum.reporting.entries.AggregateEntries.Change;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a body's facts say, dated: its seats, who filled them when, its chair and its secretariat.
public final class BodyEntries {
    private static final String PERSON = "person";

    private BodyEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<BodyFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case BodyEstablished it ->
                    change.set(
                            BODY,
                            "",
                            it.from(),
                            marks(
                                    "kind", it.kind(),
                                    "name", it.name().text(),
                                    "seats", it.votingSeats(),
                                    "meetings", it.meetingsPerYear(),
                                    "district", it.district()));
            case BodyEnded it ->
                    change.last(BODY).ifPresent(body -> change.until(body, it.until()));
            case SeatsApportioned it ->
                    change.add(APPORTIONMENT, "", it.asOf(), null, text(it.result()));
            case SeatCreated it ->
                    change.set(
                            SEAT,
                            it.seat(),
                            it.from(),
                            marks(
                                    "kind", it.kind(),
                                    "basis", it.basis(),
                                    "holder", it.holder(),
                                    "name", it.name().text()));
            case SeatWithdrawn it ->
                    change.last(SEAT, it.seat()).ifPresent(seat -> change.until(seat, it.until()));
            case HolderInvited it -> change.set(INVITATION, it.seat(), it.on(), PLAIN);
            case DelegateNamed it -> {
                endAll(change, TERM, it.seat(), it.from());
                change.add(TERM, it.seat(), it.from(), null, marks(PERSON, it.person()));
            }
            case DelegationEnded it -> end(change, TERM, it.seat(), it.person(), it.until());
            case DelegationWithdrawn it -> never(change, TERM, it.seat(), it.person());
            case DeputyNamed it ->
                    change.add(DEPUTY, it.seat(), it.from(), null, marks(PERSON, it.person()));
            case DeputyEnded it -> end(change, DEPUTY, it.seat(), it.person(), it.until());
            case DeputyWithdrawn it -> never(change, DEPUTY, it.seat(), it.person());
            case ChairAssigned it -> follows(change, CHAIR, it.seat(), it.from(), PLAIN);
            case SecretariatAssigned it ->
                    follows(
                            change,
                            SECRETARIAT,
                            it.office(),
                            it.from(),
                            marks("name", it.name().text()));
            case TieFound _ -> {}
        }
        return change.done();
    }

    private static SortedMap<String, String> text(SortedMap<String, Integer> numbers) {
        var text = new TreeMap<String, String>();
        numbers.forEach((holder, seats) -> text.put(holder, String.valueOf(seats)));
        return text;
    }

    /// Whoever stood there before goes the day before.
    private static void follows(
            Change change,
            EntryKind kind,
            String part,
            LocalDate from,
            SortedMap<String, String> marks) {
        change.withdraw(kind, each -> each.on().equals(from));
        change.holding(kind)
                .filter(each -> each.on().isBefore(from) && !ended(each, from.minusDays(1)))
                .toList()
                .forEach(each -> change.until(each, from.minusDays(1)));
        var next =
                change.holding(kind)
                        .map(Entry::on)
                        .filter(each -> each.isAfter(from))
                        .min(Comparator.naturalOrder());
        change.add(kind, part, from, next.map(each -> each.minusDays(1)).orElse(null), marks);
    }

    private static void endAll(Change change, EntryKind kind, String seat, LocalDate from) {
        change.holding(kind)
                .filter(each -> each.part().equals(seat) && each.on().isBefore(from))
                .filter(each -> !ended(each, from.minusDays(1)))
                .toList()
                .forEach(each -> change.until(each, from.minusDays(1)));
    }

    // a later term of the same person goes on: facts come late with earlier dates
    private static void end(
            Change change, EntryKind kind, String seat, String person, LocalDate last) {
        change.holding(kind)
                .filter(each -> isOf(each, seat, person) && !each.on().isAfter(last))
                .max(Comparator.comparing(Entry::on))
                .filter(each -> !ended(each, last))
                .ifPresent(each -> change.until(each, last));
    }

    private static void never(Change change, EntryKind kind, String seat, String person) {
        change.holding(kind)
                .filter(each -> isOf(each, seat, person))
                .max(Comparator.comparing(Entry::on))
                .ifPresent(each -> change.withdraw(kind, each::equals));
    }

    private static boolean isOf(Entry entry, String seat, String person) {
        return entry.part().equals(seat) && entry.mark(PERSON).equals(person);
    }

    private static boolean ended(Entry entry, LocalDate by) {
        return entry.until() != null && !entry.until().isAfter(by);
    }
}
