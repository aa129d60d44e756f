package de.stadtforum.embedded.index;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How indexes come, stay and go with the file and its collections.
@Timeout(60)
class IndexLifeTests {
    /// None of the documents, nor of the entries, that are looked at when the store opens.
    private static final String UNSAMPLED = "v10";

    @TempDir Path data;
    private Path file;

    @BeforeEach
    void choose() {
        file = data.resolve("store.mv");
    }

    private static MongoCollection<Document> votes(IndexedStore store) {
        return store.database().getCollection("votes");
    }

    private static void fill(MongoCollection<Document> votes) {
        votes.insertMany(IntStream.range(0, 300).mapToObj(IndexLifeTests::vote).toList());
    }

    private static Document vote(int number) {
        return new Document("_id", "v" + number)
                .append("key", number)
                .append("district", "d" + number % 10);
    }

    /// Right, and read from the index.
    private static void assertIndexed(IndexedStore store, MongoCollection<Document> votes) {
        assertThat(
                        store.looked(() ->
                                assertThat(votes.find(eq("district", "d3")).into(new ArrayList<>()))
                                        .hasSize(30)))
                .isEqualTo(30);
        assertThat(votes.countDocuments(eq("district", "d3"))).isEqualTo(30);
        assertThat(
                        store.looked(() ->
                                assertThat(votes.find(eq("key", 77)).first())
                                        .containsEntry("_id", "v77")))
                .isOne();
    }

    private static void createIndexes(MongoCollection<Document> votes) {
        votes.createIndex(Indexes.ascending("district"));
        votes.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
    }

    @Test
    void givesAFileOfTheProgramBeforeItsIndexes() {
        writeAsTheProgramBefore();
        try (var store = IndexedStore.in(file)) {
            assertIndexed(store, votes(store));
        }
    }

    private void writeAsTheProgramBefore() {
        writeAsTheProgramBefore(votes -> {
            fill(votes);
            createIndexes(votes);
        });
    }

