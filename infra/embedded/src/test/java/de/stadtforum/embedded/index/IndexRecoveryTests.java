package de.stadtforum.embedded.index;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.stadtforum.embedded.EmbeddedStore;
import de.stadtforum.embedded.OwnProcess;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class IndexRecoveryTests {
    private static final int WRITERS = 4;
    private static final int DOCUMENTS_BEFORE_THE_KILL = 300;

    @TempDir Path data;

    @Test
    void holdsWhatTheDocumentsHoldWhenItIsKilled() throws Exception {
        for (var round = 1; round <= 2; round++) {
            writeUntilKilled(round);
            try (var store = MVStore.open(data.resolve("store.mv").toString())) {
                var maps = new CollectionMaps(store, "store.votes");
                assertThat(maps.documents()).hasSizeGreaterThan(100);
                assertAgrees(maps, "version_-1", false, new IndexKey("version", false));
                assertAgrees(maps, "pending_1", false, new IndexKey("pending", true));
                assertAgrees(
                        maps,
                        "state.district_1_version_1",
                        false,
                        new IndexKey("state.district", true),
                        new IndexKey("version", true));
                assertAgrees(maps, "pendingSince_1", true, new IndexKey("pendingSince", true));
            }
        }
    }

    /// The file as it was left, not as it is after the store has opened it.
    private static void assertAgrees(
            CollectionMaps maps, String name, boolean sparse, IndexKey... keys) {
        try (var store = MVStore.open(null)) {
            var anew = new CollectionMaps(store, "store.votes").entries(name);
            new OrderedIndex(List.of(keys), sparse, anew)
                    .build(
                            maps.documents().entrySet().stream()
                                    .map(entry ->
                                            new DocumentWithPosition<>(
                                                    entry.getValue(), entry.getKey())));
            assertThat(printed(maps, name))
                    .isEqualTo(printed(new CollectionMaps(store, "store.votes"), name));
        }
    }

    private static List<String> printed(CollectionMaps maps, String name) {
        return maps.entries(name).keySet().stream()
                .map(entry -> HexFormat.of().formatHex(entry.bytes()) + " " + entry.position())
                .toList();
    }

    private void writeUntilKilled(int round) throws Exception {
        var port = OwnProcess.freePort();
        var enough = new CompletableFuture<Void>();
        var written = new AtomicInteger();
        try (var store = OwnProcess.start(EmbeddedStore.class, "--data", data, "--port", port);
                var client =
                        MongoClients.create(
                                "mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=500");
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            var votes = client.getDatabase("store").getCollection("votes");
            createIndexes(votes);
            for (var writer = 0; writer < WRITERS; writer++) {
                var beginning = round + "-" + writer + "-";
                writers.execute(() -> {
                    try {
                        for (var i = 0; ; i++) {
                            write(votes, beginning + i, i);
                            if (written.incrementAndGet() > DOCUMENTS_BEFORE_THE_KILL)
                                enough.complete(null);
                        }
                    } catch (MongoException gone) {
                        enough.complete(null);
                    }
                });
            }
            enough.join();
            store.kill();
        }
    }

    private static void createIndexes(MongoCollection<Document> votes) {
        votes.createIndex(Indexes.descending("version"));
        votes.createIndex(Indexes.ascending("pending"));
        votes.createIndex(Indexes.ascending("state.district", "version"));
        votes.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
    }

    private static void write(MongoCollection<Document> votes, String id, int number) {
        votes.insertOne(
                new Document("_id", id)
                        .append("version", 0)
                        .append("pending", List.of("opened"))
                        .append("state", new Document("district", "d" + number % 7)));
        votes.updateOne(
                and(eq("_id", id), eq("version", 0)),
                combine(inc("version", 1), push("pending", "cast"), set("pendingSince", number)));
        if (number % 3 == 0) votes.deleteOne(eq("_id", id));
        else
            votes.updateOne(
                    and(eq("_id", id), eq("version", 1)),
                    combine(inc("version", 1), set("pending", List.of()), unset("pendingSince")));
    }
}
