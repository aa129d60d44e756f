package de.stadtforum.benchmark.scale;

import de.stadtforum.benchmark.Results;
import de.stadtforum.benchmark.Series;
import de.stadtforum.benchmark.platform.Http;
import de.stadtforum.benchmark.platform.Labs;
import de.stadtforum.benchmark.platform.Memory;
import de.stadtforum.benchmark.platform.Platform;
import de.stadtforum.benchmark.platform.Program;
import de.stadtforum.benchmark.scale.Readers.Read;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.json.JsonMapper;

/// One resident alone is the first after a start, then eight read everything that all services offer everybody, from link to link and from list to
/// list: nothing fails, nothing dies, nothing grows, nobody waits for long.
final class Walk {
    private static final int READERS = 8;
    private static final int SECONDS = Integer.getInteger("stadtforum.scale.walk", 120);
    private static final int SECONDS_ALONE = 30;
    private static final double LONGEST_MS = 1_000;
    private static final double MOST_GROWTH = 1.2;
    private static final int SLOWEST = 10;
    private static final Duration HEARING = Duration.ofMinutes(15);
    private static final String PAPER = "vorlage-licht";
    private static final String RECEIPT = "beleg-der-messung";

    /// Nobody answers these without a query.
    private static final List<String> ASKED =
            List.of(
                    "/api/lab/contributions?lab=" + City.LARGEST + "&limit=20",
                    "/api/reporting/figures?halfYear=2024-H2",
                    "/api/membership/bodies/vollversammlung/apportionment?council=rat-2020&asOf=2024-02-01&seats=10&basis=FACTION_MANDATES");

    /// No page leads to these.
    private static final List<String> FURTHER =
            List.of(
                    "/suche?q=Laterne",
                    "/suche?q=Laterne&bezirk=huckarde",
                    "/versammlung/suche?q=Beleuchtung",
                    "/beitraege/beleg/" + RECEIPT,
                    "/api/reporting/final-reports/masterplan-1-0");

    private final City city;
    private final Platform platform;
    private final List<Endpoint> endpoints;
    private final Frontier frontier;

    /// Of each process, at the start, in the middle and at the end; less where it has died.
    private final Map<String, List<Double>> heaps = new LinkedHashMap<>();

    private Walk(City city, List<Endpoint> endpoints) {
        this.city = city;
        this.platform = city.platform;
        this.endpoints = endpoints;
        this.frontier = new Frontier(endpoints, ASKED);
    }

    static void into(Results results, City city, Path root) throws Exception {
        var walk = new Walk(city, Endpoint.open(root));
        walk.start(results);
        walk.sendWithReceipt();
        walk.run(results);
    }

    private void start(Results results) {
        var others = new ArrayList<>(platform.all());
        others.remove(platform.reporting);
        Platform.start(others, Map.of());
        Lists.awaitIndex(platform.lab);
        var clock = Stopwatch.start();
        Platform.start(List.of(platform.reporting), Map.of());
        awaitReporting(results, clock);
    }

