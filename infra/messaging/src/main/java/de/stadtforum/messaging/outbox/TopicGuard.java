package de.stadtforum.messaging.outbox;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.Topic;
import de.stadtforum.messaging.log.BrokerUnavailable;
import de.stadtforum.messaging.log.LimitedRetention;
import de.stadtforum.messaging.log.LogReader;
import de.stadtforum.messaging.log.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Before anything is told: the topics exist and are kept for ever, and the log is not ahead of the documents.
public final class TopicGuard {
    /// So many of the newest facts of each partition are compared with the documents, and more while all of them still wait there.
    private static final int NEWEST = 50;

    /// What a topic takes in one record where the broker has not said otherwise: Kafka's own default, less the fact's attributes.
    private static final int USUAL_BYTES = 1_000_000;

    private static final int ATTRIBUTES = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(TopicGuard.class);
    private final Map<String, Object> kafka;
    private final Collection<Topic> topics;
    private final Map<String, MongoCollection<Document>> tellers = new ConcurrentHashMap<>();
    private final Journal journal;
    private final Set<String> ahead = new ConcurrentSkipListSet<>();
    // partitions in which one of the newest facts is known to have been told before
    private final Set<TopicPartition> filed = ConcurrentHashMap.newKeySet();
    private final Map<String, String> foreign = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> mostBytes = new ConcurrentHashMap<>();
    private volatile String source = "";
    private volatile @Nullable String forgetful;
    private volatile boolean checked;

    public TopicGuard(Map<String, Object> kafka, Collection<Topic> topics, Journal journal) {
        this.kafka = kafka;
        this.topics = topics;
        this.journal = journal;
    }

    /// Facts of this owner are told from this collection to this topic.
    public void tells(Topic topic, String owner, MongoCollection<Document> collection) {
        tellers.put(topic.name() + "/" + owner, collection);
    }

    /// The `source` of the own facts.
    void tellsAs(String own) {
        source = own;
    }

    /// Largest fact that the topic takes, in bytes of its JSON.
    public int mostBytes(String topic) {
        return mostBytes.getOrDefault(topic, USUAL_BYTES);
    }

    /// Who else writes to the own topics, or writes there what is no fact, among the newest records: source to the place of one.
    public Map<String, String> foreignRecords() {
        return Map.copyOf(foreign);
    }

    /// The database may have been exchanged under the running service: nothing is told before it was compared once more.
    synchronized void checkAgain() {
        LOG.error(
                "the database is not the one that this service wrote to last; it is compared with the log");
        checked = false;
        ahead.clear();
    }

    /// Aggregates of which the log knows more than the documents: the database was restored from an old copy.
    public List<String> aheadOfDocuments() {
        return List.copyOf(ahead);
    }

    public Optional<String> limitedRetention() {
        return Optional.ofNullable(forgetful);
    }

    /// At start, when the broker answers: refuses to work with a topic that forgets.
    ///
    /// @throws LimitedRetention so the service does not start
    public void checkAtStart() {
        try {
            check();
        } catch (BrokerUnavailable
                | KafkaException away) { // nothing is told before it has answered
            LOG.warn("the broker does not answer yet: {}", String.valueOf(away.getCause()));
        }
    }

    /// Whether facts may be told; checks on the first call, and again until the broker has answered.
    boolean mayTell() {
        if (limitedRetention().isPresent()) return false;
        return (checked || check()) && aheadOfDocuments().isEmpty();
    }

