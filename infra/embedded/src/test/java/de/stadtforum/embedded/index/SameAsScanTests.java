package de.stadtforum.embedded.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.BsonBinarySubType;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two collections go through the same commands, one of them with indexes: each answer is the same, to the order of equal documents.
@Timeout(60)
class SameAsScanTests {
    private static final List<String> FIELDS = List.of("a", "b", "s.c", "s.d", "t", "_id");
    private static final long SEED = Long.getLong("seed", 20_261_127);
    private static IndexedStore store;

    /// What the documents hold decides which ways there are to them.
    enum Documents {
        /// Strings and numbers without any array: the indexes also give the order.
        PLAIN,
        /// Ids and values of all types that have an order.
        MIXED,
        /// Documents, decimals and other values that have none, and arrays.
        WILD
    }

    @BeforeAll
    static void open() {
        store = IndexedStore.in(null);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void answersAsAScan(Documents documents) {
        var pair = new Pair(documents, new Random(SEED));
        pair.createIndexes();
        for (var round = 0; round < 1200; round++) pair.same("seed " + SEED + " round " + round);
        pair.sameThroughout("seed " + SEED);
    }

    private record Pair(Documents documents, Random random) {

        private MongoCollection<Document> scanned() {
            return store.scannedDatabase().getCollection(documents.name());
        }

        private MongoCollection<Document> indexed() {
            return store.database().getCollection(documents.name());
        }

        void createIndexes() {
            var sparse = new IndexOptions().sparse(true);
            indexed().createIndex(new Document("a", 1));
            indexed().createIndex(new Document("b", -1));
            indexed().createIndex(new Document("s.c", 1).append("a", -1));
            indexed().createIndex(new Document("s.d", 1), sparse);
            indexed().createIndex(new Document("b", 1).append("s.d", -1).append("t", 1), sparse);
            for (var collection : List.of(indexed(), scanned()))
                collection.createIndex(
                        new Document("u", 1), new IndexOptions().unique(true).sparse(true));
        }

        void same(String where) {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> insert(where);
                case 3 -> update(where);
                case 4 -> delete(where);
                default -> find(where);
            }
        }

        private void insert(String where) {
            var document = document();
            both(
                    where + " insert " + document,
                    collection -> collection.insertOne(new Document(document)).wasAcknowledged());
        }

        private void update(String where) {
            var filter = filter(1);
            var field = FIELDS.get(random.nextInt(5));
            var update =
                    random.nextInt(4) == 0
                            ? new Document("$unset", new Document(field, ""))
                            : new Document("$set", new Document(field, valueOf(field)));
            if (random.nextBoolean())
                both(
                        where + " updateOne " + filter + update,
                        collection -> collection.updateOne(filter, update).toString());
            else
                both(
                        where + " updateMany " + filter + update,
                        collection -> collection.updateMany(filter, update).toString());
        }

        private void delete(String where) {
            var filter = filter(2);
            both(
                    where + " deleteOne " + filter,
                    collection -> collection.deleteOne(filter).getDeletedCount());
        }

        private void find(String where) {
            var filter = filter(2);
            var sort = sort();
            var skip = random.nextInt(3) == 0 ? random.nextInt(5) : 0;
            var limit = random.nextBoolean() ? 1 + random.nextInt(8) : 0;
            var what = where + " " + filter + " sort " + sort + " skip " + skip + " limit " + limit;
            both(
                    what,
                    collection ->
                            collection
                                    .find(filter)
                                    .sort(sort)
                                    .skip(skip)
                                    .limit(limit)
                                    .into(new ArrayList<>()));
            both(what + " counted", collection -> collection.countDocuments(filter));
            var texts = texts();
            both(where + " counted " + texts, collection -> collection.countDocuments(texts));
            if (random.nextInt(4) > 0) return;
            both(
                    what + " aggregated",
                    collection ->
                            collection
                                    .aggregate(stages(filter, sort, skip, limit))
                                    .into(new ArrayList<>()));
            both(
                    what + " distinct",
                    collection ->
                            collection
                                    .withDocumentClass(BsonDocument.class)
                                    .distinct("a", filter, org.bson.BsonValue.class)
                                    .into(new ArrayList<>()));
        }

        private static List<Document> stages(Document filter, Document sort, int skip, int limit) {
            var stages = new ArrayList<Document>();
            stages.add(new Document("$match", filter));
            if (!sort.isEmpty()) stages.add(new Document("$sort", sort));
            if (skip > 0) stages.add(new Document("$skip", skip));
            if (limit > 0) stages.add(new Document("$limit", limit));
            return stages;
        }

        void sameThroughout(String where) {
            both(where, collection -> collection.find().into(new ArrayList<>()));
            both(where, collection -> collection.deleteMany(new Document()).getDeletedCount());
        }

        private void both(String what, Function<MongoCollection<Document>, Object> command) {
            assertThat(answer(indexed(), command)).as(what).isEqualTo(answer(scanned(), command));
        }

        private static Object answer(
                MongoCollection<Document> collection,
                Function<MongoCollection<Document>, Object> command) {
            try {
                return command.apply(collection);
            } catch (MongoException refused) {
                return refused.getCode();
            }
        }

        private Document document() {
            var document = new Document("_id", id());
            for (var field : List.of("a", "b", "t"))
                if (random.nextInt(5) > 0) document.append(field, valueOf(field));
            if (random.nextInt(5) > 0) document.append("s", sub());
            if (random.nextInt(3) == 0) document.append("u", random.nextInt(300));
            return document;
        }

        private Object sub() {
            if (documents == Documents.WILD && random.nextInt(3) == 0)
                return IntStream.range(0, random.nextInt(3))
                        .mapToObj(_ -> random.nextInt(4) == 0 ? value() : sub())
                        .toList();
            var sub = new Document();
            for (var field : List.of("c", "d"))
                if (random.nextInt(3) > 0) sub.append(field, value());
            return sub;
        }

        private Object id() {
            return switch (documents) {
                case PLAIN -> "id" + random.nextInt(2000);
                case MIXED ->
                        random.nextBoolean()
                                ? random.nextInt(1000)
                                : new ObjectId(random.nextInt(1000), 1);
                case WILD ->
                        random.nextBoolean()
                                ? new Document("x", random.nextInt(900))
                                : "ä" + random.nextInt(900);
            };
        }

        /// The library sorts arrays and not-a-number by a comparator that contradicts itself: one field is free of them.
        private Object valueOf(String field) {
            return documents == Documents.WILD && field.equals("t") ? value(16) : value();
        }

        private Object value() {
            return value(documents == Documents.PLAIN ? 9 : documents == Documents.MIXED ? 16 : 25);
        }

        private Object value(int kinds) {
            return switch (random.nextInt(kinds)) {
                case 0, 1 -> random.nextInt(9) - 4;
                case 2 -> (long) (random.nextInt(9) - 4);
                case 3 -> (random.nextInt(17) - 8) / 2.0;
                case 4 -> null;
                case 5, 6, 7 ->
                        List.of(
                                        "",
                                        "a",
                                        "ab",
                                        "b",
                                        "ä",
                                        "Ω",
                                        "z\0",
                                        "z",
                                        "z\u0001",
                                        "\ud83d\ude00",
                                        "\uffff")
                                .get(random.nextInt(11));
                case 8 -> random.nextInt(2) * 5_000_000_000L;
                case 9 -> random.nextBoolean();
                case 10 -> new Date(random.nextInt(4) * 1000L - 1500);
                case 11 -> new ObjectId(random.nextInt(3), 1);
                case 12 -> new Binary(new byte[random.nextInt(3)]);
                case 13 ->
                        random.nextBoolean()
                                ? new UUID(random.nextInt(3) - 1, 5)
                                : new Binary(
                                        BsonBinarySubType.UUID_LEGACY,
                                        new byte[] {
                                            0,
                                            0,
                                            0,
                                            0,
                                            0,
                                            0,
                                            0,
                                            (byte) random.nextInt(),
                                            0,
                                            0,
                                            0,
                                            0,
                                            0,
                                            0,
                                            0,
                                            0
                                        });
                case 14 -> -0.0;
                case 15 ->
                        List.of(1L << 53, (1L << 53) + 1, 0x1p53, Long.MIN_VALUE + 1, -0.25e-300)
                                .get(random.nextInt(5));
                case 16 -> new Document("c", random.nextInt(3));
                case 17 -> new Decimal128(random.nextInt(3));
                case 18 ->
                        List.of(
                                        Double.NaN,
                                        Double.POSITIVE_INFINITY,
                                        Long.MAX_VALUE,
                                        5_000_000_000.5)
                                .get(random.nextInt(4));
                default -> IntStream.range(0, random.nextInt(3)).mapToObj(_ -> value()).toList();
            };
        }

        /// What an index may answer by counting its keys.
        private Document texts() {
            var filter = new Document(FIELDS.get(random.nextInt(5)), text());
            if (random.nextBoolean()) filter.append(FIELDS.get(random.nextInt(5)), text());
            return random.nextInt(4) > 0
                    ? filter
                    : new Document("$and", List.of(filter, new Document("b", text())));
        }

        private Object text() {
            var some = List.of("", "a", "ab", "ä", "z\0", "\uffff");
            Object one =
                    random.nextInt(6) == 0
                            ? random.nextBoolean()
                            : some.get(random.nextInt(some.size()));
            return switch (random.nextInt(5)) {
                case 0 -> one;
                case 1 -> new Document("$in", List.of(one, some.get(random.nextInt(3))));
                case 2 -> new Document("$gte", one);
                case 3 -> new Document("$eq", List.of(one));
                default -> new Document("$gt", "").append("$lte", one);
            };
        }

        private Document filter(int depth) {
            var filter = new Document();
            for (var i = random.nextInt(3); i >= 0; i--) filter.putAll(demand(depth));
            return filter;
        }

        private Document demand(int depth) {
            if (depth > 0 && random.nextInt(4) == 0)
                return new Document(
                        List.of("$and", "$or", "$or", "$nor").get(random.nextInt(4)),
                        IntStream.rangeClosed(0, 1 + random.nextInt(2))
                                .mapToObj(_ -> filter(depth - 1))
                                .toList());
            var field = FIELDS.get(random.nextInt(FIELDS.size()));
            return new Document(field, demandOn(field));
        }

        private Object demandOn(String field) {
            return switch (random.nextInt(7)) {
                case 0, 1 -> operand(field);
                case 2 ->
                        new Document(
                                "$in",
                                IntStream.range(0, random.nextInt(4))
                                        .mapToObj(_ -> operand(field))
                                        .toList());
                case 3 -> new Document("$exists", random.nextInt(3) > 0);
                case 4 ->
                        new Document(List.of("$gt", "$gte").get(random.nextInt(2)), operand(field))
                                .append(
                                        List.of("$lt", "$lte", "$ne").get(random.nextInt(3)),
                                        operand(field));
                default ->
                        new Document(
                                List.of("$gt", "$gte", "$lt", "$lte", "$ne", "$eq")
                                        .get(random.nextInt(6)),
                                operand(field));
            };
        }

        private Object operand(String field) {
            return field.equals("_id") ? id() : value();
        }

        private Document sort() {
            var sort = new Document();
            var fields = documents == Documents.WILD ? List.of("t", "_id") : FIELDS;
            for (var i = random.nextInt(4); i > 0; i--)
                sort.append(
                        fields.get(random.nextInt(fields.size())), random.nextBoolean() ? 1 : -1);
            return sort;
        }
    }
}