    /// However long it takes, nobody waits for it longer than that.
    private void awaitReporting(Results results, Stopwatch clock) {
        var reporting = platform.reporting;
        var left = new AtomicLong();
        try {
            Awaitility.await()
                    .atMost(HEARING)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> {
                        if (!reporting.isAlive()) return true;
                        var now = Operations.of(reporting);
                        left.set(now.behind());
                        return now.hasHeardAll();
                    });
            clock.tell(
                    results,
                    reporting.isAlive()
                            ? "reporting started, heard everything and counted it"
                            : "reporting started and died while it heard");
        } catch (ConditionTimeoutException late) {
            results.remark(
                    "reporting has not heard everything in %d minutes: %,d facts are left"
                            .formatted(HEARING.toMinutes(), left.get()));
        }
    }

    /// Its id is made from the key of its receipt.
    private void sendWithReceipt() throws NoSuchAlgorithmException {
        var digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(RECEIPT.getBytes(StandardCharsets.UTF_8));
        Http.command(
                platform.lab.port,
                City.token("lab-team:*"),
                "PUT",
                "/api/lab/contributions/b-" + HexFormat.of().formatHex(digest).substring(0, 32),
                Map.of(
                        "lab",
                        City.LARGEST,
                        "channel",
                        "PAPER",
                        "text",
                        city.words().text(),
                        "on",
                        Labs.HELD));
    }

    /// The demo year's papers have none.
    private void addFile() {
        var kept =
                Http.file(
                        platform.session.port,
                        City.token("secretariat:*"),
                        "/api/session/papers/" + PAPER + "/files",
                        "Vorlage.pdf",
                        "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        var id = JsonMapper.shared().readTree(kept).path("id").asString();
        frontier.add("/api/session/papers/" + PAPER + "/files/" + id);
        frontier.add("/vorlagen/" + PAPER + "/dateien/" + id);
    }

    private void run(Results results) throws InterruptedException {
        FURTHER.forEach(frontier::add);
        addFile();
        alone(results);
        var read = new ArrayList<Read>();
        heaps();
        for (var half = 0; half < 2; half++) {
            var readers =
                    Readers.start(platform.gateway.port, READERS, frontier::next, frontier::look);
            TimeUnit.SECONDS.sleep(SECONDS / 2);
            read.addAll(readers.stop());
            heaps();
        }
        answers(results, read);
        slowest(results, read);
        processes(results);
    }

    /// Who comes first meets programs that have shown none of their pages yet.
    private void alone(Results results) throws InterruptedException {
        var first = Readers.start(platform.gateway.port, 1, frontier::next, frontier::look);
        TimeUnit.SECONDS.sleep(SECONDS_ALONE);
        var read = first.stop();
        results.add(
                "the first reader, alone: %,d answers, p50 (ms)".formatted(read.size()),
                p(read, 0.5));
        longest(results, "slowest answer of the first reader", read);
    }

    private void heaps() {
        for (var service : platform.all())
            if (service.isAlive()) heap(service.service, service.pid());
        for (var pid : Platform.store()) heap("store", pid);
        for (var pid : Platform.broker()) heap("broker", pid);
    }

    private void heap(String process, long pid) {
        heaps.computeIfAbsent(process, _ -> new ArrayList<>()).add(Memory.heapOf(pid));
    }

    private void answers(Results results, List<Read> read) {
        var byStatus = new TreeMap<Integer, List<Read>>();
        for (var each : read)
            byStatus.computeIfAbsent(each.status(), _ -> new ArrayList<>()).add(each);
        byStatus.forEach((status, some) ->
                results.remark(
                        "%s: %,d answers%s"
                                .formatted(
                                        status == 0 ? "none in 30 s" : "status " + status,
                                        some.size(),
                                        status == 200 ? "" : ", such as " + such(some))));
        var failed =
                read.stream().filter(each -> each.status() == 0 || each.status() >= 500).count();
        results.atMost("answers 5xx or none", failed, 0);
        var reached =
                read.stream()
                        .filter(each -> each.status() == 200)
                        .flatMap(each -> frontier.endpoint(Frontier.path(each.address())).stream())
                        .collect(Collectors.toSet());
        var missed = endpoints.stream().filter(each -> !reached.contains(each)).toList();
        if (!missed.isEmpty())
            results.remark(
                    "nobody came to "
                            + missed.stream()
                                    .map(each -> "`" + each.path() + "`")
                                    .collect(Collectors.joining(", ")));
        results.remark("%,d endpoints were read".formatted(reached.size()));
        results.atMost("endpoints that nobody came to", missed.size(), 0);
    }

    private static String such(List<Read> some) {
        return some.stream()
                .map(each -> "`" + each.address() + "`")
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
    }

    private void slowest(Results results, List<Read> read) {
        var byKind =
                read.stream()
                        .collect(
                                Collectors.groupingBy(each ->
                                        frontier.kind(each.address()).orElse(each.address())));
        results.remark("");
        results.remark("| the slowest by p99 (ms) | answers | p50 | p99 | slowest |");
        results.remark("|---|---|---|---|---|");
        byKind.entrySet().stream()
                .map(each -> new Path99(each.getKey(), Readers.milliseconds(each.getValue())))
                .sorted(Comparator.comparingDouble((Path99 each) -> -each.p99()))
                .limit(SLOWEST)
                .forEach(each -> results.remark(each.line()));
        whenSlow(results, read);
        results.add("%,d answers, p50 (ms)".formatted(read.size()), p(read, 0.5));
        results.add("… p99 (ms)", p(read, 0.99));
        longest(results, "slowest answer", read);
    }

    private static void longest(Results results, String what, List<Read> read) {
        var longest =
                read.stream().max(Comparator.comparingDouble(Read::milliseconds)).orElseThrow();
        results.atMost(
                what + " (ms): `" + longest.address() + "`", longest.milliseconds(), LONGEST_MS);
    }

    /// Of answers that took longer than they may: in which seconds of the walk they began.
    private static void whenSlow(Results results, List<Read> read) {
        var begin = read.stream().mapToLong(Read::begin).min().orElse(0);
        var slow = new TreeMap<Long, List<String>>();
        for (var each : read)
            if (each.milliseconds() > LONGEST_MS)
                slow.computeIfAbsent((each.begin() - begin) / 1_000_000_000, _ -> new ArrayList<>())
                        .add(each.address());
        results.remark("");
        results.remark("answers above a second, by the second in which they began: " + slow);
    }

    private static double p(List<Read> read, double share) {
        return Readers.milliseconds(read).percentile(share);
    }

    private record Path99(String kind, Series took) {
        double p99() {
            return took.percentile(0.99);
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| `%s` | %,d | %.1f | %.1f | %.1f |",
                    kind,
                    took.sorted().length,
                    took.percentile(0.5),
                    p99(),
                    took.largest());
        }
    }

    private void processes(Results results) {
        var dead = platform.all().stream().filter(each -> !each.isAlive()).toList();
        for (var each : dead) results.remark(each.service + " has died");
        results.atMost("processes that died", dead.size(), 0);
        results.remark("");
        results.remark("| heap in use (MB) | start | middle | end | PSS | pages of its index |");
        results.remark("|---|---|---|---|---|---|");
        for (var each : platform.all()) if (each.isAlive()) memory(results, each.service, each);
        for (var pid : Platform.store()) memory(results, "store", pid, platform.folder);
        for (var pid : Platform.broker()) memory(results, "broker", pid, platform.folder);
    }

    private void memory(Results results, String process, Program program) {
        memory(results, process, program.pid(), platform.index(program.service, ""));
    }

    private void memory(Results results, String process, long pid, Path index) {
        var heap = heaps.getOrDefault(process, List.of());
        var memory = Memory.of(pid, index);
        results.remark(
                "| %s | %s | %.0f | %.0f |"
                        .formatted(
                                process,
                                heap.stream()
                                        .map("%.1f"::formatted)
                                        .collect(Collectors.joining(" | ")),
                                memory.own(),
                                memory.mapped()));
        if (heap.size() == 3)
            results.atMost(
                    "heap of %s at the end beside the middle".formatted(process),
                    heap.get(2) / heap.get(1),
                    MOST_GROWTH);
    }
}