    private synchronized boolean check() {
        if (checked) return true;
        try (var admin = Admin.create(kafka)) {
            ensureTopics(admin);
        } catch (ExecutionException away) {
            throw new BrokerUnavailable("the broker is away", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("interrupted", interrupted);
        } catch (LimitedRetention forgets) {
            forgetful = forgets.getMessage();
            throw forgets;
        }
        foreign.clear();
        compareNewest();
        checked = true;
        return true;
    }

    /// Creates what is missing and refuses a topic that forgets.
    ///
    /// @throws LimitedRetention when a topic of facts would be deleted in part one day
    void ensureTopics(Admin admin) throws ExecutionException, InterruptedException {
        var missing = new ArrayList<>(topics);
        var existing = admin.listTopics().names().get();
        missing.removeIf(topic -> existing.contains(topic.name()));
        for (var topic : missing) create(admin, topic);
        var resources =
                topics.stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                        .toList();
        var configs = configs(admin, resources);
        for (var topic : topics) {
            var config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
            if (config == null) continue;
            refuseForgetful(topic, config);
            var most = config.get("max.message.bytes");
            if (most != null && most.value() != null)
                mostBytes.put(topic.name(), Integer.parseInt(most.value()) - ATTRIBUTES);
        }
    }

    /// A topic that was just made may not be known to the broker that is asked.
    private static Map<ConfigResource, Config> configs(Admin admin, List<ConfigResource> resources)
            throws ExecutionException, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return admin.describeConfigs(resources).all().get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof UnknownTopicOrPartitionException)
                        || attempt == 50) throw failed;
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static void refuseForgetful(Topic topic, Config actual) {
        topic.config()
                .forEach((key, wanted) -> {
                    var entry = actual.get(key);
                    var keeps = key.startsWith("retention.") || key.equals("cleanup.policy");
                    if (keeps && entry != null && !wanted.equals(entry.value()))
                        throw new LimitedRetention(
                                topic.name(), key, String.valueOf(entry.value()));
                });
    }

    private static void create(Admin admin, Topic topic)
            throws ExecutionException, InterruptedException {
        try {
            var replication = Optional.<Short>empty(); // as the cluster is configured
            admin.createTopics(
                            List.of(
                                    new NewTopic(
                                                    topic.name(),
                                                    Optional.of(topic.partitions()),
                                                    replication)
                                            .configs(topic.config())))
                    .all()
                    .get();
            LOG.info("created topic {}", topic.name());
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) throw failed;
        }
    }

    private void compareNewest() {
        var told =
                tellers.keySet().stream()
                        .map(each -> each.substring(0, each.indexOf('/')))
                        .distinct()
                        .sorted()
                        .toList();
        try (var log = new LogReader(kafka)) {
            var ends = log.ends(told);
            filed.clear();
            // until something stands there that was filed: what lies before it was told before
            for (var most = NEWEST; ; most *= 8) {
                log.newest(told, most, Duration.ofSeconds(20), this::compare);
                if (allFiled(ends, most)) return;
            }
        }
    }

    private boolean allFiled(Map<TopicPartition, Long> ends, int read) {
        return ends.entrySet().stream()
                .allMatch(each -> each.getValue() <= read || filed.contains(each.getKey()));
    }

    private void compare(LogRecord heard) {
        var envelope = ownFact(heard);
        if (envelope == null) return;
        var owner = FactType.ownerOf(envelope.type()).map(Class::getSimpleName).orElse("");
        var collection = tellers.get(heard.topic() + "/" + owner);
        if (collection == null) return;
        var document = collection.find(eq(envelope.subject())).first();
        var told = document == null ? 0 : document.get("told", Number.class).longValue();
        if (document != null
                && told >= envelope.sequence()
                && sameFact(heard, envelope, document)) {
            if (!isPending(document, envelope))
                filed.add(new TopicPartition(heard.topic(), heard.partition()));
            return;
        }
        LOG.error(
                "the log is ahead of the documents: {} {} has told {}, the log has {}; nothing is told",
                owner,
                envelope.subject(),
                told,
                envelope.sequence());
        ahead.add(owner + " " + envelope.subject());
    }

    /// Somebody else's record is no fact of ours: it is named and passed over. Names of persons come from every department.
    private @Nullable Envelope ownFact(LogRecord heard) {
        try {
            var envelope = Envelope.of(heard.headers());
            if (envelope.source().equals(source)) return envelope;
            if (!heard.topic().equals(Topic.PERSONS)) foreign.put(envelope.source(), heard.place());
        } catch (IllegalArgumentException unreadable) {
            if (!heard.headers().isEmpty() || heard.value().length > 0)
                foreign.put("-", heard.place());
        }
        return null;
    }

    private static boolean isPending(Document document, Envelope envelope) {
        return document.getList("pending", Document.class, List.of()).stream()
                .anyMatch(waiting ->
                        waiting.get("sequence", Number.class).longValue() == envelope.sequence());
    }

    /// A fact that waits has not been told, or was told just before a crash; one that was told is filed.
    private boolean sameFact(LogRecord heard, Envelope envelope, Document document) {
        for (var waiting : document.getList("pending", Document.class, List.of()))
            if (waiting.get("sequence", Number.class).longValue() == envelope.sequence())
                return envelope.id().equals(waiting.getString("id"));
        var filed = journal.idsOf(heard.topic(), envelope.subject(), envelope.sequence());
        return filed.isEmpty() || filed.contains(envelope.id());
    }
}
