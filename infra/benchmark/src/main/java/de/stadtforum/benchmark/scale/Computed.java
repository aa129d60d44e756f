package de.stadtforum.benchmark.scale;

import de.stadtforum.benchmark.Results;
import de.stadtforum.benchmark.Series;
import de.stadtforum.benchmark.platform.Http;
import de.stadtforum.benchmark.platform.LogReader;
import de.stadtforum.benchmark.platform.Memory;
import de.stadtforum.benchmark.platform.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/// What is computed from all contributions: the resolution sentence by sentence, what is owed, a report's figures, a release, which its proof does once more. Reporting runs alone, with the heap and the
/// compiler that the launcher gives it on one machine.
final class Computed {
    private static final List<String> FLAGS =
            List.of(
                    "-Xmx192m",
                    "-Xss512k",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError");
    private static final int REQUESTS = Integer.getInteger("stadtforum.scale.requests", 500);
    private static final int WARM_UP = 100;
    private static final double LONGEST_MS = 50;
    private static final Duration HEARING = Duration.ofMinutes(60);
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 2, 1);
    private static final int DAYS = 365;
    private static final String REPORT = "/api/reporting/reports/bericht-der-messung";
    private static final String REPORTER = "reporter:*";

    private final Results results;
    private final Program reporting;
    private final Random random = new Random(20_261_128);

    private Computed(Results results, Program reporting) {
        this.results = results;
        this.reporting = reporting;
    }

    static void into(Results results, City city) throws Exception {
        var reporting = city.platform.reporting;
        var computed = new Computed(results, reporting);
        computed.hear();
        computed.startAgain();
        computed.pages();
        computed.memory(city.platform.folder);
        computed.release();
        computed.memory(city.platform.folder);
    }

    private void hear() {
        var facts = ends().values().stream().mapToLong(Long::longValue).sum();
        var clock = Stopwatch.start();
        start();
        Awaitility.await("reporting has heard and counted everything")
                .atMost(HEARING)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> Operations.of(reporting).hasHeardAll());
        results.remark(
                "%,d facts heard and counted for the first time: %.0f s"
                        .formatted(facts, clock.seconds()));
    }

    private void startAgain() {
        reporting.close();
        var clock = Stopwatch.start();
        start();
        clock.tell(results, "started again, without the launcher's cache");
        Lists.answer(reporting, "/beschluss", null);
        clock.tell(results, "… and the first page");
    }

    private void start() {
        reporting.start(Map.of(), FLAGS);
        reporting.awaitReady();
    }

    private static Map<TopicPartition, Long> ends() {
        return LogReader.ends("stadtforum.");
    }

    private void pages() {
        measure("the resolution, sentence by sentence", "/beschluss");
        measure("… one of them with its history", "/beschluss/5.2");
        measure("what is owed", "/pflichten");
        measure("reports", "/berichte");
        measure("figures of a half-year", "/api/reporting/figures?halfYear=2024-H2");
        tell("… of any past day, with what is known today", past(""));
        tell("… of any past day, as it was known then", past("&known="));
    }

    private void measure(String what, String address) {
        var took = new double[REQUESTS];
        for (var i = -WARM_UP; i < REQUESTS; i++) {
            var each = ask(address);
            if (i >= 0) took[i] = each;
        }
        var all = tell(what, new Series(took));
        results.atMost(what + ", p99 (ms)", all.percentile(0.99), LONGEST_MS);
    }

    /// Nearly each is computed: more days are asked for than are kept.
    private Series past(String known) {
        var took = new double[DAYS];
        for (var i = 0; i < DAYS; i++) {
            var day = FIRST_DAY.plusDays(random.nextInt(DAYS));
            took[i] =
                    ask(
                            "/api/reporting/obligations?on="
                                    + day
                                    + (known.isEmpty() ? "" : known + day));
        }
        return new Series(took);
    }

    private Series tell(String what, Series took) {
        results.add(what + ", p50 (ms)", took.percentile(0.5));
        results.add(what + ", p99 (ms)", took.percentile(0.99));
        return took;
    }

    private double ask(String address) {
        var clock = Stopwatch.start();
        Lists.answer(reporting, address, null);
        return clock.milliseconds();
    }

    private void release() {
        var ends = ends();
        var bare = Stopwatch.start();
        var facts = LogReader.read(ends);
        var read = bare.seconds();
        var release = Stopwatch.start();
        var period = LocalDate.now().minusYears(1).getYear() + "-H1";
        Http.command(
                reporting.port,
                City.token(REPORTER),
                "PUT",
                REPORT,
                Map.of("halfYear", period, "on", LocalDate.now().minusDays(1).toString()));
        awaitReleased();
        results.add(
                "a release over %,d facts (s), floor: a bare consumer reads them".formatted(facts),
                release.seconds(),
                read);
    }

    private void awaitReleased() {
        Awaitility.await("the report is released")
                .atMost(HEARING)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    var course = Lists.answer(reporting, REPORT + "/release", REPORTER).body();
                    var state = JsonMapper.shared().readTree(course).path("state").asString("");
                    if (state.equals("FAILED")) throw new IllegalStateException(course);
                    return state.equals("DONE");
                });
    }

    private void memory(Path folder) {
        results.remark(
                "memory of reporting-service (PSS): %.0f MB, of its heap in use: %.0f MB"
                        .formatted(
                                Memory.of(reporting.pid(), folder).own(),
                                Memory.heapOf(reporting.pid())));
    }
}
