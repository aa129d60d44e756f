package de.stadtforum.embedded.index;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cost is how many of 100,000 documents are held against the filter, never a time.
@Timeout(60)
class IndexCostTests {
    private static final int DOCUMENTS = 100_000;
    private static final int DISTRICTS = 100;
    private static IndexedStore store;

    @BeforeAll
    static void fill() {
        store = IndexedStore.in(null);
        for (var from = 0; from < DOCUMENTS; from += 10_000)
            motions()
                    .insertMany(
                            IntStream.range(from, from + 10_000)
                                    .mapToObj(IndexCostTests::motion)
                                    .toList());
        motions().createIndex(Indexes.ascending("at"));
        motions().createIndex(Indexes.ascending("state.plan.district", "at"));
        motions().createIndex(Indexes.ascending("kind"));
        motions().createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static MongoCollection<Document> motions() {
        return store.database().getCollection("motions");
    }

    /// Times repeat in threes, so that a page may end among equal ones.
    private static Document motion(int number) {
        var motion =
                new Document("_id", id(number))
                        .append("version", 3)
                        .append("at", (long) number / 3)
                        .append("kind", number % 2 == 0 ? "motion" : "question")
                        .append(
                                "state",
                                new Document(
                                        "plan",
                                        new Document("district", "d" + number % DISTRICTS)));
        return number % 1000 == 0 ? motion.append("pendingSince", number) : motion;
    }

    private static String id(int number) {
        return "m%06d".formatted(number);
    }

    private static long cost(Bson filter, Bson sort, int skip, int limit) {
        return store.looked(() ->
                motions().find(filter).sort(sort).skip(skip).limit(limit).into(new ArrayList<>()));
    }

    private static long cost(Bson filter) {
        return cost(filter, new Document(), 0, 0);
    }

    @Test
    void looksAtOneDocumentForAnIdWhateverElseIsAsked() {
        assertThat(cost(and(eq("_id", id(7)), eq("version", 3)))).isOne();
        assertThat(cost(eq("_id", id(7)))).isOne();
        assertThat(cost(and(eq("_id", id(7)), eq("version", 99), gt("at", 0)))).isOne();
        assertThat(cost(new Document("_id", new Document("$eq", id(7))).append("kind", "question")))
                .isOne();
        assertThat(cost(and(in("_id", id(1), id(2), id(3)), gt("pendingSince", 0))))
                .isLessThanOrEqualTo(3);
        assertThat(cost(or(eq("_id", id(1)), and(eq("_id", id(2)), eq("version", 3)))))
                .isEqualTo(2);
    }

    @Test
    void changesOneDocumentByIdAndVersionWithoutAScan() {
        var guarded = and(eq("_id", id(8)), eq("version", 3));
        assertThat(store.looked(() -> motions().updateOne(guarded, inc("reads", 1)))).isOne();
        assertThat(store.looked(() -> motions().updateMany(guarded, inc("reads", 1)))).isOne();
        assertThat(store.looked(() -> motions().findOneAndUpdate(guarded, inc("reads", 1))))
                .isOne();
        assertThat(
                        store.looked(() ->
                                motions()
                                        .replaceOne(
                                                guarded,
                                                motion(8),
                                                new ReplaceOptions().upsert(true))))
                .isOne();
        assertThat(
                        store.looked(() ->
                                motions()
                                        .bulkWrite(
                                                List.of(
                                                        new UpdateOneModel<>(
                                                                guarded, inc("reads", 1))))))
                .isOne();
        assertThat(store.looked(() -> motions().deleteOne(and(eq("_id", id(8)), eq("version", 4)))))
                .isOne();
        assertThat(
                        store.looked(() ->
                                motions().deleteMany(and(eq("_id", id(8)), eq("version", 4)))))
                .isOne();
    }

    @Test
    void readsAPageFromTheIndexThatHasItsOrder() {
        assertThat(cost(new Document(), ascending("at"), 0, 50)).isEqualTo(50);
        assertThat(cost(new Document(), orderBy(descending("at"), descending("_id")), 10, 50))
                .isEqualTo(60);
        assertThat(cost(eq("state.plan.district", "d7"), descending("at"), 0, 50)).isEqualTo(50);
        assertThat(cost(eq("kind", "motion"), ascending("_id"), 0, 50)).isEqualTo(50);
        // every other document is of the kind
        assertThat(cost(eq("kind", "motion"), descending("at"), 0, 50)).isBetween(50L, 110L);
    }

    @Test
    void scansAfterAllWhenTheFirstMatchesOfAnOrderDoNotCome() {
        var late = eq("version", 4);
        motions().updateOne(eq("_id", id(DOCUMENTS - 1)), inc("version", 1));
        assertThat(cost(late, ascending("at"), 0, 1))
                .isBetween(DOCUMENTS * 1L, DOCUMENTS * 11L / 10);
        assertThat(motions().find(late).sort(ascending("at")).first())
                .containsEntry("_id", id(DOCUMENTS - 1));
        motions().updateOne(eq("_id", id(DOCUMENTS - 1)), inc("version", -1));
    }

    @Test
    void continuesAPageWhereTheLastOneEnded() {
        assertThat(cost(gt("_id", id(50_000)), ascending("_id"), 0, 50)).isBetween(50L, 51L);
        assertThat(
                        cost(
                                new Document("_id", new Document("$lt", id(50_000))),
                                descending("_id"),
                                0,
                                50))
                .isBetween(50L, 51L);
        var after = or(gt("at", 20_000L), and(eq("at", 20_000L), gt("_id", id(60_000))));
        assertThat(cost(after, ascending("at", "_id"), 0, 50)).isBetween(50L, 51L);
        assertThat(cost(and(eq("version", 3), after), ascending("at", "_id"), 0, 50))
                .isBetween(50L, 51L);
        var around = or(new Document("_id", new Document("$lte", id(9))), gt("_id", id(9)));
        assertThat(motions().find(around).sort(ascending("_id")).limit(20))
                .extracting("_id")
                .doesNotHaveDuplicates();
        assertThat(cost(and(eq("kind", "motion"), gt("_id", id(50_000))), ascending("_id"), 0, 50))
                .isBetween(50L, 110L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pagesThroughAllWithoutLossOrRepetition(boolean forward) {
        var ids = new ArrayList<String>();
        var order = forward ? ascending("at", "_id") : descending("at", "_id");
        var district = eq("state.plan.district", "d7");
        var looked =
                store.looked(() -> {
                    for (var rest = district; rest != null; ) {
                        var page =
                                motions().find(rest).sort(order).limit(150).into(new ArrayList<>());
                        page.forEach(motion -> ids.add(motion.getString("_id")));
                        rest =
                                page.size() < 150
                                        ? null
                                        : and(district, after(page.getLast(), forward));
                    }
                });
        assertThat(forward ? ids : ids.reversed())
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(DOCUMENTS / DISTRICTS);
        assertThat(looked).isLessThan(1010);
    }

    private static Bson after(Document last, boolean forward) {
        var at = last.getLong("at");
        var id = last.getString("_id");
        return forward
                ? or(gt("at", at), and(eq("at", at), gt("_id", id)))
                : or(lt("at", at), and(eq("at", at), lt("_id", id)));
    }

    @Test
    void readsOnlyWhatMatches() {
        var district = eq("state.plan.district", "d7");
        assertThat(
                        store.looked(() ->
                                assertThat(motions().countDocuments(district)).isEqualTo(1000)))
                .isZero();
        assertThat(
                        store.looked(() ->
                                assertThat(motions().countDocuments(and(district, gt("at", 0L))))
                                        .isEqualTo(1000)))
                .as("an order of numbers is not taken for certain")
                .isEqualTo(1000);
        assertThat(
                        store.looked(() ->
                                assertThat(motions().countDocuments(gte("kind", "n")))
                                        .isEqualTo(DOCUMENTS / 2)))
                .isZero();
        assertThat(cost(in("state.plan.district", "d7", "d8"))).isEqualTo(2000);
        assertThat(cost(and(district, gt("at", 33_000L)))).isEqualTo(10);
        assertThat(cost(and(gt("at", 10L), new Document("at", new Document("$lte", 20L)))))
                .isEqualTo(30);
        assertThat(cost(exists("pendingSince"))).isEqualTo(100);
        assertThat(cost(exists("at", false))).isZero();
        assertThat(cost(and(gt("pendingSince", 98_000), eq("kind", "motion")))).isEqualTo(1);
        assertThat(cost(eq("state.plan.district", "nowhere"))).isZero();
        assertThat(cost(or(district, gt("pendingSince", 0), eq("_id", id(1)))))
                .isBetween(1000L, 1101L);
        assertThat(
                        store.looked(() ->
                                motions()
                                        .distinct("kind", district, String.class)
                                        .into(new ArrayList<>())))
                .isEqualTo(1000);
    }

    @Test
    void aggregatesFromTheIndex() {
        var page =
                List.of(
                        Aggregates.match(eq("state.plan.district", "d7")),
                        Aggregates.sort(descending("at")),
                        Aggregates.limit(20));
        assertThat(
                        store.looked(() ->
                                assertThat(motions().aggregate(page).into(new ArrayList<>()))
                                        .hasSize(20)))
                .isEqualTo(20);
    }
}
