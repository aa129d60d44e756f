package de.stadtforum.session.recommendations;

import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Denied;
import de.stadtforum.web.Role;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Follows a recommendation up: the assembly's secretariat, the committee that it is addressed to, or a department may.
@Component
class FollowUp {
    private final AggregateStore<Recommendation> recommendations;
    private final Rights rights;

    FollowUp(AggregateStore<Recommendation> recommendations, Rights rights) {
        this.recommendations = recommendations;
        this.rights = rights;
    }

    Decision<Recommendation> forward(Actor actor, String id, LocalDate on) {
        need(actor, id);
        return recommendations.decide(id, recommendation -> recommendation.forward(on));
    }

    Decision<Recommendation> answer(Actor actor, String id, Recommendation.Reply reply) {
        need(actor, id);
        return recommendations.decide(id, recommendation -> recommendation.answer(reply));
    }

    boolean may(Actor actor, Recommendation recommendation) {
        return rights.has(actor, recommendation.made().body(), Role.SECRETARIAT)
                || actor.is(Role.COMMITTEE, recommendation.made().to())
                || actor.is(Role.DEPARTMENT);
    }

    private void need(Actor actor, String id) {
        recommendations
                .find(id)
                .ifPresent(recommendation -> {
                    if (!may(actor, recommendation))
                        throw Denied.to(actor, Role.SECRETARIAT, Role.COMMITTEE, Role.DEPARTMENT);
                });
    }
}
