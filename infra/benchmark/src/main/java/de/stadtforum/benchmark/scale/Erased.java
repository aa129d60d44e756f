package de.stadtforum.benchmark.scale;

import de.stadtforum.benchmark.Results;
import de.stadtforum.benchmark.Series;
import de.stadtforum.benchmark.platform.Http;
import de.stadtforum.benchmark.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// How soon the words of what is erased, withheld or taken down are gone: from whatever residents read through the gateway, and from the bytes of the
/// index, while others read.
final class Erased {
    private static final int READERS = 4;
    private static final int BEFORE = 15; // seconds
    private static final double LONGEST = 60; // seconds
    private static final double PATIENCE = 3 * LONGEST;
    private static final int SOON = 3; // seconds
    private static final long PAUSE = 20_000_000; // nanoseconds
    private static final String FILES = "files of the index";
    private static final Pattern PUBLISHED = Pattern.compile("([\\d.]+) veröffentlicht");

    /// What happens to a contribution that was published.
    private enum Act {
        ERASED,
        WITHHELD,
        TAKEN_DOWN;

        /// All in turn.
        static Act of(int mark) {
            return values()[mark % values().length];
        }

        String command() {
            return switch (this) {
                case ERASED -> "withdraw";
                case WITHHELD -> "withhold";
                case TAKEN_DOWN -> "withdraw-publication";
            };
        }

        Map<String, ?> body() {
            return switch (this) {
                case ERASED -> Map.of("reason", "Beispiel für eine Messung", "sure", true);
                case WITHHELD -> Map.of("reason", "PERSONAL_DATA", "on", "2025-02-18");
                case TAKEN_DOWN -> Map.of("reason", "Beispiel für eine Messung");
            };
        }

        @Override
        public String toString() {
            return switch (this) {
                case ERASED -> "erased";
                case WITHHELD -> "withheld after its publication";
                case TAKEN_DOWN -> "taken down";
            };
        }
    }

    private final City city;
    private final int gateway;

    /// When it happened to each; 0 until then.
    private final AtomicLongArray acted = new AtomicLongArray(City.MARKED);

    /// By where residents read: whether this one's words are there.
    private final Map<String, IntPredicate> pages = new LinkedHashMap<>();

    private final WordsInFiles files;

    /// So many lists came from the gateway's cache right before the act.
    private int cached;

    /// For each place the seconds from act to gone, by the number of the marked one.
    private final Map<String, double[]> gone = new ConcurrentSkipListMap<>();

    private Erased(City city) {
        this.city = city;
        this.gateway = city.platform.gateway.port;
        var words = IntStream.range(0, City.MARKED).mapToObj(City::wordOf).toList();
        files = new WordsInFiles(city.platform.index("lab", ""), words);
        pages();
    }

    static void into(Results results, City city) throws Exception {
        var platform = city.platform;
        Platform.start(List.of(platform.lab, platform.gateway), Map.of());
        Lists.awaitIndex(platform.lab);
        new Erased(city).run(results);
    }

