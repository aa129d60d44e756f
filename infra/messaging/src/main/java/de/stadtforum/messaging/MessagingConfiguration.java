package de.stadtforum.messaging;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.Teller;
import de.stadtforum.messaging.audit.Audit;
import de.stadtforum.messaging.audit.AuditExpiry;
import de.stadtforum.messaging.audit.Retention;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.messaging.commands.ClaimSweep;
import de.stadtforum.messaging.commands.Upcasts;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.FeedBinding;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.OldGroup;
import de.stadtforum.messaging.feeds.Retries;
import de.stadtforum.messaging.feeds.Rollups;
import de.stadtforum.messaging.feeds.Sources;
import de.stadtforum.messaging.log.Broker;
import de.stadtforum.messaging.log.Topics;
import de.stadtforum.messaging.operation.FactMeters;
import de.stadtforum.messaging.operation.FactsHealth;
import de.stadtforum.messaging.operation.Faults;
import de.stadtforum.messaging.operation.FeedOperations;
import de.stadtforum.messaging.operation.Lag;
import de.stadtforum.messaging.operation.OtherFaults;
import de.stadtforum.messaging.outbox.FactSender;
import de.stadtforum.messaging.outbox.Journal;
import de.stadtforum.messaging.outbox.OutboxRelay;
import de.stadtforum.messaging.outbox.Tellers;
import de.stadtforum.messaging.outbox.TopicGuard;
import de.stadtforum.messaging.replay.Rebuilds;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.messaging.replay.StaleFeeds;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.OpenTelemetrySpans;
import de.stadtforum.messaging.telemetry.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.ExponentialBackOff;

/// The messaging core of a service that says which teller it is (`stadtforum.service`).
@AutoConfiguration(after = MongoAutoConfiguration.class)
@ConditionalOnProperty("stadtforum.service")
@EnableConfigurationProperties(MessagingProperties.class)
class MessagingConfiguration {

