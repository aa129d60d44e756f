package de.stadtforum.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is killed, and when: what was acknowledged is told, once and in order, and soon.
///
/// `infra/benchmark/run faults` runs the lottery alone (`lottery.kills`, `lottery.seed`, and where the table goes, `lottery.results`).
@Tag("long")
class FaultLotteryTests {
    private static final int KILLS = Integer.getInteger("lottery.kills", 60);
    private static final long SEED = Long.getLong("lottery.seed", 20_261_127L);
    private static final int SECONDS_TO_TELL = 10;
    private static final List<String> SERVICES =
            List.of("membership", "session", "lab", "reporting");

    /// Commands go to both in turn, past the gateway. One after another the first of each is killed and comes again, and partitions
    /// move while polls are under way.
    @Test
    void everyServiceTwice(@TempDir(cleanup = CleanupMode.ALWAYS) Path folder) throws Exception {
        UpgradeJourneyTests.unpack("/installation-2026-11.zip", folder);
        var ports = RunningPlatform.freePorts();
        try (var platform = RunningPlatform.started(folder, ports)) {
            var twins = RunningPlatform.freePorts(ports + 16);
            for (var part = 1; part <= SERVICES.size(); part++)
                platform.twin(SERVICES.get(part - 1), twins + part);
            var turn = new AtomicInteger();
            var lottery =
                    new FaultLottery(
                            platform,
                            (_, path) -> {
                                var part = FaultLottery.partOf(path);
                                return turn.getAndIncrement() % 2 == 0
                                        ? platform.address(part, path)
                                        : URI.create("http://localhost:" + (twins + part) + path);
                            });
            var over = new AtomicBoolean();
            var clients = new FutureTask<>(() -> lottery.load(cycle -> cycle < 2 || !over.get()));
            Thread.ofPlatform().start(clients);
            for (var service : SERVICES) {
                var before = lottery.acknowledged();
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> lottery.acknowledged() > before + 20);
                platform.kill(service);
            }
            lottery.awaitReady();
            over.set(true);
            var cycles = clients.get().stream().mapToInt(Integer::intValue).sum();
            lottery.awaitTold();

            var log = lottery.read();
            assertThat(log.outOfOrder()).isEmpty();
            assertThat(log.diverged()).isEmpty();
            assertThat(log.kinds())
                    .as("every aggregate of a kind tells the same, nothing less and nothing twice")
                    .allSatisfy((kind, told) -> assertThat(told).as(kind).hasSize(1))
                    .allSatisfy((kind, told) ->
                            assertThat(told.values()).as(kind).containsExactly((long) cycles));
            assertThat(log.kinds()).hasSize(4);
            assertThat(lottery.odd()).isEmpty();
        }
    }

    @Test
    void whateverIsKilledNothingAcknowledgedIsLostOrToldTwiceOrOutOfOrder(
            @TempDir(cleanup = CleanupMode.ALWAYS) Path folder) throws Exception {
        var killed = folder.resolve("killed");
        var quiet = folder.resolve("quiet");
        UpgradeJourneyTests.unpack("/installation-2026-11.zip", killed);
        UpgradeJourneyTests.unpack("/installation-2026-11.zip", quiet);

        FaultLottery.OnTheLog disturbed;
        FaultLottery lottery;
        String figures;
        double ready;
        double told;
        List<Integer> cycles;
        Map<String, Integer> lots;
        try (var platform = RunningPlatform.started(killed, RunningPlatform.freePorts())) {
            lottery = new FaultLottery(platform);
            var over = new AtomicBoolean();
            var clients = new FutureTask<>(() -> lottery.load(_ -> !over.get()));
            Thread.ofPlatform().start(clients);
            lots = lottery.kill(KILLS, SEED);
            over.set(true);
            ready = lottery.awaitReady();
            var since = System.nanoTime();
            cycles = clients.get(); // the last commands of each
            lottery.awaitTold();
            told = (System.nanoTime() - since) / 1e9;
            disturbed = lottery.read();
            figures = lottery.figures();
        }
        FaultLottery.OnTheLog expected;
        String undisturbed;
        try (var platform = RunningPlatform.started(quiet, RunningPlatform.freePorts())) {
            var same = new FaultLottery(platform);
            same.loadAsBefore(cycles);
            same.awaitTold();
            expected = same.read();
            undisturbed = same.figures();
        }

        var table =
                String.format(
                        Locale.ROOT,
                        """
                        | what | figure | aim |
                        |---|---|---|
                        | seed, kills | %d, %s | |
                        | acknowledged commands (sent again) | %d (%d) | |
                        | facts of them lost | %d | 0 |
                        | facts told twice | %d | 0 |
                        | aggregates with a fact before its predecessor | %d | 0 |
                        | sequences with two facts | %d | 0 |
                        | records that repeat another | %d | |
                        | last kill → every part answers (s) | %.1f | |
                        | … → all is told and heard (s) | %.1f | %d |
                        | figures of the half-year as without kills | %s | yes |
                        | other answers than success, 429 and 503 | %s | |
                        """,
                        SEED,
                        lots,
                        lottery.acknowledged(),
                        lottery.repeated(),
                        disturbed.missing(expected),
                        disturbed.tooMany(expected),
                        disturbed.outOfOrder().size(),
                        disturbed.diverged().size(),
                        disturbed.copies(),
                        ready,
                        told,
                        SECONDS_TO_TELL,
                        figures.equals(undisturbed) ? "yes" : "no",
                        lottery.odd());
        System.out.println(table);
        var results = System.getProperty("lottery.results");
        if (results != null) Files.writeString(Path.of(results), table);

        assertThat(disturbed.outOfOrder()).as("first appearances in order").isEmpty();
        assertThat(disturbed.diverged()).as("one fact a sequence").isEmpty();
        assertThat(disturbed.missing(expected)).as("lost").isZero();
        assertThat(disturbed.tooMany(expected)).as("told twice").isZero();
        assertThat(figures).isEqualTo(undisturbed);
        assertThat(lottery.odd()).as(String.format(Locale.ROOT, "seed %d", SEED)).isEmpty();
    }
}
