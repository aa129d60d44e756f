package de.stadtforum.messaging.documents;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import de.stadtforum.messaging.Box;
import de.stadtforum.messaging.TellingProcess;
import de.stadtforum.testing.TestPlatform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangesTests {
    private static final long NOON = 1_700_000_000_000L;
    private final AtomicLong returned = new AtomicLong();
    private final TellingProcess process =
            new TellingProcess(
                    "changes-" + UUID.randomUUID(),
                    TellingProcess.client(
                            TestPlatform.mongodbUri(),
                            settings -> settings.addCommandListener(new Returned())));
    private Instant now = Instant.ofEpochMilli(NOON);
    private final Changes changes =
            new Changes(process.documents(), null, 0, () -> now, Changes.LONG_LOOKS);

    /// Counts the documents that the store gives.
    private final class Returned implements CommandListener {
        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            var reply = event.getResponse();
            if (event.getCommandName().equals("find"))
                returned.addAndGet(reply.getDocument("cursor").getArray("firstBatch").size());
        }
    }

    @AfterEach
    void close() {
        process.close();
    }

    private List<String> news() {
        var ids = new ArrayList<String>();
        changes.read(page -> page.forEach(each -> ids.add(each.getString("_id"))));
        return ids;
    }

    private void written(String id, long version, long at) {
        process.documents()
                .insertOne(
                        new Document("_id", id).append("version", version).append("changed", at));
    }

    @Test
    void everyChangeIsGivenAndTellingIsNone() {
        process.boxes.create("a", _ -> Box.open("a"));
        process.boxes.create("b", _ -> Box.open("b"));
        assertThat(news()).containsExactlyInAnyOrder("a", "b");
        assertThat(news()).isEmpty();
        process.boxes.decide("a", box -> box.cast("ada"));
        assertThat(news()).containsExactly("a");
        process.started();
        org.awaitility.Awaitility.await().until(process::allTold);
        assertThat(news()).isEmpty();
    }

    @Test
    void twoClocksTenSecondsApartAndAWriteSeenTenSecondsLateLoseNothing() {
        now = now.plusSeconds(10);
        written("ahead", 1, NOON + 10_000);
        assertThat(news()).containsExactly("ahead");
        written("behind", 1, NOON - 20_000); // decided before, and seen only now
        assertThat(news()).isEmpty();
        now = now.plus(Changes.LONG_LOOKS);
        assertThat(news()).containsExactly("behind");
        written("behind again", 1, NOON - 20_000);
        assertThat(news()).as("now that one is known to be late").containsExactly("behind again");
    }

    @Test
    void whatIsAShortWhileLateIsGivenAtOnce() {
        written("first", 1, NOON);
        assertThat(news()).containsExactly("first");
        written("a second before", 1, NOON - 1_000);
        assertThat(news()).containsExactly("a second before");
    }

    @Test
    void aReaderThatSleptLosesNothing() {
        written("first", 1, NOON);
        assertThat(news()).containsExactly("first");
        written("behind", 1, NOON - 20_000);
        written("while it slept", 1, NOON + 100_000);
        now = now.plusSeconds(600);
        assertThat(news()).containsExactly("behind", "while it slept");
    }

    @Test
    void afterALotWasWrittenAReadGetsWhatIsNewAlone() {
        for (var each = 0; each < 50; each++) written("m" + each, 1, NOON - 50_000 + each * 1_000);
        assertThat(news()).hasSize(50);
        var before = returned.get();
        for (var each = 0; each < 10; each++) assertThat(news()).isEmpty();
        assertThat(returned.get() - before).as("those of two seconds each time").isEqualTo(10 * 3);
        now = now.plus(Changes.OVERLAP.multipliedBy(3));
        assertThat(news()).isEmpty();
        var quiet = returned.get();
        now = now.plus(Changes.LONG_LOOKS);
        assertThat(news()).isEmpty();
        assertThat(returned.get() - quiet).isEqualTo(1);
    }

    @Test
    void aClockThatIsADayAheadLeavesTheOthersNotBehind() {
        var now = System.currentTimeMillis();
        written("tomorrow", 1, now + 86_400_000);
        assertThat(news()).containsExactly("tomorrow");
        written("today", 1, now);
        assertThat(news()).containsExactly("today");
    }

    @Test
    void twoWritesWithinTheSameMillisecondAreBothGiven() {
        written("a", 1, NOON);
        assertThat(news()).containsExactly("a");
        process.documents().updateOne(eq("a"), Updates.set("version", 2L));
        assertThat(news()).containsExactly("a");
    }

    @Test
    void anotherReaderGoesOnWhereOneStopped() {
        written("old", 1, NOON - Changes.OVERLAP.toMillis() - 1);
        written("new", 1, NOON);
        assertThat(news()).containsExactly("old", "new");
        var resumed = new ArrayList<String>();
        new Changes(process.documents(), changes.position())
                .read(page -> page.forEach(each -> resumed.add(each.getString("_id"))));
        assertThat(resumed).containsExactly("new");
    }

    @Test
    void moreThanAPageOfTheSameMomentComesWhole() {
        var many = new ArrayList<Document>();
        for (var each = 0; each < 2 * Changes.BATCH + 1; each++)
            many.add(new Document("_id", "m" + each).append("version", 1L).append("changed", NOON));
        process.documents().insertMany(many);
        assertThat(news()).hasSize(many.size()).doesNotHaveDuplicates();
    }

    @Test
    void whatWasRemovedComesWithoutStateAndItsFactsGoOn() {
        process.boxes.create("a", _ -> Box.open("a"));
        assertThat(news()).containsExactly("a");
        process.boxes.remove("a", box -> box.cast("ada")); // tells its last fact
        Map<String, @Nullable Object> states = new LinkedHashMap<>();
        changes.read(
                page -> page.forEach(each -> states.put(each.getString("_id"), each.get("state"))));
        assertThat(states).containsOnlyKeys("a").containsEntry("a", null);

        assertThat(process.boxes.find("a")).isEmpty();
        assertThat(process.boxes.findAll(List.of("a"))).isEmpty();
        assertThat(process.boxes.count(new Document())).isZero();
        assertThat(process.boxes.slice(new Document(), Order.ascending(), null, 10).lines())
                .isEmpty();
        var left = process.documents().find(eq("a")).first();
        assertThat(left).containsEntry("told", 2L).doesNotContainKey("state");

        process.boxes.create("a", _ -> Box.open("a"));
        assertThat(process.documents().find(eq("a")).first())
                .containsEntry("told", 3L)
                .doesNotContainKey("removed");
    }
}
