package de.stadtforum.session.rosters;

import de.stadtforum.city.City;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import de.stadtforum.web.Scope;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// Who may do what in a body: roles are given per body; those of the assembly's chair and secretariat hold for its working groups
/// as well (resolution 4.1), and guests are in working groups only (resolution 4.5).
@Component
public class Rights {
    private static final Role[] OF_ANY_BODY = {
        Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.SECRETARIAT, Role.MINUTE_TAKER
    };

    private final Feed<Roster> rosters;
    private final String assembly;

    Rights(Feed<Roster> rosters, City city) {
        this.rosters = rosters;
        this.assembly = city.assembly();
    }

    public Scope in(String body) {
        return (actor, role) ->
                switch (role) {
                    case CHAIR, SECRETARIAT ->
                            actor.is(role, body) || actor.is(role, assembly) && isGroup(body);
                    case GROUP_GUEST -> actor.is(role, body) && isGroup(body);
                    default -> actor.is(role, body);
                };
    }

    /// Of a body that is known to be one, also before its seats are told of.
    public Scope inGroup(String group) {
        return (actor, role) ->
                actor.is(role, group)
                        || (role == Role.CHAIR || role == Role.SECRETARIAT)
                                && actor.is(role, assembly);
    }

    private boolean isGroup(String body) {
        return is(body, BodyKind.WORKING_GROUP);
    }

    /// Who may read what the public may not: those who run the body, and those who belong to it.
    public boolean reads(Actor actor, String body) {
        return in(body).givesAny(actor, OF_ANY_BODY) || in(body).gives(actor, Role.GROUP_GUEST);
    }

    /// Whether [#reads] says yes whatever the body.
    public boolean readsEverywhere(Actor actor) {
        return Scope.CITY.givesAny(actor, OF_ANY_BODY);
    }

    /// The bodies for which [#reads] says yes, for whoever does not read everywhere.
    public SortedSet<String> readBy(Actor actor) {
        var bodies = new TreeSet<String>();
        for (var role : OF_ANY_BODY) bodies.addAll(actor.in(role));
        var leads = in(assembly).givesAny(actor, Role.CHAIR, Role.SECRETARIAT);
        if (leads || actor.is(Role.GROUP_GUEST))
            for (var group : ofKind(BodyKind.WORKING_GROUP))
                if (leads || actor.is(Role.GROUP_GUEST, group)) bodies.add(group);
        return bodies;
    }

    private List<String> ofKind(BodyKind kind) {
        return rosters.few().values().stream()
                .filter(known -> known.state().kind() == kind)
                .map(Known::id)
                .toList();
    }

    /// Those who belong to a steering group, which comments on what others submit and proposes to the assembly (resolution 2.2, 2.3).
    public boolean ofASteeringGroup(Actor actor) {
        return ofKind(BodyKind.STEERING_GROUP).stream().anyMatch(body -> speaksFor(actor, body));
    }

    public boolean isSteeringGroup(String body) {
        return is(body, BodyKind.STEERING_GROUP);
    }

    private boolean is(String body, BodyKind kind) {
        var known = rosters.few().get(body);
        return known != null && known.state().kind() == kind;
    }

    /// Whether what somebody says may count as the body's word.
    public boolean speaksFor(Actor actor, String body) {
        return in(body).givesAny(actor, Role.CHAIR, Role.SECRETARIAT, Role.MEMBER, Role.DEPUTY);
    }
}
