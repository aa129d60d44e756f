package de.stadtforum.benchmark;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.operation.FeedOperations;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.testing.TestPlatform;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// One program that tells and one that hears, wired as services are: one broker, a database and a consumer group for each.
final class Programs implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final ConfigurableApplicationContext teller = start(Teller.class, "session");
    private final ConfigurableApplicationContext listener = start(Listener.class, "reporting");

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Teller {
        @Bean
        Clock clock() {
            return new PlatformClock(null);
        }

        @Bean
        AggregateStore<Box> boxes(AggregateStores stores) {
            return stores.of("boxes", Box.class, VotingFact.class).store();
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
        Semaphore heard() {
            return new Semaphore(0);
        }

        @Bean
        Feed<Box.Seen> seen(Feeds feeds, Semaphore heard) {
            return feeds.of(VotingFact.class)
                    .into(
                            "seen",
                            Box.Seen.NONE,
                            (before, fact) -> {
                                heard.release();
                                return before.after(fact);
                            });
        }
    }

    private static ConfigurableApplicationContext start(Class<?> program, String service) {
        return start(program, service, "benchmark-" + service);
    }

    /// One that tells by itself, on this database and to a topic of its own.
    static ConfigurableApplicationContext teller(String database) {
        return start(
                Teller.class, "session", database, "--stadtforum.topic=stadtforum." + database);
    }

    private static ConfigurableApplicationContext start(
            Class<?> program, String service, String database, String... more) {
        var arguments =
                Stream.concat(
                        Stream.of(
                                "--stadtforum.service=" + service,
                                "--stadtforum.database=" + TestPlatform.own(database),
                                "--stadtforum.kafka.bootstrap-servers="
                                        + TestPlatform.bootstrapServers(),
                                "--spring.mongodb.uri=" + TestPlatform.mongodbUri(),
                                "--logging.level.root=error",
                                "--logging.level.de.stadtforum=warn"),
                        Stream.of(more));
        return new SpringApplicationBuilder(program)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments.toArray(String[]::new));
    }

    @SuppressWarnings("unchecked")
    AggregateStore<Box> boxes() {
        return (AggregateStore<Box>) teller.getBean("boxes");
    }

    /// Another instance of the program that tells, on the same database, until the work is done.
    @SuppressWarnings("unchecked")
    void withSecondInstance(Work work) throws Exception {
        try (var second = start(Teller.class, "session")) {
            work.on((AggregateStore<Box>) second.getBean("boxes"));
        }
    }

    interface Work {
        void on(AggregateStore<Box> second) throws Exception;
    }

    @SuppressWarnings("unchecked")
    Feed<Box.Seen> seen() {
        return (Feed<Box.Seen>) listener.getBean("seen");
    }

    /// Gets a permit for each fact that the listener folds, shortly before it is written.
    Semaphore heard() {
        return listener.getBean(Semaphore.class);
    }

    Replays replays() {
        return listener.getBean(Replays.class);
    }

    /// Waits until all is told, heard and visible, so that the next measurement starts on a quiet platform.
    void settle() {
        var telling = teller.getBean(FeedOperations.class);
        var hearing = listener.getBean(FeedOperations.class);
        Awaitility.await("all is told and heard")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> telling.waiting() == 0 && hearing.behind() == 0);
    }

    @Override
    public void close() {
        listener.close();
        teller.close();
    }
}