    private void run(Results results) throws Exception {
        requireAll();
        var readers = Readers.start(gateway, READERS, this::anything);
        TimeUnit.SECONDS.sleep(BEFORE);
        var begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var inFiles = threads.submit(this::watchFiles);
            for (var mark = 0; mark < City.MARKED; mark++) {
                act(mark);
                watchPages(mark, threads);
            }
            inFiles.get();
        }
        var end = System.nanoTime();
        var read = readers.stop();
        pages.forEach((place, shows) -> {
            for (var mark = 0; mark < City.MARKED; mark++)
                if (shows.test(mark)) seconds(place)[mark] = PATIENCE;
        });
        gone.forEach((place, seconds) -> tell(results, place, seconds));
        tell(results, read, begin, end);
        results.remark(
                "%d of the %d lists came from the gateway's cache right before."
                        .formatted(cached, City.MARKED));
    }

    private void pages() {
        var before =
                IntStream.range(0, City.MARKED)
                        .mapToObj(mark -> published(Http.get(gateway, lab(mark)).body()))
                        .toList();
        pages.put("list", mark -> shows(lab(mark), City.wordOf(mark)));
        pages.put(
                "list for programs",
                mark ->
                        shows(
                                "/api/lab/contributions?limit=20&lab=" + City.labOf(mark),
                                City.wordOf(mark)));
        pages.put("its own page", mark -> shows(page(mark), City.wordOf(mark)));
        pages.put(
                "its own record",
                mark -> shows("/api/lab/contributions/" + city.marked(mark), City.wordOf(mark)));
        // the page says again what was looked for
        pages.put("search", mark -> shows(Lists.search(City.wordOf(mark)), page(mark) + "\""));
        pages.put(
                "count",
                mark -> answers(lab(mark), body -> published(body).equals(before.get(mark))));
    }

    private static String lab(int mark) {
        return "/labore/" + City.labOf(mark);
    }

    private String page(int mark) {
        return "/beitraege/" + city.marked(mark);
    }

    private boolean shows(String address, String words) {
        return answers(address, body -> body.contains(words));
    }

    /// Who does not answer proves nothing: it may be there still.
    private boolean answers(String address, Predicate<String> says) {
        try {
            var answer = Http.get(gateway, address);
            return answer.statusCode() >= 500 || says.test(answer.body());
        } catch (UncheckedIOException failed) {
            return true;
        }
    }

    private static String published(String page) {
        var found = PUBLISHED.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    /// What is not there before cannot be gone afterwards.
    private void requireAll() throws IOException {
        var written = files.look();
        for (var mark = 0; mark < City.MARKED; mark++) {
            if (!written.get(mark))
                throw new IllegalStateException(FILES + " lack " + city.marked(mark));
            for (var place : pages.entrySet())
                if (!place.getValue().test(mark))
                    throw new IllegalStateException(place.getKey() + " lacks " + city.marked(mark));
        }
    }

    /// Its list has just been read twice, so that the gateway has it at hand.
    private void act(int mark) {
        Http.get(gateway, lab(mark));
        if (Http.get(gateway, lab(mark)).headers().firstValue("Age").isPresent()) cached++;
        var act = Act.of(mark);
        acted.set(mark, System.nanoTime());
        Http.command(
                gateway,
                City.token("moderator:*"),
                "POST",
                "/api/lab/contributions/" + city.marked(mark) + "/" + act.command(),
                act.body());
    }

    /// The next one is acted upon when these words are gone from all pages, or do not go soon.
    private void watchPages(int mark, Executor threads) {
        var watches =
                pages.entrySet().stream()
                        .map(page ->
                                CompletableFuture.runAsync(
                                        () -> watch(page.getKey(), page.getValue(), mark), threads))
                        .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(watches).completeOnTimeout(null, SOON, TimeUnit.SECONDS).join();
    }

    private void watch(String place, IntPredicate shows, int mark) {
        while (shows.test(mark) && since(mark) < PATIENCE) LockSupport.parkNanos(PAUSE);
        seconds(place)[mark] = since(mark);
    }

    /// Until twice in a row none is there: merges write anew what was there before.
    private Void watchFiles() throws IOException {
        var all = seconds(FILES);
        Arrays.fill(all, PATIENCE);
        var clock = Stopwatch.start();
        for (var quiet = 0; quiet < 2 && clock.seconds() < PATIENCE; ) {
            var seen = files.look();
            quiet = seen.isEmpty() ? quiet + 1 : 0;
            for (var mark = 0; mark < City.MARKED; mark++)
                if (seen.get(mark)) all[mark] = PATIENCE;
                else if (all[mark] == PATIENCE && acted.get(mark) > 0) all[mark] = since(mark);
        }
        return null;
    }

    private double[] seconds(String place) {
        return gone.computeIfAbsent(place, _ -> new double[City.MARKED]);
    }

    private double since(int mark) {
        return (System.nanoTime() - acted.get(mark)) / 1e9;
    }

    private static void tell(Results results, String place, double[] gone) {
        for (var act : Act.values()) {
            var seconds =
                    new Series(
                            IntStream.range(0, City.MARKED)
                                    .filter(mark -> Act.of(mark) == act)
                                    .mapToDouble(mark -> gone[mark])
                                    .toArray());
            var what = act + " → gone from: " + place + " (s)";
            results.add(what, seconds);
            results.atMost(what + ", the last", seconds.largest(), LONGEST);
        }
    }

    private static void tell(Results results, List<Readers.Read> read, long begin, long end) {
        var before = read.stream().filter(each -> each.begin() < begin).toList();
        var meanwhile =
                read.stream().filter(each -> each.begin() >= begin && each.begin() < end).toList();
        for (var share : new double[] {0.5, 0.99})
            results.add(
                    "%d readers meanwhile, p%.0f (ms); before".formatted(READERS, share * 100),
                    Readers.milliseconds(meanwhile).percentile(share),
                    Readers.milliseconds(before).percentile(share));
        results.remark(
                "The readers asked for %,d pages, %d of them in vain."
                        .formatted(read.size(), Readers.failed(read)));
    }

    private String anything() {
        var random = ThreadLocalRandom.current();
        var words = city.words();
        return switch (random.nextInt(4)) {
            case 0 -> Lists.search(words.often() + " " + words.rare());
            case 1 -> Lists.search(words.often());
            case 2 -> "/labore/lab-" + random.nextInt(City.LABS);
            default -> "/api/lab/contributions?limit=20&lab=lab-" + random.nextInt(City.LABS);
        };
    }
}
