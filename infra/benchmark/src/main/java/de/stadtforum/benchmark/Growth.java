package de.stadtforum.benchmark;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.operation.FeedOperations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.context.ConfigurableApplicationContext;

/// The start of a program and its commands with many documents of a kind, beside the same with few.
final class Growth {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int BATCH = 1_000;
    private static final int CLIENTS = 8;
    private static final long NANOS = 1_000_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// A database with so many boxes, and what was measured on it.
    private record Size(String database, int boxes, List<Double> starts, List<Double> commands) {
        static Size of(int boxes) {
            return new Size("benchmark-" + boxes, boxes, new ArrayList<>(), new ArrayList<>());
        }
    }

    private Growth() {}

    static void into(Results results, int rounds) throws Exception {
        var few = Size.of(FEW);
        var many = Size.of(MANY);
        for (var size : List.of(few, many)) fill(size);
        for (var round = 0; round < rounds; round++)
            for (var size : List.of(few, many)) measure(size);
        results.add(
                "8 clients, any of %,d aggregates: accepted/s, floor: any of %,d"
                        .formatted(MANY, FEW),
                Series.of(many.commands),
                Series.of(few.commands));
        results.add(
                "start with %,d documents (s), floor: with %,d".formatted(MANY, FEW),
                Series.of(many.starts),
                Series.of(few.starts));
    }

    /// Each as a box is that was opened and told, with its fact in the journal.
    private static void fill(Size size) {
        try (var program = Programs.teller(size.database)) {
            boxes(program).create("template", _ -> Box.with("template", 1));
            settle(program);
            var database = program.getBean(MongoDatabase.class);
            copies(database.getCollection("boxes"), Filters.eq("template"), size.boxes);
            copies(
                    database.getCollection("journal"),
                    Filters.eq("aggregate", "template"),
                    size.boxes);
        }
    }

    private static void copies(MongoCollection<Document> collection, Bson which, int count) {
        var template = collection.find(which).first();
        if (template == null) throw new IllegalStateException("nothing was told");
        var batch = new ArrayList<Document>();
        for (var i = 0; i < count; i++) {
            var copy = new Document(template).append("_id", name(i));
            if (template.containsKey("aggregate"))
                copy.append("aggregate", name(i)).append("_id", UUID.randomUUID().toString());
            batch.add(copy);
            if (batch.size() == BATCH || i == count - 1) {
                collection.insertMany(batch);
                batch.clear();
            }
        }
    }

    private static String name(int number) {
        return "box-" + number;
    }

    private static void measure(Size size) throws Exception {
        var begin = System.nanoTime();
        try (var program = Programs.teller(size.database)) {
            size.starts.add((System.nanoTime() - begin) / 1e9);
            size.commands.add(accepted(boxes(program), size.boxes));
            settle(program);
        }
    }

    private static double accepted(AggregateStore<Box> boxes, int count) throws Exception {
        var accepted = new AtomicInteger();
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> client =
                    () -> {
                        while (System.nanoTime() < begin + NANOS) {
                            var id = name(ThreadLocalRandom.current().nextInt(count));
                            if (boxes.decide(id, Box::cast) instanceof Decision.Changed)
                                accepted.incrementAndGet();
                        }
                        return null;
                    };
            for (var done : threads.invokeAll(Collections.nCopies(CLIENTS, client))) done.get();
        }
        return accepted.get() / ((System.nanoTime() - begin) / 1e9);
    }

    private static void settle(ConfigurableApplicationContext program) {
        var operations = program.getBean(FeedOperations.class);
        Awaitility.await("all is told").atMost(PATIENCE).until(() -> operations.waiting() == 0);
    }

    @SuppressWarnings("unchecked")
    private static AggregateStore<Box> boxes(ConfigurableApplicationContext program) {
        return (AggregateStore<Box>) program.getBean("boxes");
    }
}
