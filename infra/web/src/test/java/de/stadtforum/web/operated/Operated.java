package de.stadtforum.web.operated;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.audit.PersonNames;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Operated {
    /// Who is known by name; a test erases people here.
    public static final Map<String, String> NAMES = new ConcurrentHashMap<>();

    @Bean
    AggregateStore<Ballots> ballots(AggregateStores stores) {
        return stores.of("ballots", Ballots.class, VotingFact.class).store();
    }

    @Bean
    Feed<Turnout> turnout(Feeds feeds) {
        return feeds.of(VotingFact.class).into("turnout", Turnout.NONE, Turnout::after);
    }

    @Bean
    PersonNames names() {
        return persons -> {
            var known = new TreeMap<>(NAMES);
            known.keySet().retainAll(persons);
            return known;
        };
    }
}
