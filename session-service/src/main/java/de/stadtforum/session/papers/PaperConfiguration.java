package de.stadtforum.session.papers;

import de.stadtforum.contracts.session.PaperFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Role;
import de.stadtforum.web.ScopeOf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaperConfiguration {
    @Bean
    AggregateStore<Paper> papers(AggregateStores stores) {
        return stores.of("papers", Paper.class, PaperFact.class)
                .indexed("proposed.on", "_id")
                .store();
    }

    /// The secretariat brings it on its way; each committee on it is asked for its own outcome.
    @Bean
    ScopeOf scopeOfPapers(AggregateStore<Paper> papers, Rights rights) {
        return new ScopeOf(
                Paper.class,
                id ->
                        papers.find(id)
                                .map(paper ->
                                        rights.in(paper.proposed().body())
                                                .with(
                                                        Role.COMMITTEE,
                                                        (actor, role) ->
                                                                paper.stops().stream()
                                                                        .anyMatch(stop ->
                                                                                actor.is(
                                                                                        role,
                                                                                        stop
                                                                                                .body())))));
    }
}