    /// What was acknowledged survives a crash and a failover; a database that is away is noticed soon.
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings ->
                settings.writeConcern(
                                WriteConcern.MAJORITY
                                        .withJournal(true)
                                        .withWTimeout(8, TimeUnit.SECONDS))
                        .applyToClusterSettings(
                                cluster -> cluster.serverSelectionTimeout(4, TimeUnit.SECONDS))
                        .applyToSocketSettings(socket ->
                                socket.connectTimeout(2, TimeUnit.SECONDS)
                                        .readTimeout(30, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase database(MongoClient client, MessagingProperties properties) {
        return client.getDatabase(properties.database());
    }

    @Bean
    Teller teller(MessagingProperties properties) {
        return Teller.valueOf(properties.service().toUpperCase(Locale.ROOT));
    }

    @Bean
    Journal journal(MongoDatabase database) {
        return new Journal(database);
    }

    /// How long it says who did something is data: another city sets `stadtforum.retention` to a file of its own.
    @Bean
    Audit audit(
            MongoDatabase database,
            Journal journal,
            Clock clock,
            @Value("${stadtforum.retention:classpath:retention.json}") Resource rule)
            throws IOException {
        return new Audit(database, journal, Retention.of(rule.getInputStream()), clock);
    }

    @Bean
    AuditExpiry auditExpiry(Audit audit) {
        return new AuditExpiry(audit);
    }

    @Bean
    DeadLetters deadLetters(MongoDatabase database) {
        return new DeadLetters(database);
    }

    @Bean
    Topics topics(MessagingProperties properties, Teller service) {
        return new Topics(service, properties.topic(), properties.moreTopics());
    }

    @Bean
    TopicGuard topicGuard(MessagingProperties properties, Topics topics, Journal journal) {
        return new TopicGuard(properties.client(), topics.all(), journal);
    }

    @Bean
    Meters meters(ObjectProvider<MeterRegistry> registry) {
        return new Meters(registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    /// A trace is made only where a collector is named, in the words of every OpenTelemetry program.
    @Bean
    Spans spans(MessagingProperties properties, Environment environment) {
        if (!environment.containsProperty("otel.exporter.otlp.endpoint")) return Spans.NONE;
        var settings = new TreeMap<String, String>();
        Binder.get(environment)
                .bind("otel", Bindable.mapOf(String.class, String.class))
                .ifBound(given ->
                        given.forEach((name, value) -> settings.put("otel." + name, value)));
        return new OpenTelemetrySpans("stadtforum-" + properties.service(), settings);
    }

    @Bean
    FactMeters factMeters(OutboxRelay relay, Lag lag, Feeds feeds, DeadLetters deadLetters) {
        return new FactMeters(relay, lag, feeds, deadLetters);
    }

    @Bean
    Tellers tellers(MongoDatabase database) {
        return new Tellers(database);
    }

    @Bean
    OutboxRelay relay(
            MessagingProperties properties,
            Journal journal,
            TopicGuard guard,
            Tellers tellers,
            Broker broker,
            Meters meters,
            Spans spans) {
        return new OutboxRelay(
                new FactSender(properties.client(), properties.source(), spans),
                journal,
                guard,
                tellers,
                broker,
                properties.sweep(),
                meters);
    }

    @Bean
    AggregateStores aggregateStores(
            MongoDatabase database,
            Clock clock,
            OutboxRelay relay,
            TopicGuard guard,
            Topics topics,
            Meters meters,
            Spans spans,
            Upcasts upcasts,
            ClaimSweep sweep) {
        return new AggregateStores(
                database,
                FactMapper.create(),
                clock,
                relay,
                guard,
                topics,
                meters,
                spans,
                upcasts,
                sweep);
    }

    @Bean
    ClaimSweep claimSweep() {
        return new ClaimSweep();
    }

    @Bean
    Upcasts upcasts() {
        return new Upcasts();
    }

    @Bean
    Feeds feeds(
            MongoDatabase database,
            DeadLetters deadLetters,
            Teller service,
            MessagingProperties properties,
            PlatformClock clock,
            Meters meters,
            Spans spans) {
        return new Feeds(
                database,
                deadLetters,
                FactMapper.create(),
                service,
                new Sources(properties.operator(), properties.sources()),
                clock,
                meters,
                spans);
    }

    @Bean
    Replays replays(
            MessagingProperties properties,
            MongoDatabase database,
            Feeds feeds,
            DeadLetters deadLetters,
            Topics topics,
            Tellers tellers) {
        return new Replays(
                properties.client(),
                database,
                feeds,
                deadLetters,
                topics,
                tellers.me(),
                tellers::others);
    }

    @Bean
    Rebuilds rebuilds(MongoDatabase database, Replays replays) {
        return new Rebuilds(database, replays);
    }

    @Bean
    StaleFeeds staleFeeds(Feeds feeds, Rebuilds rebuilds, Replays replays, Tellers tellers) {
        return new StaleFeeds(
                feeds,
                rebuilds,
                replays,
                tellers::others,
                Tellers.SILENCE.multipliedBy(2),
                Rebuilds.SILENCE);
    }

    @Bean
    Retries retries(Feeds feeds, DeadLetters deadLetters) {
        return new Retries(feeds, deadLetters);
    }

    @Bean
    Rollups rollups(Feeds feeds) {
        return new Rollups(feeds);
    }

    @Bean
    Broker broker(MessagingProperties properties) {
        return new Broker(properties.client());
    }

    @Bean
    Lag lag(
            Broker broker,
            Topics topics,
            @Value("${spring.cloud.stream.bindings.facts-in-0.group}") String group) {
        return new Lag(broker, group, topics);
    }

    @Bean
    OldGroup oldGroup(
            MessagingProperties properties,
            MongoDatabase database,
            @Value("${spring.cloud.stream.bindings.facts-in-0.group}") String group) {
        return new OldGroup(
                properties.client(), database, "stadtforum-" + properties.service(), group);
    }

    @Bean
    Faults faults(
            Broker broker,
            OutboxRelay relay,
            TopicGuard guard,
            Feeds feeds,
            DeadLetters deadLetters,
            List<OtherFaults> others) {
        return new Faults(broker, relay, guard, feeds, deadLetters, others);
    }

    @Bean
    FeedOperations feedOperations(
            Feeds feeds,
            DeadLetters deadLetters,
            Rebuilds rebuilds,
            OutboxRelay relay,
            Lag lag,
            Topics topics,
            Faults faults,
            Clock clock) {
        return new FeedOperations(feeds, deadLetters, rebuilds, relay, lag, topics, faults, clock);
    }

    @Bean
    FactsHealth factsHealthIndicator(Faults faults) {
        return new FactsHealth(faults);
    }

    @Bean
    Consumer<Message<List<byte[]>>> facts(Feeds feeds) {
        return new FeedBinding(feeds);
    }

    /// Records come through unconverted: conversion would drop some and shift the headers of the others.
    @Bean
    BatchMessagingMessageConverter factsAsTheyCame() {
        var converter = new BatchMessagingMessageConverter();
        converter.setRawRecordHeader(true);
        return converter;
    }

    /// A poll that fails comes again, for ever: facts are never skipped.
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> neverSkip() {
        return (container, _, _) -> {
            var pauses = new ExponentialBackOff(200, 1.5);
            pauses.setMaxInterval(2_000);
            var handler = new DefaultErrorHandler(pauses);
            handler.setClassifications(new java.util.LinkedHashMap<>(), true);
            container.setCommonErrorHandler(handler);
            container.getContainerProperties().setStopImmediate(true);
        };
    }
}
