package de.stadtforum.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedStoreTests {
    private static final int WRITERS = 8;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 400;

    @TempDir Path data;

    @Test
    void losesNoAcknowledgedWriteWhenItIsKilled() throws Exception {
        var port = OwnProcess.freePort();
        var acknowledged = new ConcurrentHashMap<String, Integer>();
        for (var round = 1; round <= 2; round++) {
            try (var store =
                    OwnProcess.start(EmbeddedStore.class, "--data", data, "--port", port)) {
                writeUntilItIsGone(port, round, acknowledged, store);
            }
        }
        try (var _ = OwnProcess.start(EmbeddedStore.class, "--data", data, "--port", port);
                var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
            var found = new ConcurrentHashMap<String, Integer>();
            var votes = client.getDatabase("store").getCollection("votes");
            for (var vote : votes.find()) {
                found.put(vote.getString("_id"), vote.getInteger("version"));
                assertThat(vote.getList("pending", Integer.class))
                        .hasSize(vote.getInteger("version"));
                // the unique index and its document came to the disk together
                assertThat(votes.countDocuments(eq("key", vote.getString("key")))).isOne();
            }
            assertThat(acknowledged).isNotEmpty();
            acknowledged.forEach(
                    (id, version) -> assertThat(found.get(id)).isGreaterThanOrEqualTo(version));
        }
    }

    /// Pages that a read still needs are replaced all the time, and the file is tidied beside it.
    @Test
    void whoeverReadsForLongIsDisturbedByNoWriteAndHoldsUpNone() throws Exception {
        var port = OwnProcess.freePort();
        try (var _ = OwnProcess.start(EmbeddedStore.class, "--data", data, "--port", port);
                var client = MongoClients.create("mongodb://127.0.0.1:" + port);
                var threads = Executors.newCachedThreadPool()) {
            var database = client.getDatabase("store");
            var read = database.getCollection("read");
            var written = database.getCollection("written");
            var filling = "x".repeat(2_000);
            read.insertMany(
                    IntStream.range(0, 5_000)
                            .mapToObj(i -> new Document("_id", i).append("text", filling))
                            .toList());
            written.insertOne(new Document("_id", 0).append("number", 0).append("text", filling));
            var writing =
                    threads.submit(() -> {
                        for (var i = 0; i < 1_000; i++)
                            written.updateOne(
                                    eq(0), combine(inc("number", 1), set("text", filling + i)));
                    });
            var changing =
                    threads.submit(() -> {
                        for (var i = 0; i < 500; i++)
                            read.updateOne(eq(i * 10), set("text", filling + i));
                    });
            while (!writing.isDone() || !changing.isDone()) {
                var all = read.find(eq("text", "of none")).into(new ArrayList<>());
                assertThat(all).isEmpty();
                assertThat(read.countDocuments()).isEqualTo(5_000);
                assertThat(read.find().limit(1_000).into(new ArrayList<>())).hasSize(1_000);
            }
            writing.get();
            changing.get();
            assertThat(written.find(eq(0)).first().getInteger("number")).isEqualTo(1_000);
        }
    }

    /// Each writer inserts documents and changes each three times as an aggregate changes: guarded by its version.
    private void writeUntilItIsGone(
            int port,
            int round,
            ConcurrentHashMap<String, Integer> acknowledged,
            OwnProcess store) {
        var before = acknowledged.size();
        var enough = new CompletableFuture<Void>();
        try (var client =
                        MongoClients.create(
                                "mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=500");
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            var votes = client.getDatabase("store").getCollection("votes");
            votes.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
            IntStream.range(0, WRITERS)
                    .forEach(writer ->
                            writers.execute(() -> {
                                try {
                                    for (var i = 0; ; i++) {
                                        var id = round + "-" + writer + "-" + i;
                                        writeOne(votes, id, acknowledged);
                                        if (acknowledged.size() - before
                                                > ACKNOWLEDGED_BEFORE_THE_KILL)
                                            enough.complete(null);
                                    }
                                } catch (MongoException gone) {
                                    enough.complete(null);
                                }
                            }));
            enough.join();
            store.kill();
        }
    }

    private static void writeOne(
            MongoCollection<Document> votes,
            String id,
            ConcurrentHashMap<String, Integer> acknowledged) {
        votes.insertOne(
                new Document("_id", id)
                        .append("key", "k" + id)
                        .append("version", 0)
                        .append("pending", new ArrayList<>()));
        acknowledged.put(id, 0);
        for (var version = 0; version < 3; version++) {
            var changed =
                    votes.updateOne(
                            and(eq("_id", id), eq("version", version)),
                            combine(inc("version", 1), push("pending", version)));
            if (changed.getModifiedCount() == 1) acknowledged.put(id, version + 1);
        }
    }

    @Test
    void keepsItsFileSmallWhenOneDocumentChangesOften() throws Exception {
        var port = OwnProcess.freePort();
        try (var _ = OwnProcess.start(EmbeddedStore.class, "--data", data, "--port", port);
                var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
            var votes = client.getDatabase("store").getCollection("votes");
            votes.insertOne(
                    new Document("_id", "one")
                            .append("version", 0)
                            .append("text", "x".repeat(10_000)));
            for (var i = 0; i < 4_000; i++) votes.updateOne(eq("_id", "one"), inc("version", 1));
        }
        assertThat(Files.size(data.resolve("store.mv"))).isLessThan(16 * 1024 * 1024);
    }

    @Test
    void whatWasErasedIsGoneFromTheFileThatIsWrittenAnewAndWhatIsThereStays() throws Exception {
        var port = OwnProcess.freePort();
        try (var _ = OwnProcess.start(EmbeddedStore.class, "--data", data, "--port", port);
                var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
            var texts = client.getDatabase("store").getCollection("texts");
            texts.createIndex(Indexes.ascending("text"));
            texts.insertMany(
                    IntStream.range(0, 2_000)
                            .mapToObj(each ->
                                    new Document("_id", each)
                                            .append("text", "Wort" + each + "Ende "))
                            .toList());
            texts.updateOne(eq("_id", 1234), set("text", "gelöscht"));
            texts.deleteOne(eq("_id", 321));
            assertThat(inTheFile("Wort1234Ende")).as("where it was, at first").isTrue();
        }
        try (var _ =
                        OwnProcess.start(
                                EmbeddedStore.class, "--rewrite", "--data", data, "--port", port);
                var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
            assertThat(inTheFile("Wort1234Ende") || inTheFile("Wort321Ende")).isFalse();
            assertThat(inTheFile("Wort1235Ende")).isTrue();
            var texts = client.getDatabase("store").getCollection("texts");
            assertThat(texts.countDocuments()).isEqualTo(1_999);
            assertThat(texts.find(eq("text", "gelöscht")).first()).containsEntry("_id", 1234);
        }
    }

    private boolean inTheFile(String text) throws IOException {
        return Files.readString(data.resolve("store.mv"), StandardCharsets.ISO_8859_1)
                .contains(text);
    }
}
