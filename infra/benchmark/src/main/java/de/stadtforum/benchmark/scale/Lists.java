package de.stadtforum.benchmark.scale;

import de.stadtforum.benchmark.Results;
import de.stadtforum.benchmark.Series;
import de.stadtforum.benchmark.platform.Http;
import de.stadtforum.benchmark.platform.Memory;
import de.stadtforum.benchmark.platform.Platform;
import de.stadtforum.benchmark.platform.Program;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// What residents, moderators and the secretariat wait for in a city with many contributions, beside one with few; requests to both take turns.
final class Lists {
    private static final int REQUESTS = Integer.getInteger("stadtforum.scale.requests", 500);
    // a service that has just started compiles its code beside the first hundreds of answers
    private static final int WARM_UP = 600;
    private static final double LONGEST_MS = 50;
    private static final double MOST_GROWTH = 1.2;

    /// Of ten lines.
    private static final int PAGE = 500;

    private static final String MODERATOR = "moderator:*";
    private static final String SECRETARIAT = "secretariat:*";

    private final City few;
    private final City many;
    private final Random random = new Random(20_261_127);

    /// Something that is asked of a service again and again.
    ///
    /// @param byKey what an index of the database leads to: it must not cost more where there is more
    /// @param role of who asks; null for a resident
    private record Question(
            String what, boolean byKey, @Nullable String role, Address at, Address beside) {}

    /// The next one to ask for.
    private interface Address {
        String next();
    }

    private Lists(City few, City many) {
        this.few = few;
        this.many = many;
    }

    static void into(Results results, City few, City many) throws IOException {
        var lists = new Lists(few, many);
        for (var city : List.of(few, many)) lists.open(results, city);
        for (var question : lists.ofLabs()) lists.measure(results, question);
        many.platform.session.start();
        many.platform.session.awaitReady();
        for (var question : lists.ofSessions()) lists.measureAlone(results, question);
        lists.memory(results);
    }

    /// Without an index, as after the loss of its folder.
    private void open(Results results, City city) throws IOException {
        var lab = city.platform.lab;
        var size = "%,d contributions".formatted(city.contributions);
        var start = Stopwatch.start();
        lab.start();
        lab.awaitReady();
        start.tell(results, "start with " + size);
        var build = Stopwatch.start();
        awaitIndex(lab);
        build.tell(results, "… its index built after that");
        results.remark(
                String.format(
                        Locale.ROOT,
                        "index of %s: %.1f MB on disk",
                        size,
                        size(city.platform.index("lab", "")) / 1e6));
    }

    static void awaitIndex(Program lab) {
        Awaitility.await("the index is built")
                .atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !read(lab, search("Laterne"), null).contains("vorbereitet"));
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private List<Question> ofLabs() {
        var words = many.words();
        return List.of(
                byKey("start of the portal", null, () -> "/"),
                byKey("page of a lab", null, () -> "/labore/lab-" + random.nextInt(City.LABS)),
                deep(),
                other(
                        "a word in a district",
                        null,
                        () -> search(words.often()) + "&bezirk=" + any(City.DISTRICTS)),
                other(
                        "search of two words",
                        null,
                        () -> search(words.often() + " " + words.rare())),
                other(
                        "search of two frequent words",
                        null,
                        () -> search(words.often() + " " + words.often())),
                byKey("moderation queue", MODERATOR, () -> "/beitraege"),
                new Question(
                        "single contribution", true, null, () -> single(many), () -> single(few)));
    }

    private static Question byKey(String what, @Nullable String role, Address address) {
        return new Question(what, true, role, address, address);
    }

    private static Question other(String what, @Nullable String role, Address address) {
        return new Question(what, false, role, address, address);
    }

