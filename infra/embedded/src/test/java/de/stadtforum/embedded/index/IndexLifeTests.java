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
import java.util.stream.IntStream;
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
                                assertThat(votes.countDocuments(eq("district", "d3")))
                                        .isEqualTo(30)))
                .isEqualTo(30);
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
    void indexesWhatTheProgramBeforeWroteMeanwhile() {
        try (var store = IndexedStore.in(file)) {
            createIndexes(votes(store));
            fill(votes(store));
        }
        writeAsTheProgramBefore(
                votes -> votes.updateOne(eq("_id", UNSAMPLED), set("district", "elsewhere")));
        try (var store = IndexedStore.in(file)) {
            assertThat(votes(store).countDocuments(eq("district", "elsewhere"))).isOne();
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
            raw.openMap("databases.store.system.indexes").clear();
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
