package de.stadtforum.local.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;

/// Eight clients give commands while parts are killed by lot, and a plain consumer then reads what stands on the log.
final class FaultLottery {
    private static final int CLIENTS = 8;
    private static final List<String> PARTS =
            List.of(
                    "store",
                    "broker",
                    "membership",
                    "session",
                    "lab",
                    "reporting",
                    "gateway",
                    "login");
    private static final List<String> TELLERS =
            List.of("membership", "session", "lab", "reporting");

    /// The meetings of the lottery are opened, so they lie before the demo's today, 18 February 2025.
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 6);

    private static final int DAYS = 40;
    private static final String OFFICE = "Geschäftsstelle (Ordnungsamt)";
    private static final String TEAM = "Quartierslabor-Team";

    /// One command; repeating it is safe.
    private record Command(String as, String method, String path, String body) {}

    private final RunningPlatform platform;
    private final Where where;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Map<String, Integer> odd = new ConcurrentHashMap<>();

    /// Where a command goes.
    interface Where {
        URI of(int client, String path);
    }

    /// Every other client goes through the gateway, the rest straight to the services.
    FaultLottery(RunningPlatform platform) {
        this(
                platform,
                (client, path) -> platform.address(client % 2 == 0 ? 0 : partOf(path), path));
    }

    /// Number of the service that a path of an interface belongs to.
    static int partOf(String path) {
        return 1 + TELLERS.indexOf(path.split("/")[2]);
    }

    FaultLottery(RunningPlatform platform, Where where) {
        this.platform = platform;
        this.where = where;
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /// How often a command had to be sent again.
    int repeated() {
        return repeated.get();
    }

    /// Answers that are neither a success nor a request to come again: status and path without ids.
    Map<String, Integer> odd() {
        return new TreeMap<>(odd);
    }

    private static List<Command> cycle(int client, int number) {
        var id = "los-" + client + "-" + number;
        var day = FIRST_DAY.plusDays(number % DAYS);
        var meeting = "/api/session/meetings/" + id;
        return List.of(
                new Command(
                        OFFICE,
                        "PUT",
                        "/api/membership/bodies/" + id,
                        """
                        {"kind":"COMMITTEE","name":"Ausschuss %s","votingSeats":0,"meetingsPerYear":0,"publicity":"PUBLIC","from":"%s"}\
                        """
                                .formatted(id, day)),
                new Command(
                        TEAM,
                        "PUT",
                        "/api/lab/labs/" + id,
                        """
                        {"district":"hoerde","neighbourhood":"Quartier %s","date":"%s","place":"HERE"}\
                        """
                                .formatted(id, day)),
                new Command(
                        OFFICE,
                        "PUT",
                        meeting,
                        """
                        {"body":"vollversammlung","date":"%s"}\
                        """
                                .formatted(day)),
                new Command(
                        OFFICE,
                        "POST",
                        meeting + "/convene",
                        """
                        {"begins":"%sT16:00:00Z","place":"Halle","invitedOn":"%s","publicMeeting":true}\
                        """
                                .formatted(day, day.minusDays(20))),
                new Command(
                        OFFICE,
                        "POST",
                        meeting + "/items",
                        """
                        {"item":"i-1","number":"1","part":"PUBLIC","title":"Los %s"}\
                        """
                                .formatted(id)),
                new Command(
                        OFFICE,
                        "POST",
                        meeting + "/open",
                        """
                        {"at":"%sT16:00:00Z"}\
                        """
                                .formatted(day)),
                new Command(
                        OFFICE,
                        "PUT",
                        "/api/session/topics/" + id,
                        """
                        {"body":"vollversammlung","title":"Thema %s","on":"%s"}\
                        """
                                .formatted(id, day)));
    }

    /// Every client goes on with whole cycles as long as it is told to; a command is sent until it is acknowledged.
    ///
    /// @return how many cycles each client made
    List<Integer> load(IntPredicate another) throws Exception {
        return load((_, cycle) -> another.test(cycle));
    }

    /// The same commands once more.
    void loadAsBefore(List<Integer> cycles) throws Exception {
        load((client, cycle) -> cycle < cycles.get(client));
    }

    private interface More {
        boolean test(int client, int cycle);
    }

    private List<Integer> load(More another) throws Exception {
        var clients = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < CLIENTS; i++) {
            var client = i;
            clients.add(() -> {
                var cycle = 0;
                for (; another.test(client, cycle); cycle++)
                    for (var command : cycle(client, cycle)) untilAcknowledged(client, command);
                return cycle;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var cycles = new ArrayList<Integer>();
            for (var done : threads.invokeAll(clients)) cycles.add(done.get());
            return cycles;
        }
    }

    private void untilAcknowledged(int client, Command command) throws Exception {
        var deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (true) {
            var status = status(client, command);
            if (status >= 200 && status < 300) {
                acknowledged.incrementAndGet();
                return;
            }
            if (status != 0 && status != 429 && status != 503)
                odd.merge(
                        status
                                + " "
                                + command.method
                                + " "
                                + command.path.replaceAll("los-[0-9-]+", "…"),
                        1,
                        Integer::sum);
            if (System.nanoTime() > deadline)
                throw new IllegalStateException(
                        command + " is never taken, the last answer " + status);
            repeated.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /// @return 0 where nobody answered
    private int status(int client, Command command) throws InterruptedException {
        try {
            var request =
                    HttpRequest.newBuilder(where.of(client, command.path))
                            .timeout(Duration.ofSeconds(15))
                            .header("Authorization", "Bearer " + platform.token(command.as))
                            .header("Content-Type", "application/json")
                            .method(command.method, BodyPublishers.ofString(command.body))
                            .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        }
    }

    /// Kills by lot, one part or two at once, with pauses of one to nine seconds: some fall into a start, some after work.
    ///
    /// @return how often each was killed
    Map<String, Integer> kill(int times, long seed) throws InterruptedException {
        var lot = new Random(seed);
        var killed = new TreeMap<String, Integer>();
        for (var left = times; left > 0; ) {
            TimeUnit.MILLISECONDS.sleep(1_000 + lot.nextInt(8_000));
            var parts = new ArrayList<>(PARTS);
            Collections.shuffle(parts, lot);
            for (var part : parts.subList(0, Math.min(left, 1 + lot.nextInt(2)))) {
                platform.kill(part);
                killed.merge(part, 1, Integer::sum);
                left--;
            }
        }
        return killed;
    }

    /// Waits until every part answers.
    ///
    /// @return in seconds
    double awaitReady() throws InterruptedException {
        return await("ready", () -> TELLERS.stream().allMatch(this::answers) && gatewayAnswers());
    }

    /// Waits until nothing waits to be told or heard.
    ///
    /// @return in seconds
    double awaitTold() throws InterruptedException {
        return await("told", () -> TELLERS.stream().allMatch(this::allIsTold));
    }

    private interface Look {
        boolean yes() throws Exception;
    }

    private static double await(String what, Look look) throws InterruptedException {
        var began = System.nanoTime();
        var deadline = began + Duration.ofMinutes(3).toNanos();
        while (true) {
            try {
                if (look.yes()) return (System.nanoTime() - began) / 1e9;
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (Exception notYet) {
                // looked at again
            }
            if (System.nanoTime() > deadline) throw new IllegalStateException("not " + what);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean answers(String service) {
        return operations(service).path("waiting").isNumber();
    }

    private boolean gatewayAnswers() {
        return platform.json("/api/reporting/sentences").isArray();
    }

    private boolean allIsTold(String service) {
        var state = operations(service);
        return state.path("waiting").asLong(-1) == 0
                && state.path("behind").asLong(-1) == 0
                && state.path("wrong").isEmpty()
                && state.path("feeds")
                        .valueStream()
                        .allMatch(it -> it.path("uncounted").asInt(-1) == 0);
    }

    private tools.jackson.databind.JsonNode operations(String service) {
        return platform.answer(
                TELLERS.indexOf(service) + 1,
                "Betrieb",
                "GET",
                "/api/" + service + "/operations",
                "");
    }

    String figures() {
        return platform.json("/api/reporting/figures?halfYear=2025-H1").toString();
    }

    /// What stands on the log, as a reader that knows nothing of us reads it.
    ///
    /// @param facts of each aggregate of the lottery in the order of their sequence: type and data
    /// @param outOfOrder aggregates of which a sequence appeared before the one before it
    /// @param diverged sequences under which two different facts stand
    /// @param copies records that repeat one that was there
    record OnTheLog(
            Map<String, List<String>> facts,
            List<String> outOfOrder,
            List<String> diverged,
            long copies) {
        /// How many facts of the other log are missing here.
        long missing(OnTheLog expected) {
            return difference(expected.facts, facts);
        }

        /// How many are here that the other log has not.
        long tooMany(OnTheLog expected) {
            return difference(facts, expected.facts);
        }

        /// What aggregates of a kind told, as types in order, and how many told that.
        Map<String, Map<List<String>, Long>> kinds() {
            var kinds = new TreeMap<String, Map<List<String>, Long>>();
            facts.forEach((aggregate, told) ->
                    kinds.computeIfAbsent(aggregate.split(" ")[0], _ -> new HashMap<>())
                            .merge(
                                    told.stream().map(fact -> fact.split(" ")[0]).toList(),
                                    1L,
                                    Long::sum));
            return kinds;
        }

        private static long difference(
                Map<String, List<String>> all, Map<String, List<String>> without) {
            var count = new AtomicLong();
            all.forEach((aggregate, facts) -> {
                var rest = new ArrayList<>(facts);
                without.getOrDefault(aggregate, List.of()).forEach(rest::remove);
                count.addAndGet(rest.size());
            });
            return count.get();
        }
    }

    OnTheLog read() {
        var facts = new TreeMap<String, TreeMap<Long, String>>();
        var ids = new HashMap<String, String>();
        var outOfOrder = new ArrayList<String>();
        var diverged = new ArrayList<String>();
        var copies = new AtomicLong();
        platform.eachRecord(record -> {
            var type = RunningPlatform.header(record, "ce_type");
            var aggregate =
                    type.substring(0, type.lastIndexOf('.'))
                            + " "
                            + RunningPlatform.header(record, "ce_subject");
            var sequence = Long.parseLong(RunningPlatform.header(record, "ce_sequence"));
            var known =
                    ids.putIfAbsent(
                            aggregate + " " + sequence, RunningPlatform.header(record, "ce_id"));
            if (known != null) {
                copies.incrementAndGet();
                if (!known.equals(RunningPlatform.header(record, "ce_id")))
                    diverged.add(aggregate + " " + sequence);
                return;
            }
            var before = facts.computeIfAbsent(aggregate, _ -> new TreeMap<>());
            if (sequence != before.size() + 1) outOfOrder.add(aggregate + " " + sequence);
            before.put(sequence, type + " " + new String(record.value(), StandardCharsets.UTF_8));
        });
        var lottery = new LinkedHashMap<String, List<String>>();
        facts.forEach((aggregate, told) -> {
            if (aggregate.contains(" los-")) lottery.put(aggregate, List.copyOf(told.values()));
        });
        return new OnTheLog(lottery, outOfOrder, diverged, copies.get());
    }
}
