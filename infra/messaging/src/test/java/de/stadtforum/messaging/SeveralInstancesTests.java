package de.stadtforum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.operation.FeedOperations;
import de.stadtforum.testing.TestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The same service more than once on one cluster: for several departments, and several instances for one.
class SeveralInstancesTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final String run = UUID.randomUUID().toString();

    private ConfigurableApplicationContext start(String operator, String... others) {
        var topics =
                List.of(others).stream().map(this::topic).reduce((a, b) -> a + "," + b).orElse("");
        return new SpringApplicationBuilder(ListeningService.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--stadtforum.service=session",
                        "--stadtforum.operator=" + operator,
                        "--stadtforum.topic=" + topic(operator),
                        "--stadtforum.more-topics=" + topics,
                        "--stadtforum.database="
                                + TestPlatform.own(
                                        "several-" + operator + "-" + run.substring(0, 8)),
                        "--stadtforum.sweep=200ms",
                        "--stadtforum.kafka.bootstrap-servers=" + TestPlatform.bootstrapServers(),
                        "--spring.mongodb.uri=" + TestPlatform.mongodbUri());
    }

    private String topic(String operator) {
        return "stadtforum.session-" + operator + "-" + run;
    }

    @SuppressWarnings("unchecked")
    private static AggregateStore<Box> boxes(ConfigurableApplicationContext service) {
        return (AggregateStore<Box>) service.getBean("boxes");
    }

    @SuppressWarnings("unchecked")
    private static Feed<Turnout> turnout(ConfigurableApplicationContext service) {
        return (Feed<Turnout>) service.getBean("turnout");
    }

    @Test
    void twoDepartmentsWithTheSameIdsEachHearEverything() {
        try (var dortmund = start("dortmund", "essen");
                var essen = start("essen", "dortmund")) {
            boxes(dortmund).create("box-1", _ -> Box.open("box-1"));
            boxes(essen).create("box-1", _ -> Box.open("box-1"));
            boxes(essen).decide("box-1", box -> box.cast("ada"));

            for (var service : List.of(dortmund, essen)) {
                var dortmunds = service == dortmund ? "box-1" : "dortmund~session~box-1";
                var essens = service == essen ? "box-1" : "essen~session~box-1";
                await().atMost(PATIENCE)
                        .untilAsserted(() ->
                                assertThat(turnout(service).findAll(List.of(dortmunds, essens)))
                                        .containsOnly(
                                                entry(dortmunds, new Turnout(20, 0)),
                                                entry(essens, new Turnout(20, 1))));
                assertThat(service.getBean(FeedOperations.class).deadLetters()).isEmpty();
            }
        }
    }

    @Test
    void instancesThatComeAndGoInTheMiddleOfWorkCountEverythingOnce() throws Exception {
        var ids = IntStream.range(0, 30).mapToObj(i -> "box-" + i).toList();
        var accepted = new AtomicInteger();
        try (var one = start("dortmund")) {
            ids.forEach(id -> boxes(one).create(id, _ -> Box.open(id)));
            var leaving = start("dortmund");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                ids.forEach(id -> threads.submit(() -> cast(one, id, "one", accepted)));
                ids.subList(0, 15)
                        .forEach(id -> threads.submit(() -> cast(leaving, id, "two", accepted)));
                await().atMost(PATIENCE).until(() -> accepted.get() > 300);
                try (var joining = start("dortmund")) { // partitions move while polls are under way
                    ids.forEach(id -> threads.submit(() -> cast(joining, id, "three", accepted)));
                    await().atMost(PATIENCE).until(() -> accepted.get() > 1_000);
                    threads.submit(leaving::close);
                    await().atMost(PATIENCE).until(() -> accepted.get() == 30 * 25 * 2 + 15 * 25);
                }
            }
            await().atMost(PATIENCE).until(() -> one.getBean(FeedOperations.class).waiting() == 0);
            await().atMost(PATIENCE)
                    .until(() ->
                            turnout(one).findAll(ids).values().stream()
                                            .mapToInt(Turnout::cast)
                                            .sum()
                                    == accepted.get());
            assertThat(one.getBean(FeedOperations.class).deadLetters()).isEmpty();
        }
    }

    private static void cast(
            ConfigurableApplicationContext service,
            String id,
            String voters,
            AtomicInteger accepted) {
        for (var i = 0; i < 25; i++) {
            var voter = voters + "-" + i;
            if (boxes(service).decide(id, box -> box.cast(voter)) instanceof Decision.Changed)
                accepted.incrementAndGet();
        }
    }
}
