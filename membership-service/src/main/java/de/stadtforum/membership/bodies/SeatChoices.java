package de.stadtforum.membership.bodies;

import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.membership.persons.Names;
import de.stadtforum.membership.persons.Person;
import de.stadtforum.messaging.commands.AggregateStore;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// What the forms below a roster offer to whoever names for these seats: each choice with the seat and who fills it, so that no two look alike.
@Component
class SeatChoices {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMAN);

    record Choice(String value, String text) {}

    /// @param seats for a delegate
    /// @param deputised for a deputy
    /// @param filled whose delegation can end
    /// @param deputies seat and person
    /// @param named seat and person of today, with a name
    /// @param mistakes what was named, seat and person
    /// @param ended seat and person of delegations with a last day
    /// @param vacant whose holder can be asked
    /// @param people on record in these seats
    record Choices(
            List<Choice> seats,
            List<Choice> deputised,
            List<Choice> filled,
            List<Choice> deputies,
            List<Choice> named,
            List<Choice> mistakes,
            List<Choice> ended,
            List<Choice> vacant,
            List<Choice> people) {}

    private final AggregateStore<Person> persons;
    private final Names names;
    private final MessageSource words;

    SeatChoices(AggregateStore<Person> persons, Names names, MessageSource words) {
        this.persons = persons;
        this.names = names;
        this.words = words;
    }

    Choices of(Body body, Roster roster, Predicate<Seat> mine) {
        var seats = SeatLabels.inOrder(body.seats().stream().filter(mine).toList(), Seat::name);
        var places =
                SeatLabels.inOrder(
                        roster.places().stream().filter(each -> mine.test(each.seat())).toList(),
                        each -> each.seat().name());
        var ids = new TreeSet<String>();
        for (var seat : seats) {
            seat.delegations().forEach(each -> ids.add(each.person()));
            seat.deputies().forEach(each -> ids.add(each.person()));
        }
        var known = persons.findAll(ids);
        var called = names.of(ids);
        var labels = SeatLabels.of(body);
        var all = new ArrayList<Choice>();
        var deputised = new ArrayList<Choice>();
        var filled = new ArrayList<Choice>();
        var vacant = new ArrayList<Choice>();
        var deputies = new ArrayList<Choice>();
        var named = new ArrayList<Choice>();
        for (var place : places) {
            var id = place.seat().id();
            var label = String.valueOf(labels.get(id));
            var delegate = place.delegation().map(Seat.Delegation::person).orElse(null);
            var text =
                    delegate == null
                            ? word("body.form.empty", label)
                            : label + ": " + called.get(delegate);
            all.add(new Choice(id, text));
            if (place.seat().kind() != SeatKind.GUEST) deputised.add(new Choice(id, text));
            if (delegate == null) vacant.add(new Choice(id, label));
            else {
                filled.add(new Choice(id, text));
                if (hasName(known, delegate)) named.add(new Choice(id + "/" + delegate, text));
            }
            for (var deputy : place.deputies()) {
                var whom = id + "/" + deputy.person();
                var name = called.get(deputy.person());
                deputies.add(
                        new Choice(whom, word("body.form.deputy-of", label, deputy.rank(), name)));
                if (hasName(known, deputy.person()))
                    named.add(new Choice(whom, label + ": " + name));
            }
        }
        return new Choices(
                all,
                deputised,
                filled,
                deputies,
                named,
                mistakes(seats, labels, called),
                ended(seats, labels, called),
                vacant,
                people(seats, labels, known));
    }

    private List<Choice> mistakes(
            List<Seat> seats, Map<String, String> labels, Map<String, String> called) {
        var mistakes = new ArrayList<Choice>();
        for (var seat : seats) {
            var newest = new LinkedHashMap<String, LocalDate>();
            seat.delegations().forEach(each -> newest.put(each.person(), each.period().from()));
            newest.forEach((person, from) ->
                    mistakes.add(
                            new Choice(
                                    "mitglied/" + seat.id() + "/" + person,
                                    word(
                                            "body.form.mistake.delegate",
                                            labels.get(seat.id()),
                                            called.get(person),
                                            DAY.format(from)))));
            newest.clear();
            seat.deputies().forEach(each -> newest.put(each.person(), each.from()));
            newest.forEach((person, from) ->
                    mistakes.add(
                            new Choice(
                                    "vertretung/" + seat.id() + "/" + person,
                                    word(
                                            "body.form.mistake.deputy",
                                            labels.get(seat.id()),
                                            called.get(person),
                                            DAY.format(from)))));
        }
        return mistakes;
    }

    private List<Choice> ended(
            List<Seat> seats, Map<String, String> labels, Map<String, String> called) {
        var ended = new ArrayList<Choice>();
        for (var seat : seats) {
            var newest = new LinkedHashMap<String, Seat.Delegation>();
            seat.delegations().forEach(each -> newest.put(each.person(), each));
            newest.forEach((person, delegation) -> {
                var until = delegation.period().until();
                if (until != null)
                    ended.add(
                            new Choice(
                                    seat.id() + "/" + person,
                                    word(
                                            "body.form.ended",
                                            labels.get(seat.id()),
                                            called.get(person),
                                            DAY.format(until))));
            });
        }
        return ended;
    }

    /// Two of one name are told apart by their seats.
    private static List<Choice> people(
            List<Seat> seats, Map<String, String> labels, Map<String, Person> known) {
        var people = new ArrayList<Choice>();
        known.forEach((id, person) -> {
            if (person.name() == null) return;
            var where =
                    seats.stream()
                            .filter(seat -> seat.everNamed(id))
                            .map(seat -> String.valueOf(labels.get(seat.id())))
                            .toList();
            people.add(new Choice(id, person.name() + " (" + String.join(", ", where) + ")"));
        });
        return SeatLabels.inOrder(people, Choice::text);
    }

    private static boolean hasName(Map<String, Person> known, String person) {
        var found = known.get(person);
        return found != null && !found.erased();
    }

    private String word(String key, @Nullable Object... parts) {
        return words.getMessage(key, parts, LocaleContextHolder.getLocale());
    }
}
