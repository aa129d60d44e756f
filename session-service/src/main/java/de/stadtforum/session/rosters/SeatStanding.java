package de.stadtforum.session.rosters;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.web.Role;
import de.stadtforum.web.Standing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// Who somebody is, as far as membership has told: the bound account, and the seats that are filled today.
@Component
class SeatStanding implements Standing {
    private final Feed<Person> persons;
    private final Feed<Roster> rosters;
    private final Clock clock;

    SeatStanding(Feed<Person> persons, Feed<Roster> rosters, Clock clock) {
        this.persons = persons;
        this.rosters = rosters;
        this.clock = clock;
    }

    @Override
    public Optional<String> personOf(String account) {
        return persons
                .slice(Filters.eq("state.account", account), Order.ascending(), null, 1)
                .lines()
                .stream()
                .map(Known::id)
                .findFirst();
    }

    @Override
    public Map<Role, SortedSet<String>> rolesOf(String person) {
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        var roles = new EnumMap<Role, SortedSet<String>>(Role.class);
        for (var body : rosters.few().values())
            for (var role : rolesIn(body.state(), person, today))
                roles.computeIfAbsent(role, _ -> new TreeSet<>()).add(body.id());
        return roles;
    }

    private static Set<Role> rolesIn(Roster body, String person, LocalDate today) {
        var roles = new LinkedHashSet<Role>();
        if (body.until() != null && today.isAfter(body.until())) return roles;
        body.seatsOn(today)
                .forEach((id, seat) -> {
                    if (person.equals(seat.delegateOn(today))) {
                        roles.add(seat.kind() == SeatKind.GUEST ? Role.GROUP_GUEST : Role.MEMBER);
                        if (id.equals(body.chairSeat())) roles.add(Role.CHAIR);
                    } else if (seat.deputisedBy(person, today)) {
                        roles.add(Role.DEPUTY);
                    }
                });
        return roles;
    }
}
