package de.stadtforum.benchmark;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import de.stadtforum.messaging.Feed;
import de.stadtforum.messaging.Feeds;
import de.stadtforum.messaging.PlatformClock;
import de.stadtforum.testing.TestPlatform;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// A program that tells and one that hears, wired as services are, on the same broker and databases of their own.
final class Programs {
    private Programs() {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Teller {
        @Bean
        Clock clock() {
            return new PlatformClock(null);
        }

        @Bean
        AggregateStore<Box> boxes(AggregateStores stores) {
            return stores.of("boxes", Box.class, VotingFact.class);
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Listener {
        @Bean
        Clock clock() {
            return new PlatformClock(null);
        }

        @Bean
        Feed<Box.Seen> seen(Feeds feeds) {
            return feeds.of(VotingFact.class).into("seen", new Box.Seen(0), Box.Seen::after);
        }
    }

    static ConfigurableApplicationContext start(Class<?> program, String service) {
        return new SpringApplicationBuilder(program)
                .web(WebApplicationType.NONE)
                .run(
                        "--stadtforum.service=" + service,
                        "--stadtforum.database=benchmark-" + service,
                        "--stadtforum.kafka.bootstrap-servers=" + TestPlatform.bootstrapServers(),
                        "--spring.mongodb.uri=" + TestPlatform.mongodbUri(),
                        "--logging.level.root=error");
    }
}
