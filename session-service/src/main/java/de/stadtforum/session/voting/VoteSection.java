package de.stadtforum.session.voting;

import de.stadtforum.session.meetings.Attendance;
import de.stadtforum.session.meetings.Item;
import de.stadtforum.session.meetings.Leading;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.motions.Addressees;
import de.stadtforum.session.motions.Targets;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What a meeting's page says about who leads an item, and the form to open a vote on it for whoever does.
@Component
class VoteSection {
    private static final Role[] MAY_LEAD = {Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY};

    /// One line of the electorate that is to be confirmed.
    ///
    /// @param person by name; nothing where it is not known
    record Line(String seat, String label, @Nullable String person, boolean deputy) {}

    private final VoteDesk desk;
    private final Targets targets;
    private final Addressees addressees;
    private final Rights rights;
    private final Names names;

    VoteSection(VoteDesk desk, Targets targets, Addressees addressees, Rights rights, Names names) {
        this.desk = desk;
        this.targets = targets;
        this.addressees = addressees;
        this.rights = rights;
        this.names = names;
    }

    /// @param chosen the item that a vote is to be opened on
    /// @param kind what the vote would bring about
    /// @param reads names may be read
    void add(
            Meeting meeting,
            @Nullable String chosen,
            @Nullable String kind,
            Roster roster,
            boolean reads,
            Actor actor,
            Model model) {
        var open =
                meeting.underWay()
                        ? meeting.items().stream().filter(it -> it.outcome() == null).toList()
                        : List.<Item>of();
        var runs = runsVotes(meeting, open, actor);
        model.addAttribute("runsVotes", runs);
        model.addAttribute("asksWhoLeads", reads ? vacant(meeting, open, roster) : Map.of());
        if (reads) addSeats(meeting, roster, model);
        if (chosen == null || !runs.contains(chosen)) return;
        model.addAttribute("chosen", chosen);
        model.addAttribute("kind", kind);
        model.addAttribute("voteId", UUID.randomUUID().toString());
        model.addAttribute("voteDay", desk.today());
        model.addAttribute("fields", targets.fields());
        model.addAttribute("targets", targets.of(kind));
        model.addAttribute("addressees", addressees.all());
        switch (desk.preview(meeting.id(), chosen)) {
            case OpenVote.Preview.Sealable(var electorate) ->
                    model.addAttribute("electorate", lines(electorate, roster));
            case OpenVote.Preview.Refused(var reason) ->
                    model.addAttribute("unsealable", reason.key());
        }
    }

    private Set<String> runsVotes(Meeting meeting, List<Item> open, Actor actor) {
        var items = new TreeSet<String>();
        if (!rights.in(meeting.body()).givesAny(actor, MAY_LEAD)) return items;
        for (var item : open)
            if (desk.leading(actor, meeting, item.id()) == null) items.add(item.id());
        return items;
    }

    /// Why an item has nobody who leads it, as the end of a key.
    private static Map<String, String> vacant(Meeting meeting, List<Item> open, Roster roster) {
        var vacant = new TreeMap<String, String>();
        // who is there is asked first
        if (meeting.attendance().entries().isEmpty()) return vacant;
        for (var item : open)
            if (Leading.of(meeting, item, roster) instanceof Leading.Vacant(_, var conflict))
                vacant.put(item.id(), conflict ? "conflict" : "absent");
        return vacant;
    }

    private void addSeats(Meeting meeting, Roster roster, Model model) {
        var day = meeting.course().date();
        var present = meeting.attendance().present();
        var persons = new TreeMap<String, String>();
        roster.seatsOn(day)
                .forEach((id, seat) -> {
                    var there = present.get(id);
                    var delegate = seat.delegateOn(day);
                    persons.put(
                            id, there != null ? there.person() : delegate == null ? "" : delegate);
                });
        var people = names.persons(people(persons.values()));
        model.addAttribute("seatLabels", SeatLabels.named(persons, roster, people));
        var seated = new TreeMap<>(persons);
        seated.values().removeIf(String::isEmpty);
        model.addAttribute("seated", SeatLabels.named(seated, roster, people));
        var voting = new TreeMap<>(persons);
        voting.keySet().retainAll(roster.votingSeatsOn(day).keySet());
        voting.keySet().retainAll(rightful(present, roster, meeting));
        model.addAttribute("leaders", SeatLabels.named(voting, roster, people));
    }

    private static Set<String> rightful(
            Map<String, Attendance.Entry> present, Roster roster, Meeting meeting) {
        var seats = new TreeSet<String>();
        var day = meeting.course().date();
        present.forEach((id, entry) -> {
            if (Leading.rightfully(roster.seatsOn(day).get(id), entry, day)) seats.add(id);
        });
        return seats;
    }

    private static Collection<String> people(Collection<String> persons) {
        return persons.stream().filter(each -> !each.isEmpty()).toList();
    }

    private List<Line> lines(Map<String, Entrant> electorate, Roster roster) {
        var people = names.persons(electorate.values().stream().map(Entrant::person).toList());
        return SeatLabels.of(electorate, roster, null).entrySet().stream()
                .map(each -> {
                    var entrant = electorate.get(each.getKey());
                    return new Line(
                            each.getKey(),
                            each.getValue(),
                            entrant == null ? null : SeatLabels.known(people, entrant.person()),
                            entrant != null && entrant.deputy());
                })
                .toList();
    }
}
