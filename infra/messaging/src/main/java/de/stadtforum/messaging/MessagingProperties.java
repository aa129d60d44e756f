package de.stadtforum.messaging;

import de.stadtforum.contracts.Teller;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator sets: `stadtforum.*`.
///
/// @param service which of the tellers this program is, such as `membership`
/// @param operator the department or city that runs it; part of each fact's source
/// @param database name of the service's own database
/// @param topic of the own facts, where another department runs the same service on the contracts' topic
/// @param moreTopics of further instances whose facts are heard too
/// @param sources `/operator/service` of each teller that is run by another operator, such as `sources.membership`; its ids are the plain ones then
/// @param sweep how often facts are looked for that a crash left behind
/// @param kafka where the broker is, and how to reach it
@ConfigurationProperties("stadtforum")
record MessagingProperties(
        String service,
        String operator,
        String database,
        @Nullable String topic,
        @DefaultValue List<String> moreTopics,
        @DefaultValue Map<Teller, String> sources,
        @DefaultValue("1s") Duration sweep,
        Kafka kafka) {

    /// @param properties anything else that a Kafka client knows, such as TLS and SASL
    record Kafka(String bootstrapServers, @DefaultValue Map<String, String> properties) {}

    Map<String, Object> client() {
        var all = new LinkedHashMap<String, Object>(kafka.properties());
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        all.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        all.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return all;
    }

    /// Kafka's consumer group of this service: another operator, or another database, hears everything for itself.
    static String group(String operator, String service, String database) {
        return "stadtforum." + operator + "." + service + "." + database;
    }

    /// The `source` of this service's facts.
    String source() {
        return "/" + operator + "/" + service;
    }
}
