package de.stadtforum.session.groups;

import static com.mongodb.client.model.Filters.exists;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.contracts.session.GroupFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.ScopeOf;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GroupConfiguration {
    @Bean
    AggregateStore<WorkingGroup> groups(AggregateStores stores) {
        return stores.of("groups", WorkingGroup.class, GroupFact.class)
                .indexed("formed.on", "_id")
                .store();
    }

    @Bean
    ScopeOf scopeOfGroups(AggregateStore<WorkingGroup> groups, Rights rights) {
        return new ScopeOf(
                WorkingGroup.class, id -> groups.find(id).map(group -> rights.inGroup(group.id())));
    }

    /// Contact data of a person who is forgotten leave every room.
    @Bean
    Feed<Forgotten> forgottenContacts(Feeds feeds, AggregateStore<WorkingGroup> groups) {
        return feeds.of(PersonFact.class)
                .react(
                        "forgotten-contacts",
                        Forgotten.NONE,
                        Forgotten::after,
                        cue ->
                                cue.state().erased()
                                        ? withdraw(
                                                cue.aggregate(),
                                                groups,
                                                cue.recorded()
                                                        .atZone(PlatformClock.CITY)
                                                        .toLocalDate())
                                        : unchanged());
    }

    private static Decision<?> withdraw(
            String person, AggregateStore<WorkingGroup> groups, LocalDate on) {
        var sharing =
                groups.few(
                        exists("state.room.contacts." + person),
                        Order.ascending("state.formed.on"));
        Decision<?> last = unchanged();
        for (var group : sharing) {
            last = groups.decide(group.id(), each -> each.withdrawContact(person, on));
            if (last instanceof Decision.Refused) return last;
        }
        return last;
    }
}
