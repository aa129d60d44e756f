package de.stadtforum.reporting;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import de.stadtforum.web.Scope;
import org.springframework.stereotype.Component;

/// Whose word counts: reports are the city's, so a reporter is one for all of it, and the secretariat an assembly's.
@Component
public class ReportingRights {
    private final KnowledgeFeeds feeds;

    ReportingRights(KnowledgeFeeds feeds) {
        this.feeds = feeds;
    }

    public Scope inTheCity() {
        return Scope.CITY.with(
                Role.SECRETARIAT,
                (actor, role) -> Scope.CITY.gives(actor, role) || ofAnAssembly(actor));
    }

    private boolean ofAnAssembly(Actor actor) {
        return actor.is(Role.SECRETARIAT)
                && feeds.bodies(BodyKind.ASSEMBLY).stream()
                        .anyMatch(assembly -> actor.is(Role.SECRETARIAT, assembly));
    }
}
