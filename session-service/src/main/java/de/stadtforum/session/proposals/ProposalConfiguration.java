package de.stadtforum.session.proposals;

import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Role;
import de.stadtforum.web.ScopeOf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProposalConfiguration {
    @Bean
    AggregateStore<Proposal> proposals(AggregateStores stores) {
        return stores.of("proposals", Proposal.class, ProposalFact.class)
                .indexed("submission.on", "_id")
                .indexed("submission.body", "submission.on", "_id")
                .indexed(
                        "submission.body",
                        "placement.meeting",
                        "heard.meeting",
                        "withdrawn",
                        "submission.on",
                        "_id")
                .indexed("submission.kind", "submission.on", "_id")
                .store();
    }

    /// Whoever speaks for the body that received it or for the source that it came from.
    @Bean
    ScopeOf scopeOfProposals(AggregateStore<Proposal> proposals, Rights rights) {
        return new ScopeOf(
                Proposal.class,
                id ->
                        proposals
                                .find(id)
                                .map(Proposal::submission)
                                .map(came ->
                                        (actor, role) ->
                                                role == Role.DEPARTMENT
                                                        ? actor.is(role, came.source())
                                                        : rights.in(came.body()).gives(actor, role)
                                                                || rights.in(came.source())
                                                                        .gives(actor, role)));
    }
}
