package de.stadtforum.membership.invitations;

import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.DelegationWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.DeputyEnded;
import de.stadtforum.contracts.membership.BodyFact.DeputyWithdrawn;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When a delegation or a deputy ends, or was a mistake, the access that came with it is looked at.
@Configuration(proxyBeanMethods = false)
class InvitationConfiguration {
    /// How many ends of delegations in one body were followed.
    record Reviewed(int ends) {
        static final Reviewed NONE = new Reviewed(0);
    }

    @Bean
    Feed<Reviewed> accessReviewed(Feeds feeds, Invitations invitations) {
        return feeds.of(BodyFact.class)
                .react(
                        "access-reviewed",
                        Reviewed.NONE,
                        (seen, fact) ->
                                fact instanceof DelegationEnded
                                        ? new Reviewed(seen.ends + 1)
                                        : seen,
                        cue ->
                                switch (cue.fact()) {
                                    case DelegationEnded(_, var person, _) ->
                                            invitations.review(person);
                                    case DelegationWithdrawn(_, var person, _) ->
                                            invitations.review(person);
                                    case DeputyEnded(_, var person, _) ->
                                            invitations.review(person);
                                    case DeputyWithdrawn(_, var person, _) ->
                                            invitations.review(person);
                                    default -> Decision.unchanged();
                                });
    }
}
