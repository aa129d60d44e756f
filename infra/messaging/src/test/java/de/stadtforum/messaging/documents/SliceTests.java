package de.stadtforum.messaging.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.TellingProcess;
import de.stadtforum.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTests {
    private static final Document ALL = new Document();
    private static final Order BY_DAY = Order.ascending("state.day");
    private final MongoClient client = TellingProcess.client();
    private final MongoCollection<Document> items =
            client.getDatabase(TestPlatform.own("slice-" + UUID.randomUUID()))
                    .getCollection("items");

    @BeforeEach
    void twentyFiveItemsOfTheSameDay() {
        for (var item = 1; item <= 25; item++) add("i" + item, "2024-06-12");
    }

    @AfterEach
    void close() {
        client.close();
    }

    private void add(String id, @Nullable String day) {
        items.insertOne(new Document("_id", id).append("state", new Document("day", day)));
    }

    private List<String> pages(Order order, int limit, Runnable between) {
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var slice = Slice.of(items, ALL, order, cursor, limit);
            slice.lines().forEach(each -> ids.add(each.getString("_id")));
            cursor = slice.next();
            between.run();
        } while (cursor != null);
        return ids;
    }

    @Test
    void itemsOfTheSameDayAreEachShownOnceInEitherDirection() {
        for (var order : List.of(BY_DAY, Order.descending("state.day"), Order.ascending())) {
            var ids = pages(order, 10, () -> {});
            assertThat(ids).hasSize(25).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatArrivesInBetweenPushesNothingAside() {
        var ids = pages(BY_DAY, 10, () -> add("h" + UUID.randomUUID(), "2024-06-11"));
        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void whatHasNoDayStandsBeforeAllThatHasOne() {
        for (var item = 1; item <= 5; item++) add("n" + item, null);
        add("z", "2030-01-01");
        var up = pages(BY_DAY, 3, () -> {});
        assertThat(up).hasSize(31).doesNotHaveDuplicates().endsWith("z");
        assertThat(up.subList(0, 5)).allMatch(each -> each.startsWith("n"));
        var down = pages(Order.descending("state.day"), 3, () -> {});
        assertThat(down).containsExactlyElementsOf(up.reversed());
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(Slice.of(items, ALL, BY_DAY, null, 25).next()).isNull();
        assertThat(Slice.of(items, ALL, BY_DAY, null, 24).next()).isNotNull();
    }

    @Test
    void aCursorBelongsToItsFilterAndOrder() {
        var cursor = Slice.of(items, ALL, BY_DAY, null, 10).next();
        assertThatThrownBy(() ->
                        Slice.of(items, Filters.eq("state.day", "2024-06-12"), BY_DAY, cursor, 10))
                .isInstanceOf(BadCursor.class)
                .hasMessageContaining("another filter or order");
        assertThatThrownBy(() -> Slice.of(items, ALL, Order.descending("state.day"), cursor, 10))
                .isInstanceOf(BadCursor.class);
    }

    @Test
    void aCursorBelongsToItsCollectionWhateverItWasRebuiltInto() {
        var cursor = Slice.of(items, ALL, BY_DAY, null, 10).next();
        var database = client.getDatabase(items.getNamespace().getDatabaseName());
        var rebuilt = database.getCollection("items~1~2");
        assertThat(Slice.of(rebuilt, ALL, BY_DAY, cursor, 10).lines()).isEmpty();
        assertThatThrownBy(
                        () -> Slice.of(database.getCollection("others"), ALL, BY_DAY, cursor, 10))
                .isInstanceOf(BadCursor.class)
                .hasMessageContaining("another list");
    }

    @Test
    void whatIsCountedIsWhatStandsInTheOrder() {
        add("n", null);
        assertThat(items.countDocuments(BY_DAY.all())).isEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "{'list': 1, 'place': [{'$gt': ''}, 'a']}",
                "{'list': 1, 'place': ['a']}",
                "[1]",
                "{'list': 1, 'place': [{'$regex': '.*'}, 'a']}",
                "{'list': 1, 'place': [{'$date': '+999999999999-01-01T00:00:00Z'}, 'a']}",
                "{'list': 1, 'place': [{'$date': 'x'}, 'a']}",
                "{'list': 1, 'place': [{'$numberDecimal': 'x'}, 'a']}",
                "{'list': 1, 'place': [{'$binary': {'base64': 'ä', 'subType': 'z'}}, 'a']}"
            })
    void whatIsNoCursorIsRefused(String forged) {
        var encoded =
                Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
        for (var cursor : List.of(forged, encoded, "a".repeat(3_000)))
            assertThatThrownBy(() -> Slice.of(items, ALL, BY_DAY, cursor, 10))
                    .isInstanceOf(BadCursor.class);
    }

    @Test
    void aListHasAnEnd() {
        for (var limit : new int[] {0, -1, Slice.MOST + 1})
            assertThatThrownBy(() -> Slice.of(items, ALL, BY_DAY, null, limit))
                    .hasMessageContaining("1 to 200");
        assertThat(IntStream.range(0, 3).mapToObj(_ -> pages(BY_DAY, 200, () -> {})))
                .allSatisfy(all -> assertThat(all).hasSize(25));
    }
}
