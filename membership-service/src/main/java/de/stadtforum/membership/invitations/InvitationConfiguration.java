package de.stadtforum.membership.invitations;

import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Feed;
import de.stadtforum.messaging.Feeds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When a delegation ends, the access that came with it is looked at.
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
                                cue.fact() instanceof DelegationEnded(_, var person, _)
                                        ? invitations.review(person)
                                        : Decision.unchanged());
    }
}
