package de.stadtforum.benchmark;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.lab.ContributionFact;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.lab.ContributionFact.ContributionPublished;
import de.stadtforum.contracts.lab.ContributionFact.ContributionReceived;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Changes;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.Rolling;
import de.stadtforum.messaging.feeds.Rollup;
import de.stadtforum.messaging.feeds.Rollups;
import de.stadtforum.messaging.feeds.Sources;
import de.stadtforum.messaging.log.LogRecord;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// What it costs to keep a number by key up to date, by how many documents the key has, and how far it is behind while it is busy.
final class KeptByKey {
    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000, 100_000);
    private static final int POLL = 500;
    private static final int PACE = 20;
    private static final Duration BUSY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final LocalDate DAY = LocalDate.of(2024, 6, 22);
    private final MongoDatabase database;
    private long offset;

    KeptByKey(MongoDatabase database) {
        this.database = database;
    }

    /// A contribution as a listener knows it.
    record Told(String lab, boolean published) {
        static final Told NONE = new Told("", false);

        Told after(ContributionFact fact) {
            return switch (fact) {
                case ContributionReceived it -> new Told(it.lab(), false);
                case ContributionPublished _ -> new Told(lab, true);
                default -> this;
            };
        }
    }

    record Counted(int all, int published) {
        static final Counted NONE = new Counted(0, 0);
    }

    /// A process that hears and keeps count, from its start.
    private final class Listener implements AutoCloseable {
        final Feeds feeds =
                new Feeds(
                        database,
                        new DeadLetters(database),
                        FactMapper.create(),
                        Teller.REPORTING,
                        new Sources("dortmund", Map.of()),
                        new PlatformClock(null),
                        Meters.unseen(),
                        Spans.NONE);
        final Feed<Told> told =
                feeds.of(ContributionFact.class).into("contributions", Told.NONE, Told::after);
        final Rollup<Told, Boolean, Counted> byLab =
                told.rolledUp(
                        new Rolling<>(
                                "by-lab",
                                1,
                                "lab",
                                it -> it.lab().isEmpty() ? null : it.lab(),
                                Told::published,
                                lines ->
                                        new Counted(
                                                lines.size(),
                                                (int) lines.stream().filter(it -> it).count()),
                                Counted.NONE));
        final Rollups rollups = new Rollups(feeds);

        Listener() {
            rollups.start();
        }

        /// Milliseconds from a fact that is written to its being counted.
        double counts(String lab, List<LogRecord> poll, Counted expected) {
            feeds.take(poll);
            var begin = System.nanoTime();
            while (!byLab.of(lab).equals(expected)) {
                if (System.nanoTime() - begin > PATIENCE.toNanos())
                    throw new IllegalStateException(byLab.of(lab) + " is not " + expected);
                LockSupport.parkNanos(2_000_000);
            }
            return (System.nanoTime() - begin) / 1e6;
        }

        @Override
        public void close() {
            rollups.stop();
        }
    }

    void into(Results results, int rounds) {
        for (var size : SIZES) fill("lab-" + size, size);
        // whoever counts looks back a minute for what is late
        LockSupport.parkNanos(Changes.OVERLAP.toNanos());
        for (var size : SIZES) {
            var lab = "lab-" + size;
            var published = 0;
            var cold = new ArrayList<Double>();
            var warm = new ArrayList<Double>();
            for (var round = 0; round < rounds; round++)
                try (var listener = new Listener()) {
                    cold.add(
                            listener.counts(
                                    lab, publish(lab, published), new Counted(size, ++published)));
                    warm.add(
                            listener.counts(
                                    lab, publish(lab, published), new Counted(size, ++published)));
                }
            results.add(
                    "a lab of %,d: fact → counted (ms) by a process that counts it already, beside one that has just started"
                            .formatted(size),
                    Series.of(warm),
                    Series.of(cold));
        }
        busy(results, SIZES.getLast(), 2 * rounds);
    }

    /// Publications at a constant pace; how old the newest is that is not yet counted.
    private void busy(Results results, int size, int first) {
        var lab = "lab-" + size;
        var behind = new ArrayList<Double>();
        try (var listener = new Listener()) {
            listener.counts(lab, publish(lab, first), new Counted(size, first + 1));
            var written = new ArrayList<Long>();
            var begin = System.nanoTime();
            for (var each = 1; System.nanoTime() - begin < BUSY.toNanos(); each++) {
                listener.feeds.take(publish(lab, first + each));
                written.add(System.nanoTime());
                var counted = listener.byLab.of(lab).published() - first - 1;
                behind.add(
                        counted >= written.size()
                                ? 0.0
                                : (System.nanoTime() - written.get(counted)) / 1e6);
                var due = begin + each * (1_000_000_000L / PACE);
                LockSupport.parkNanos(due - System.nanoTime());
            }
            listener.counts(lab, List.of(), new Counted(size, first + 1 + written.size()));
        }
        var all = Series.of(behind);
        results.add(
                "a lab of %,d, %d publications a second for %d s: behind by (ms), median (smallest–largest; limit 2,000)"
                        .formatted(size, PACE, BUSY.toSeconds()),
                all);
    }

    private void fill(String lab, int size) {
        try (var listener = new Listener()) {
            for (var first = 0; first < size; first += POLL) {
                var poll = new ArrayList<LogRecord>();
                for (var each = first; each < Math.min(size, first + POLL); each++)
                    poll.add(
                            record(
                                    lab + "-" + each,
                                    1,
                                    new ContributionReceived(lab, Channel.ONLINE, DAY)));
                listener.feeds.take(poll);
            }
            listener.counts(lab, List.of(), new Counted(size, 0));
        }
    }

    private List<LogRecord> publish(String lab, int number) {
        return List.of(record(lab + "-" + number, 2, new ContributionPublished(DAY)));
    }

    private LogRecord record(String contribution, long sequence, ContributionFact fact) {
        var envelope =
                new Envelope(
                        contribution + "-" + sequence,
                        "/dortmund/lab",
                        FactType.of(fact.getClass()),
                        contribution,
                        Instant.EPOCH,
                        sequence,
                        null);
        return new LogRecord(
                "stadtforum.lab",
                0,
                offset++,
                contribution,
                envelope.toHeaders(),
                FactMapper.create().writeValueAsString(fact).getBytes(StandardCharsets.UTF_8));
    }
}
