package de.stadtforum.session.recommendations;

import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import de.stadtforum.web.Scope;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Follows a recommendation up (resolution 3.2).
@Component
class FollowUp {
    private final AggregateStore<Recommendation> recommendations;
    private final Rights rights;

    FollowUp(AggregateStore<Recommendation> recommendations, Rights rights) {
        this.recommendations = recommendations;
        this.rights = rights;
    }

    Decision<Recommendation> forward(String id, LocalDate on) {
        return recommendations.decide(id, recommendation -> recommendation.forward(on));
    }

    Decision<Recommendation> answer(String id, Recommendation.Reply reply) {
        return recommendations.decide(id, recommendation -> recommendation.answer(reply));
    }

    boolean may(Actor actor, Recommendation recommendation) {
        return scopeOf(recommendation)
                .givesAny(actor, Role.SECRETARIAT, Role.CHAIR, Role.COMMITTEE, Role.DEPARTMENT);
    }

    /// The secretariat of either side; else whoever speaks for the addressee: a committee, the steering group's chair, a
    /// department's program that was given for it.
    Scope scopeOf(Recommendation recommendation) {
        var from = rights.in(recommendation.made().body());
        var to = rights.in(recommendation.made().to());
        return to.with(
                Role.SECRETARIAT,
                (actor, role) -> from.gives(actor, role) || to.gives(actor, role));
    }
}
