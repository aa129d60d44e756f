package de.stadtforum.search;

import static com.mongodb.client.model.Filters.eq;
import static de.stadtforum.search.OpenIndex.NEWEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import de.stadtforum.messaging.documents.Index;
import de.stadtforum.search.IndexFollower.Source;
import de.stadtforum.search.IndexState.Fault;
import de.stadtforum.testing.TestPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFollowerTests {
    @TempDir Path folder;
    private final MongoClient client = MongoClients.create(TestPlatform.mongodbUri());
    private final MongoDatabase database =
            client.getDatabase(TestPlatform.own("search-" + UUID.randomUUID()));
    private final MongoCollection<Document> contributions = database.getCollection("contributions");
    private final AtomicReference<Runnable> whileMapped = new AtomicReference<>(() -> {});
    private final List<String> mapped = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> started = new ArrayList<>();
    private SearchIndex index;
    private IndexFollower follower;

    @BeforeEach
    void twoThousandContributions() {
        Index.create(contributions, Index.on("changed", "_id"));
        contributions.insertMany(
                IntStream.range(0, 2_500).mapToObj(each -> document("c" + each, "Hafen")).toList());
    }

    @AfterEach
    void close() throws Exception {
        for (var each : started.reversed()) each.close();
        client.close();
    }

    private static Document document(String id, String title) {
        return new Document("_id", id)
                .append("version", 1L)
                .append("changed", System.currentTimeMillis())
                .append("state", new Document("title", title));
    }

    /// Somebody else's write.
    private void write(String id, String title) {
        contributions.updateOne(
                eq(id),
                Updates.combine(
                        Updates.inc("version", 1L),
                        Updates.set("changed", System.currentTimeMillis()),
                        Updates.set("state", new Document("title", title))));
    }

    private @Nullable Entry entry(Document document) {
        var title = document.get("state", Document.class).getString("title");
        mapped.add(document.getString("_id") + " " + title);
        whileMapped.get().run();
        if (title.equals("withheld")) return null;
        if (title.equals("unreadable")) throw new IllegalStateException("no words");
        return Entry.of("contribution", document.getString("_id")).title(title);
    }

    private void start() {
        index = OpenIndex.unopened(folder);
        follower =
                new IndexFollower(
                        index,
                        Duration.ofMillis(20),
                        List.of(new Source("contribution", contributions, this::entry)));
        started.add(index);
        started.add(follower.start());
    }

    private void startedAndReady() {
        start();
        await().until(index::isReady);
    }

    private List<String> found(String words) {
        return index.find(Question.of(NEWEST).words(words).limit(10)).ids();
    }

    @Test
    void isBuiltBesideTheRunningServiceWithItsProgress() {
        var progress = new ArrayList<IndexState>();
        whileMapped.set(() -> {
            if (progress.isEmpty() || !progress.getLast().equals(index.state()))
                progress.add(index.state());
        });
        startedAndReady();
        assertThat(progress)
                .startsWith(
                        new IndexState.Building(null, 0, 2_500),
                        new IndexState.Building(null, 1_000, 2_500),
                        new IndexState.Building(null, 2_000, 2_500));
        assertThat(index.state()).isEqualTo(new IndexState.Ready(2_500));
    }

    @Test
    void whatOthersWriteIsFoundAndWhatTheyRemoveOrWithholdIsNot() {
        startedAndReady();
        contributions.insertOne(document("new", "Brunnen"));
        write("c1", "Brunnen");
        await().until(() -> found("brunnen").size() == 2);

        contributions.updateOne(
                eq("new"),
                Updates.combine(
                        Updates.unset("state"),
                        Updates.set("removed", true),
                        Updates.inc("version", 1L),
                        Updates.set("changed", System.currentTimeMillis())));
        write("c1", "withheld");
        await().until(() -> found("brunnen").isEmpty());
    }

    @Test
    void erasedWordsLeaveTheFilesByThemselves() {
        var word = "щёлкунчик";
        startedAndReady();
        write("c1", word);
        await().until(() -> OpenIndex.isInTheFiles(folder, "кунчик"));
        write("c1", "withheld");
        await().until(() -> !OpenIndex.isInTheFiles(folder, "кунчик"));
        assertThat(found("hafen")).hasSize(10);
    }

    @Test
    void oneThatCannotBeReadHoldsNobodyUp() {
        startedAndReady();
        contributions.insertMany(
                List.of(document("bad", "unreadable"), document("good", "Brunnen")));
        await().until(() -> found("brunnen").equals(List.of("good")));
    }

    @Test
    void whoeverWroteSeesItAtOnceHereAndWhereHeIsSentOn() {
        startedAndReady();
        write("c7", "Brunnen");
        var change = follower.written("contribution", "c7");
        assertThat(index.find(Question.of(NEWEST).words("brunnen").seen(change)).ids())
                .containsExactly("c7");
    }

    @Test
    void nothingOlderIsPutOverWhatWasJustWritten() {
        // c2 is written when its page was read and not yet put
        whileMapped.set(() -> {
            whileMapped.set(() -> {});
            write("c2", "Brunnen");
            follower.written("contribution", "c2");
        });
        startedAndReady();
        assertThat(found("brunnen")).containsExactly("c2");
        assertThat(mapped).contains("c2 Brunnen").doesNotContain("c2 Hafen");
    }

    @Test
    void goesOnWhereItStoppedAfterARestart() throws Exception {
        startedAndReady();
        close(started);
        write("c3", "Brunnen");
        start();
        await().until(() -> index.isReady() && found("brunnen").equals(List.of("c3")));
        assertThat(index.state()).isEqualTo(new IndexState.Ready(2_500));
    }

    private static void close(List<AutoCloseable> all) throws Exception {
        for (var each : all.reversed()) each.close();
        all.clear();
    }

    @Test
    void isBuiltAnewWhereItFollowsAnotherCollectionAsWell() throws Exception {
        startedAndReady();
        close(started);
        mapped.clear();
        index = OpenIndex.unopened(folder);
        started.add(index);
        var meetings = database.getCollection("meetings");
        started.add(
                new IndexFollower(
                                index,
                                Duration.ofMillis(20),
                                List.of(
                                        new Source("contribution", contributions, this::entry),
                                        new Source("meeting", meetings, _ -> null)))
                        .start());
        await().until(() -> mapped.size() >= 2_500 && index.isReady());
        assertThat(found("hafen")).hasSize(10);
    }

    @Test
    void isBuiltAgainWhenTheDatabaseWasAwayWhileItWas() {
        var away = new AtomicBoolean(true);
        whileMapped.set(() -> {
            if (mapped.size() == 1_500 && away.getAndSet(false))
                throw new MongoTimeoutException("away");
        });
        startedAndReady();
        assertThat(index.state()).isEqualTo(new IndexState.Ready(2_500));
    }

    @Test
    void isBuiltAnewWhereItsFilesAreDamaged() throws Exception {
        startedAndReady();
        close(started);
        try (var files = Files.list(folder)) {
            for (var each : files.toList()) Files.write(each, new byte[] {1, 2, 3});
        }
        startedAndReady();
        assertThat(found("hafen")).hasSize(10);
    }

    @Test
    void aSecondProcessOnTheFolderWorksWithoutAndTakesOver() throws Exception {
        startedAndReady();
        var first = List.copyOf(started);
        started.clear();
        start();
        await().until(() ->
                index.state() instanceof IndexState.Absent(var fault, _) && fault == Fault.IN_USE);
        assertThat(follower.written("contribution", "c1")).isZero();
        for (var each : first.reversed()) each.close();
        await().until(index::isReady);
        assertThat(found("hafen")).hasSize(10);
    }
}
