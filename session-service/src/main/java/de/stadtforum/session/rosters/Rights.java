package de.stadtforum.session.rosters;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.messaging.Feed;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Denied;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Who may do what in a body: roles are given per body, and those of the assembly hold for its working groups as well.
@Component
public class Rights {
    private static final Role[] INSIDERS = {
        Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.SECRETARIAT, Role.MINUTE_TAKER
    };

    private final Feed<Roster> rosters;
    private final Clock clock;
    private final String assembly;

    Rights(Feed<Roster> rosters, Clock clock, @Value("${stadtforum.assembly}") String assembly) {
        this.rosters = rosters;
        this.clock = clock;
        this.assembly = assembly;
    }

    public void need(Actor actor, String body, Role... anyOf) {
        if (!has(actor, body, anyOf)) throw Denied.to(actor, anyOf);
    }

    public boolean has(Actor actor, String body, Role... anyOf) {
        if (Arrays.stream(anyOf).anyMatch(role -> actor.is(role, body))) return true;
        return Arrays.stream(anyOf)
                        .filter(role -> role == Role.SECRETARIAT || role == Role.CHAIR)
                        .anyMatch(role -> actor.is(role, assembly))
                && rosters.find(body)
                        .filter(roster -> roster.kind() == BodyKind.WORKING_GROUP)
                        .isPresent();
    }

    /// Who may read what the public may not: those who run the body, and its members by role or by seat.
    public boolean reads(Actor actor, String body) {
        if (has(actor, body, INSIDERS)) return true;
        var person = actor.person();
        if (person == null) return false;
        var today = clock.instant().atZone(de.stadtforum.messaging.PlatformClock.CITY);
        return rosters.find(body)
                .filter(roster -> roster.belongsTo(person, today.toLocalDate()))
                .isPresent();
    }
}
