package de.stadtforum.messaging;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// The smallest service: one kind of aggregate, and one feed over its own facts, through the real binder.
@SpringBootConfiguration
@EnableAutoConfiguration
class ListeningService {
    @Bean
    Clock clock() {
        return new PlatformClock(null);
    }

    @Bean
    AggregateStore<Box> boxes(AggregateStores stores) {
        return stores.of("boxes", Box.class, VotingFact.class).store();
    }

    @Bean
    Feed<Turnout> turnout(Feeds feeds) {
        return feeds.of(VotingFact.class).into("turnout", Turnout.NONE, Turnout::after);
    }
}
