package de.stadtforum.session.recommendations;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import de.stadtforum.web.Scope;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Follows a recommendation up (resolution 3.2).
@Component
class FollowUp {
    private final AggregateStore<Recommendation> recommendations;
    private final Rights rights;
    private final Clock clock;

    FollowUp(AggregateStore<Recommendation> recommendations, Rights rights, Clock clock) {
        this.recommendations = recommendations;
        this.rights = rights;
        this.clock = clock;
    }

    Decision<Recommendation> forward(String id, LocalDate on) {
        return recommendations.decide(id, recommendation -> recommendation.forward(on));
    }

    Decision<Recommendation> answer(String id, Recommendation.Reply reply) {
        return recommendations.decide(id, recommendation -> recommendation.answer(reply));
    }

    Decision<Recommendation> correctForwarding(String id, @Nullable LocalDate on, String reason) {
        return recommendations.decide(id, it -> it.correctForwarding(on, reason, today()));
    }

    Decision<Recommendation> correctAnswer(
            String id, Recommendation.@Nullable Reply reply, String reason) {
        return recommendations.decide(id, it -> it.correctAnswer(reply, reason, today()));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
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