    private void writeAsTheProgramBefore(
            java.util.function.Consumer<MongoCollection<Document>> writes) {
        var backend = new H2Backend(file.toString());
        var server = new MongoServer(backend);
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort())) {
            writes.accept(client.getDatabase("store").getCollection("votes"));
        } finally {
            backend.commit();
            server.shutdownNow();
        }
    }

    @Test
    void knowsTheIdsInAFileOfTheProgramBefore() {
        writeAsTheProgramBefore(votes ->
                votes.insertMany(
                        List.of(
                                new Document("_id", "kept"),
                                new Document("_id", "gone"),
                                new Document("_id", 1))));
        for (var round = 1; round <= 2; round++)
            try (var store = IndexedStore.in(file)) {
                var votes = votes(store);
                for (var there : List.<Object>of("kept", 1, 1.0))
                    assertThatThrownBy(() -> votes.insertOne(new Document("_id", there)))
                            .hasMessageContaining("E11000");
                assertThat(votes.find(eq("_id", 1L)).first()).containsEntry("_id", 1);
                assertThat(votes.deleteOne(eq("_id", "gone")).getDeletedCount()).isOne();
                votes.insertOne(new Document("_id", "gone"));
                assertThat(votes.countDocuments()).isEqualTo(3);
            }
    }

    /// Everything that BSON knows, as a client gets it back after the store has read it from its file.
    @Test
    void keepsEveryKindOfValue() {
        var every =
                BsonDocument.parse(
                        """
                        {"_id": "every", "double": 1.5, "int": 1, "long": {"$numberLong": "5000000000"}, "text": "Straße\u0000", "yes": true,
                        "none": null, "date": {"$date": "2026-11-27T10:00:00Z"}, "list": [1, "a", {"b": []}], "nested": {"empty": {}},
                        "binary": {"$binary": {"base64": "AAEC", "subType": "00"}}, "uuid": {"$uuid": "c8edabc3-f738-4ca3-b68d-ab92a91478a3"},
                        "pattern": {"$regularExpression": {"pattern": "^a", "options": "i"}}, "decimal": {"$numberDecimal": "1.10"},
                        "id": {"$oid": "5d505646cf6d4fe581014ab2"}, "stamp": {"$timestamp": {"t": 1, "i": 2}}, "min": {"$minKey": 1}, "max": {"$maxKey": 1}}
                        """);
        try (var store = IndexedStore.in(file)) {
            votes(store).withDocumentClass(BsonDocument.class).insertOne(every);
        }
        try (var store = IndexedStore.in(file)) {
            assertThat(votes(store).withDocumentClass(BsonDocument.class).find().first())
                    .isEqualTo(every);
        }
    }

    @Test
    void buildsAnIndexOfDocumentsThatAreThere() {
        try (var store = IndexedStore.in(file)) {
            fill(votes(store));
            createIndexes(votes(store));
            assertIndexed(store, votes(store));
        }
        try (var store = IndexedStore.in(file)) {
            assertIndexed(store, votes(store));
        }
    }

    @Test
    void buildsAnewWhatIsDamagedOrOfAnotherVersion() {
        try (var store = IndexedStore.in(file)) {
            fill(votes(store));
            createIndexes(votes(store));
        }
        try (var store = MVStore.open(file.toString())) {
            var entries = new CollectionMaps(store, "store.votes").entries("district_1");
            // the last two of its entries, and the mark of its version
            entries.remove(entries.lastKey());
            entries.remove(entries.lastKey());
            entries.remove(entries.firstKey());
            new CollectionMaps(store, "store.votes").removeEntries("key_1");
        }
        try (var store = IndexedStore.in(file)) {
            assertIndexed(store, votes(store));
        }
    }

    /// As the library does with one of the same name that is dropped elsewhere.
    @Test
    void buildsAnewWhatTheLibraryForgot() {
        try (var store = IndexedStore.in(file)) {
            createIndexes(votes(store));
            fill(votes(store));
        }
        try (var raw = MVStore.open(file.toString())) {
            new CollectionMaps(raw, "store.system.indexes").documents().clear();
        }
        try (var store = IndexedStore.in(file)) {
            votes(store).updateOne(eq("_id", UNSAMPLED), set("district", "elsewhere"));
        }
        try (var store = IndexedStore.in(file)) {
            votes(store).createIndex(Indexes.ascending("district"));
            assertThat(votes(store).countDocuments(eq("district", "elsewhere"))).isOne();
        }
    }

    @Test
    void isDroppedByManyAtOnce() throws Exception {
        try (var store = IndexedStore.in(file);
                var threads = Executors.newFixedThreadPool(8)) {
            for (var round = 0; round < 20; round++) {
                var votes = store.database().getCollection("votes-" + round);
                votes.insertOne(vote(1));
                var drops = Collections.nCopies(8, Executors.callable((Runnable) votes::drop));
                for (var each : threads.invokeAll(drops)) each.get();
                assertThat(votes.countDocuments()).isZero();
            }
        }
    }

    @Test
    void takesTheSameIndexTwiceAndListsIt() {
        try (var store = IndexedStore.in(file)) {
            createIndexes(votes(store));
            fill(votes(store));
            createIndexes(votes(store));
            assertThat(
                            votes(store)
                                    .listIndexes()
                                    .map(index -> index.getString("name"))
                                    .into(new ArrayList<>()))
                    .containsExactlyInAnyOrder("_id_", "district_1", "key_1");
            assertIndexed(store, votes(store));
        }
    }

    @Test
    void namesTheIndexThatADuplicateBreaks() {
        try (var store = IndexedStore.in(file)) {
            createIndexes(votes(store));
            votes(store).insertOne(vote(1));
            votes(store).insertOne(new Document("_id", "none"));
            votes(store).insertOne(new Document("_id", "none either"));
            assertThatThrownBy(() ->
                            votes(store).insertOne(new Document("_id", "x").append("key", 1L)))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000")
                    .hasMessageContaining("key_1");
            assertThatThrownBy(() -> votes(store).updateOne(eq("_id", "none"), set("key", 1)))
                    .hasMessageContaining("key_1");
            assertThat(votes(store).countDocuments(gt("key", 0))).isOne();
        }
    }

    @Test
    void dropsTheMapWithItsIndexCollectionOrDatabase() {
        try (var store = IndexedStore.in(file)) {
            createIndexes(votes(store));
            fill(votes(store));
            votes(store).dropIndex("district_1");
            assertThat(maps(store)).containsExactly("store.votes._ordered_key_1");
            assertThat(votes(store).countDocuments(eq("district", "d3"))).isEqualTo(30);
            createIndexes(votes(store));
            assertIndexed(store, votes(store));
            votes(store).drop();
            assertThat(maps(store)).isEmpty();
            createIndexes(votes(store));
            fill(votes(store));
            store.database().drop();
            assertThat(maps(store)).isEmpty();
        }
    }

    @Test
    void takesIndexesAndDocumentsAlongWhenACollectionIsRenamed() {
        try (var store = IndexedStore.in(file)) {
            createIndexes(votes(store));
            fill(votes(store));
            votes(store).renameCollection(new MongoNamespace("store.ballots"));
            assertIndexed(store, store.database().getCollection("ballots"));
        }
        try (var store = IndexedStore.in(file)) {
            var ballots = store.database().getCollection("ballots");
            assertIndexed(store, ballots);
            assertThat(maps(store)).allMatch(name -> name.startsWith("store.ballots."));
            assertThatThrownBy(() -> ballots.insertOne(new Document("_id", "x").append("key", 1)))
                    .hasMessageContaining("key_1");
        }
    }

    private static Iterable<String> maps(IndexedStore store) {
        return store.backend().getMvStore().getMapNames().stream()
                .filter(name -> name.contains("._ordered_"))
                .toList();
    }
}
