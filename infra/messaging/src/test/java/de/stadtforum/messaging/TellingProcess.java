package de.stadtforum.messaging;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.messaging.commands.ClaimSweep;
import de.stadtforum.messaging.commands.Upcasts;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.Sources;
import de.stadtforum.messaging.log.Broker;
import de.stadtforum.messaging.log.Topics;
import de.stadtforum.messaging.operation.Faults;
import de.stadtforum.messaging.operation.FeedOperations;
import de.stadtforum.messaging.operation.Lag;
import de.stadtforum.messaging.outbox.FactSender;
import de.stadtforum.messaging.outbox.Journal;
import de.stadtforum.messaging.outbox.OutboxRelay;
import de.stadtforum.messaging.outbox.Tellers;
import de.stadtforum.messaging.outbox.TopicGuard;
import de.stadtforum.messaging.replay.Rebuilds;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import de.stadtforum.testing.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;

/// One program that tells: the messaging core as a service wires it, on a database of the test's choice.
public final class TellingProcess implements AutoCloseable {
    /// The broker of the test, for a process that it started.
    public static final String BROKER = "messaging.test.broker";

    /// Everything comes from the own city.
    public static final Sources SOURCES = new Sources("dortmund", Map.of());

    public final MongoClient client;
    public final MongoDatabase database;
    public final Journal journal;
    public final TopicGuard guard;
    public final FactSender sender;
    public final Tellers tellers;
    public final OutboxRelay relay;
    public final Upcasts upcasts = new Upcasts();
    public final AggregateStores stores;
    public final AggregateStore<Box> boxes;
    public final MeterRegistry registry = new SimpleMeterRegistry();
    private final Meters meters = new Meters(registry);
    public final Broker broker = new Broker(kafka());
    public final String topic;

    public TellingProcess(String name) {
        this(name, client());
    }

    /// @param client closed with the process
    public TellingProcess(String name, MongoClient client) {
        this(name, client, kafka());
    }

    /// @param wire how it reaches the broker to tell; what changes in it holds for the next look at the topics
    public TellingProcess(String name, MongoClient client, Map<String, Object> wire) {
        this.client = client;
        topic = "stadtforum." + name;
        var topics = new Topics(Teller.SESSION, topic, List.of());
        database = client.getDatabase(TestPlatform.own(name));
        journal = new Journal(database);
        guard = new TopicGuard(wire, List.of(topics.toldTo(VotingFact.class)), journal);
        sender = new FactSender(wire, "/dortmund/session", Spans.NONE);
        tellers = new Tellers(database);
        relay =
                new OutboxRelay(
                        sender, journal, guard, tellers, broker, Duration.ofMillis(200), meters);
        stores =
                new AggregateStores(
                        database,
                        FactMapper.create(),
                        new PlatformClock(null),
                        relay,
                        guard,
                        topics,
                        meters,
                        Spans.NONE,
                        upcasts,
                        new ClaimSweep());
        boxes = stores.of("boxes", Box.class, VotingFact.class).store();
    }

    public static MongoClient client() {
        return client(TestPlatform.mongodbUri(), _ -> {});
    }

    public static MongoClient client(String uri, Consumer<MongoClientSettings.Builder> more) {
        var settings =
                MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri));
        new MessagingConfiguration().durableWrites().customize(settings);
        more.accept(settings);
        return MongoClients.create(settings.build());
    }

    public static Map<String, Object> kafka() {
        return new LinkedHashMap<>(
                Map.of(
                        "bootstrap.servers",
                        System.getProperty(BROKER) == null
                                ? TestPlatform.bootstrapServers()
                                : System.getProperty(BROKER),
                        "request.timeout.ms",
                        5_000,
                        "default.api.timeout.ms",
                        10_000));
    }

    /// What an operator of a listening service sees; nobody takes what is told live.
    public FeedOperations operations(MongoDatabase heard, Feeds feeds, DeadLetters deadLetters) {
        var topics = new Topics(Teller.SESSION, topic, List.of());
        var replays =
                new Replays(
                        kafka(), heard, feeds, deadLetters, topics, tellers.me(), tellers::others);
        return new FeedOperations(
                feeds,
                deadLetters,
                new Rebuilds(heard, replays),
                relay,
                new Lag(broker, "nobody", topics),
                topics,
                new Faults(broker, relay, guard, feeds, deadLetters, List.of()),
                new PlatformClock(null));
    }

    public TellingProcess started() {
        relay.start();
        return this;
    }

    public MongoCollection<Document> documents() {
        return database.getCollection("boxes");
    }

    public boolean allTold() {
        return documents().countDocuments(new Document("pending.0", new Document("$exists", true)))
                == 0;
    }

    @Override
    public void close() {
        if (relay.isRunning()) relay.stop();
        sender.close();
        broker.close();
        client.close();
    }
}
