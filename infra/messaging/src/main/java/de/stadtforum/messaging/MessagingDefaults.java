package de.stadtforum.messaging;

import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.Topic;
import de.stadtforum.messaging.log.Topics;
import de.stadtforum.messaging.telemetry.NamelessStackTrace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// How the binder reads facts, for every service alike; whatever a service or an operator sets comes first.
final class MessagingDefaults implements EnvironmentPostProcessor {
    /// For whoever sets `logging.structured.format.console`: what failed and where, not with which words.
    private static final Map<String, Object> STRUCTURED_LOGS =
            Map.of(
                    "logging.structured.json.stacktrace.printer",
                    NamelessStackTrace.class.getName(),
                    "logging.structured.json.exclude",
                    "error.message");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("structured-logs", STRUCTURED_LOGS));
        var service = environment.getProperty("stadtforum.service");
        if (service == null) return;
        var teller = Teller.valueOf(service.toUpperCase(Locale.ROOT));
        var more =
                List.of(
                        environment.getProperty(
                                "stadtforum.more-topics", String[].class, new String[0]));
        var topics =
                new Topics(teller, environment.getProperty("stadtforum.topic"), more)
                        .heard().stream()
                                .map(Topic::name)
                                .sorted()
                                .collect(Collectors.joining(","));
        var defaults =
                new LinkedHashMap<String, Object>(
                        Map.ofEntries(
                                Map.entry("stadtforum.kafka.bootstrap-servers", "localhost:9092"),
                                Map.entry("stadtforum.database", "stadtforum-" + service),
                                Map.entry(
                                        "spring.cloud.stream.kafka.binder.brokers",
                                        "${stadtforum.kafka.bootstrap-servers}"),
                                Map.entry(
                                        "spring.cloud.stream.kafka.binder.auto-create-topics",
                                        "false"),
                                Map.entry(
                                        "spring.cloud.stream.kafka.binder.consumer-properties.max.poll.records",
                                        "1000"),
                                Map.entry(
                                        "spring.cloud.stream.kafka.binder.consumer-properties.fetch.max.wait.ms",
                                        "100"),
                                // a process that was killed gives its partitions back soon
                                Map.entry(
                                        "spring.cloud.stream.kafka.binder.consumer-properties.session.timeout.ms",
                                        "6000"),
                                Map.entry(
                                        "spring.cloud.stream.kafka.binder.consumer-properties.heartbeat.interval.ms",
                                        "2000"),
                                Map.entry(
                                        "spring.cloud.stream.kafka.binder.consumer-properties.metadata.max.age.ms",
                                        "10000"),
                                Map.entry(
                                        "spring.cloud.stream.kafka.binder.consumer-properties.reconnect.backoff.max.ms",
                                        "500"),
                                // it writes whole polls into the log; [FeedBinding] says what is
                                // wrong
                                Map.entry(
                                        "logging.level.org.springframework.integration.handler.LoggingHandler",
                                        "off"),
                                // the binder's own measure of the lag says so for each partition
                                // and
                                // minute; ours is [Lag]
                                Map.entry(
                                        "logging.level.org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils",
                                        "error"),
                                Map.entry("spring.cloud.function.definition", "facts"),
                                Map.entry(
                                        "spring.cloud.stream.bindings.facts-in-0.destination",
                                        topics),
                                Map.entry(
                                        "spring.cloud.stream.bindings.facts-in-0.group",
                                        MessagingProperties.group(
                                                environment.getRequiredProperty(
                                                        "stadtforum.operator"),
                                                service,
                                                environment.getProperty(
                                                        "stadtforum.database",
                                                        "stadtforum-" + service))),
                                Map.entry(
                                        "spring.cloud.stream.bindings.facts-in-0.consumer.batch-mode",
                                        "true"),
                                Map.entry(
                                        "spring.cloud.stream.bindings.facts-in-0.consumer.multiplex",
                                        "true"),
                                Map.entry(
                                        "spring.cloud.stream.bindings.facts-in-0.consumer.use-native-decoding",
                                        "true"),
                                Map.entry(
                                        "spring.cloud.stream.bindings.facts-in-0.consumer.max-attempts",
                                        "1"),
                                Map.entry(
                                        "spring.cloud.stream.kafka.bindings.facts-in-0.consumer.converter-bean-name",
                                        "factsAsTheyCame"),
                                Map.entry(
                                        "spring.cloud.stream.kafka.bindings.facts-in-0.consumer.start-offset",
                                        "earliest")));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("messaging-defaults", defaults));
    }
}