    private String single(City city) {
        return "/beitraege/" + City.id(random.nextInt(city.contributions));
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Question deep() {
        var list = "/api/lab/contributions?lab=" + City.LARGEST + "&limit=10";
        var page = Math.min(PAGE, few.inTheLargest / 11);
        var far = far(many.platform.lab, list, null, page);
        var beside = far(few.platform.lab, list, null, page);
        return new Question(
                "page " + page + " of a list by cursor", true, null, () -> far, () -> beside);
    }

    private List<Question> ofSessions() {
        var proposals = "/api/session/proposals?limit=50";
        var meetings = "/api/session/meetings?limit=50";
        var session = many.platform.session;
        var farProposals = far(session, proposals, SECRETARIAT, 10);
        var farMeetings = far(session, meetings, null, 5);
        return List.of(
                other("%d proposals".formatted(City.PROPOSALS), SECRETARIAT, () -> proposals),
                other("… page 10 of proposals", SECRETARIAT, () -> farProposals),
                other("… inbox of the assembly", SECRETARIAT, () -> "/eingang"),
                other("%d meetings".formatted(City.MEETINGS), null, () -> meetings),
                other("… page 5 of meetings", null, () -> farMeetings),
                other(
                        "… meetings of a year",
                        null,
                        () -> "/sitzungen?year=" + (2006 + random.nextInt(18))));
    }

    static String search(String words) {
        return "/suche?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /// The address of this page of a list, as the pages before say it.
    private static String far(Program service, String list, @Nullable String role, int page) {
        var address = list;
        for (var each = 1; each < page; each++) {
            var link = answer(service, address, role).headers().firstValue("Link").orElseThrow();
            address = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        return address;
    }

    private void measure(Results results, Question question) {
        var ours = new double[REQUESTS];
        var beside = new double[REQUESTS];
        for (var i = -WARM_UP; i < REQUESTS; i++) {
            var took = ask(many.platform.lab, question.at, question.role);
            var tookBeside = ask(few.platform.lab, question.beside, question.role);
            if (i < 0) continue;
            ours[i] = took;
            beside[i] = tookBeside;
        }
        var all = new Series(ours);
        var less = new Series(beside);
        results.add(question.what + ", p50 (ms)", all.percentile(0.5), less.percentile(0.5));
        var p99 = question.what + ", p99 (ms)";
        results.add(p99, all.percentile(0.99), less.percentile(0.99));
        results.atMost(p99, all.percentile(0.99), LONGEST_MS);
        if (question.byKey)
            results.atMost(
                    question.what + ", p50 beside that of few",
                    all.percentile(0.5) / less.percentile(0.5),
                    MOST_GROWTH);
    }

    private void measureAlone(Results results, Question question) {
        var took = new double[REQUESTS];
        for (var i = -WARM_UP; i < REQUESTS; i++) {
            var each = ask(many.platform.session, question.at, question.role);
            if (i >= 0) took[i] = each;
        }
        var all = new Series(took);
        results.add(question.what + ", p50 (ms)", all.percentile(0.5));
        var p99 = question.what + ", p99 (ms)";
        results.add(p99, all.percentile(0.99));
        results.atMost(p99, all.percentile(0.99), LONGEST_MS);
    }

    private static double ask(Program service, Address address, @Nullable String role) {
        var next = address.next();
        var clock = Stopwatch.start();
        answer(service, next, role);
        return clock.milliseconds();
    }

    private static String read(Program service, String address, @Nullable String role) {
        return answer(service, address, role).body();
    }

    /// @throws IllegalStateException when it is not 200: then a figure means nothing
    static HttpResponse<String> answer(Program service, String address, @Nullable String role) {
        var answer = Http.get(service.port, address, role == null ? null : City.token(role));
        if (answer.statusCode() != 200)
            throw new IllegalStateException(
                    service.name + " " + address + ": " + answer.statusCode());
        return answer;
    }

    private void memory(Results results) {
        var platform = many.platform;
        results.remark("");
        results.remark("| memory (PSS, MB) | of its own | pages of its index |");
        results.remark("|---|---|---|");
        for (var service : List.of(platform.lab, platform.session))
            results.remark(
                    line(
                            service.service + "-service",
                            Memory.of(service.pid(), platform.index(service.service, ""))));
        for (var pid : Platform.store())
            results.remark(line("store", Memory.of(pid, platform.folder)));
        for (var pid : Platform.broker())
            results.remark(line("broker", Memory.of(pid, platform.folder)));
    }

    private static String line(String what, Memory memory) {
        return String.format(
                Locale.ROOT, "| %s | %.0f | %.0f |", what, memory.own(), memory.mapped());
    }
}
