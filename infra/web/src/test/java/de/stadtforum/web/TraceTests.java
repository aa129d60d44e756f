package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.messaging.operation.FeedOperations;
import de.stadtforum.messaging.operation.FeedState;
import de.stadtforum.testing.TestPlatform;
import de.stadtforum.testing.TestTokens;
import de.stadtforum.web.listening.Listener;
import de.stadtforum.web.operated.Operated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// One command, one trace: from the request through the write, the log and the broker into the feed of another service.
class TraceTests {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private ConfigurableApplicationContext start(
            Class<?> program, String service, String collector) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--stadtforum.service=" + service,
                                "--stadtforum.database="
                                        + TestPlatform.own("trace-" + service + "-" + run),
                                "--stadtforum.kafka.bootstrap-servers="
                                        + TestPlatform.bootstrapServers(),
                                "--spring.mongodb.uri=" + TestPlatform.mongodbUri(),
                                "--spring.cloud.stream.bindings.facts-in-0.group=trace-"
                                        + service
                                        + run,
                                "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                                        + TestTokens.publicKey().toUri(),
                                service.equals("session")
                                        ? "--stadtforum.topic=stadtforum.trace-" + run
                                        : "--stadtforum.more-topics=stadtforum.trace-" + run,
                                "--otel.exporter.otlp.endpoint=" + collector,
                                "--otel.bsp.schedule.delay=100"));
        return new SpringApplicationBuilder(program).run(arguments.toArray(String[]::new));
    }

    @Test
    void followsACommandIntoTheFeedOfAnotherService() throws Exception {
        try (var collector = new Collector();
                var session = start(Operated.class, "session", collector.address());
                var reporting = start(Listener.class, "reporting", collector.address())) {
            // a new feed is first built from the log; what that has taken, the running feed does
            // not fold again
            await().atMost(PATIENCE).until(() -> isBuilt(reporting));
            var port =
                    Integer.parseInt(
                            String.valueOf(
                                    session.getEnvironment().getProperty("local.server.port")));
            var member = TestTokens.of("account-" + run, "p-" + run, "member:*");
            var vote = "/api/session/votes/v-" + run;
            new Browser(port).put(vote, "");
            var trace = "0af7651916cd43dd8448eb21" + run;
            new Browser(port)
                    .as(member)
                    .with("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                    .chunked(
                            "POST",
                            vote + "/ballots",
                            "application/json",
                            "{\"choice\": \"YES\", \"comment\": \"Wort\"}");

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(chain(collector, trace, "fold turnouts"))
                                    .containsExactly(
                                            "stadtforum-reporting fold turnouts",
                                            "stadtforum-session tell de.stadtforum.voting.ballot-cast",
                                            "stadtforum-session decide ballots",
                                            "stadtforum-session POST /api/session/votes/{id}/ballots",
                                            "b7ad6b7169203331"));
            assertThat(collector.spans().toString()).doesNotContain("p-" + run, "account-", "YES");
        }
    }

    private static boolean isBuilt(ConfigurableApplicationContext service) {
        return service.getBean(FeedOperations.class).overview().feeds().stream()
                .map(FeedState::rebuild)
                .allMatch(rebuild -> rebuild != null && !rebuild.running());
    }

    /// From the last step back to the one that the caller named.
    private static List<String> chain(Collector collector, String trace, String last) {
        Map<String, Collector.Span> byId =
                collector.spans().stream()
                        .filter(span -> span.trace().equals(trace))
                        .collect(Collectors.toMap(Collector.Span::id, span -> span));
        var steps = new ArrayList<String>();
        var first = byId.values().stream().filter(span -> span.name().equals(last)).findFirst();
        if (first.isEmpty()) return steps;
        Stream.iterate(first.get(), java.util.Objects::nonNull, span -> byId.get(span.parent()))
                .forEach(span -> {
                    steps.add(span.service() + " " + span.name());
                    if (!byId.containsKey(span.parent())) steps.add(span.parent());
                });
        return steps;
    }
}
