package de.stadtforum.lab.labs;

import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.lab.LabFact;
import de.stadtforum.contracts.session.FieldFact;
import de.stadtforum.contracts.session.GroupFact;
import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.ProposalFact.ProposalHeard;
import de.stadtforum.lab.districts.CityRights;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.messaging.commands.Followed;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.web.ScopeOf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LabConfiguration {
    @Bean
    AggregateStore<Lab> labs(AggregateStores stores) {
        return stores.of("labs", Lab.class, LabFact.class)
                .indexed("plan.district", "plan.date", "_id")
                .indexed("plan.date", "_id")
                .store();
    }

    @Bean
    Followed<Lab> allLabs(AggregateStore<Lab> labs) {
        return labs.followed();
    }

    @Bean
    ScopeOf scopeOfLabs(AggregateStore<Lab> labs, CityRights rights) {
        return new ScopeOf(
                Lab.class, id -> labs.find(id).map(lab -> rights.in(lab.plan().district())));
    }

    /// The body has treated a lab's result: the lab shows when (resolution 5.7).
    @Bean
    Feed<Proposed> heardResults(Feeds feeds, AggregateStore<Lab> labs) {
        return feeds.of(ProposalFact.class)
                .react(
                        "heard-results",
                        Proposed.NONE,
                        Proposed::after,
                        cue -> {
                            var lab = cue.state().lab();
                            // a lab of another department is not this service's to tell of
                            return lab != null
                                            && cue.fact()
                                                    instanceof ProposalHeard(var meeting, var on)
                                            && labs.find(lab).isPresent()
                                    ? labs.decide(lab, each -> each.resultHeard(meeting, on))
                                    : unchanged();
                        });
    }

    @Bean
    Feed<GrownField> grownFields(Feeds feeds) {
        return feeds.of(FieldFact.class)
                .indexed("lab", "_id")
                .into("grown-fields", GrownField.NONE, GrownField::after);
    }

    /// So that a result is reported to a group by its name.
    @Bean
    Feed<NamedGroup> namedGroups(Feeds feeds) {
        return feeds.of(GroupFact.class).into("named-groups", NamedGroup.NONE, NamedGroup::after);
    }
}
