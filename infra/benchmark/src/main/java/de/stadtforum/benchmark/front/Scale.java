package de.stadtforum.benchmark.front;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.benchmark.Results;
import de.stadtforum.benchmark.Series;
import de.stadtforum.testing.TestPlatform;
import de.stadtforum.testing.TestTokens;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// What residents and moderators wait for on lab-service with a million contributions beside ten thousand, in 200 labs. One of the labs has 6,000
/// of them in both, so that its list is as long.
public final class Scale {
    private static final int LABS = 200;
    private static final int IN_THE_LARGEST = 6_000;
    private static final int BATCH = 1_000;
    private static final int WARM_UP = 100;
    private static final int REQUESTS = Integer.getInteger("stadtforum.scale.requests", 500);
    private static final int PAGE = 500;
    private static final String LARGEST = "lab-0";
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 4, 20);
    private static final List<String> DISTRICTS =
            List.of("huckarde", "mengede", "eving", "hombruch", "aplerbeck", "scharnhorst");
    private static final String MODERATOR = TestTokens.of("benchmark", null, "moderator:*");

    /// Words that are in many texts, and rare ones.
    private static final List<String> OFTEN =
            List.of(
                    "Laterne",
                    "Gehweg",
                    "Spielplatz",
                    "dunkel",
                    "Haltestelle",
                    "Park",
                    "Radweg",
                    "Müll",
                    "Bänke",
                    "Schule",
                    "Kreuzung",
                    "Straße",
                    "abends",
                    "Angst",
                    "Verkehr");

    private static final List<String> PARTS =
            List.of(
                    "Linden", "Markt", "Bahnhof", "Kirch", "Schul", "Berg", "Tal", "Nord", "Süd",
                    "Garten", "Brunnen", "Brücken", "Mühlen", "Hafen", "Wald", "Wiesen");

    private final Path root;
    private final Path folder;
    private final Random random = new Random(20_261_127);

    /// One size, and what each question took: by what was asked, in ms.
    private record Size(int contributions, Map<String, Series> took) {}

    private Scale(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /// @param most contributions of the larger size
    public static void into(Results results, Path root, Path folder, int few, int most)
            throws Exception {
        Files.createDirectories(folder);
        var scale = new Scale(root, folder.toAbsolutePath());
        var small = scale.measure(few, results);
        var large = scale.measure(most, results);
        large.took.forEach((what, took) -> {
            var before = small.took.getOrDefault(what, took);
            results.add(
                    what + ", p50 (ms)",
                    new Series(took.percentile(0.5)),
                    new Series(before.percentile(0.5)));
            results.add(
                    what + ", p99 (ms)",
                    new Series(took.percentile(0.99)),
                    new Series(before.percentile(0.99)));
        });
    }

    private Size measure(int contributions, Results results) throws Exception {
        var name = "benchmark-scale-" + contributions;
        try (var client = MongoClients.create(TestPlatform.mongodbUri());
                var lab = program(name, "first")) {
            var database = client.getDatabase(TestPlatform.own(name));
            lab.start();
            lab.awaitReady();
            IO.println("Seeding %,d contributions …".formatted(contributions));
            var begin = System.nanoTime();
            seed(lab.port, database, contributions);
            remark(results, "%,d contributions seeded".formatted(contributions), begin);
        }
        // begins without an index, as after the loss of its folder
        try (var lab = program(name, "second")) {
            var begin = System.nanoTime();
            lab.start();
            lab.awaitReady();
            remark(results, "start with %,d".formatted(contributions), begin);
            Awaitility.await("the index is built")
                    .atMost(Duration.ofMinutes(30))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !get(lab.port, "/suche?q=Laterne", null).contains("vorbereitet"));
            remark(results, "… until its index is built", begin);
            results.remark(
                    "Index of %,d: %,d kB; memory of the service (RSS): %,d MB"
                            .formatted(contributions, size(name), resident(lab.pid())));
            return new Size(contributions, questions(lab.port, contributions));
        }
    }

    private static void remark(Results results, String what, long begin) {
        results.remark(
                String.format(Locale.ROOT, "%s: %.1f s", what, (System.nanoTime() - begin) / 1e9));
    }

    private Program program(String database, String name) throws Exception {
        return new Program(
                root,
                folder,
                "lab-service",
                Http.freePort(),
                "/actuator/health/readiness",
                Map.of(
                        "STADTFORUM_KAFKA_BOOTSTRAPSERVERS",
                        TestPlatform.bootstrapServers(),
                        "SPRING_MONGODB_URI",
                        TestPlatform.mongodbUri(),
                        "STADTFORUM_DATABASE",
                        database,
                        // what both sizes call the same is told by two departments
                        "STADTFORUM_OPERATOR",
                        database,
                        "STADTFORUM_INDEX",
                        index(database, name).toString(),
                        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_PUBLICKEYLOCATION",
                        TestTokens.publicKey().toUri().toString(),
                        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES",
                        "stadtforum"));
    }

    private Path index(String database, String name) {
        return TestPlatform.folder().resolve("index-" + database + "-" + name);
    }

    private long size(String database) throws Exception {
        try (var files = Files.walk(index(database, "second"))) {
            return files.mapToLong(file -> file.toFile().length()).sum() / 1_000;
        }
    }

    private static long resident(long pid) throws Exception {
        for (var line : Files.readAllLines(Path.of("/proc", "" + pid, "status")))
            if (line.startsWith("VmRSS:"))
                return Long.parseLong(line.replaceAll("\\D", "")) / 1_000;
        return 0;
    }

    /// One of each kind comes in through the interface; the rest are its copies with other words, labs, days and states.
    private void seed(int port, MongoDatabase database, int count) {
        Labs.fill(port, "huckarde");
        var labs = database.getCollection("labs");
        var contributions = database.getCollection("contributions");
        var lab = labs.find(eq(Labs.ONE)).first();
        var published = contributions.find(eq(Labs.ONE + "-0")).first();
        var waiting = contributions.find(eq(Labs.ONE + "-waiting")).first();
        if (lab == null || published == null || waiting == null)
            throw new IllegalStateException("nothing came in");
        copies(
                labs,
                LABS,
                number -> {
                    var copy = copy(lab, "lab-" + number);
                    var plan = new Document(state(copy).get("plan", Document.class));
                    plan.put("district", DISTRICTS.get(number % DISTRICTS.size()));
                    plan.put("neighbourhood", rare() + " " + number);
                    state(copy).put("plan", plan);
                    return copy;
                });
        copies(
                contributions,
                count,
                number -> {
                    var copy = copy(number % 100 == 99 ? waiting : published, "beitrag-" + number);
                    state(copy)
                            .put(
                                    "lab",
                                    number < IN_THE_LARGEST
                                            ? LARGEST
                                            : "lab-" + (1 + number % (LABS - 1)));
                    state(copy).put("text", text());
                    state(copy)
                            .put("receivedOn", FIRST_DAY.plusDays(random.nextInt(700)).toString());
                    return copy;
                });
    }

    private static void copies(
            MongoCollection<Document> collection, int count, IntFunction<Document> copy) {
        var batch = new ArrayList<Document>();
        for (var i = 0; i < count; i++) {
            batch.add(copy.apply(i));
            if (batch.size() < BATCH && i < count - 1) continue;
            collection.insertMany(batch);
            batch.clear();
        }
    }

    private static Document copy(Document template, String id) {
        var state = new Document(template.get("state", Document.class)).append("id", id);
        return new Document(template)
                .append("_id", id)
                .append("state", state)
                // as in a portal that was not filled a minute ago
                .append("changed", System.currentTimeMillis() - Duration.ofHours(1).toMillis());
    }

    private static Document state(Document document) {
        return document.get("state", Document.class);
    }

    private String text() {
        var words = new ArrayList<String>();
        for (var i = 0; i < 30; i++)
            words.add(i % 3 == 0 ? OFTEN.get(random.nextInt(OFTEN.size())) : rare());
        return String.join(" ", words);
    }

    private String rare() {
        return part() + part().toLowerCase(Locale.GERMAN) + part().toLowerCase(Locale.GERMAN);
    }

    private String part() {
        return PARTS.get(random.nextInt(PARTS.size()));
    }

    private Map<String, Series> questions(int port, int contributions) {
        var took = new java.util.LinkedHashMap<String, Series>();
        took.put("start of the portal", ask(port, null, _ -> "/"));
        took.put("page of a lab", ask(port, null, _ -> "/labore/lab-" + random.nextInt(LABS)));
        var deep = deep(port);
        took.put("page " + PAGE + " of a list by cursor", ask(port, null, _ -> deep));
        took.put(
                "a word in a district",
                ask(
                        port,
                        null,
                        _ -> search(often()) + "&bezirk=" + DISTRICTS.get(random.nextInt(6))));
        took.put("search of two words", ask(port, null, _ -> search(often() + " " + rare())));
        took.put(
                "search of two frequent words",
                ask(port, null, _ -> search(often() + " " + often())));
        took.put("moderation queue", ask(port, MODERATOR, _ -> "/beitraege"));
        took.put(
                "single contribution",
                ask(port, null, _ -> "/beitraege/beitrag-" + random.nextInt(contributions)));
        return took;
    }

    private String often() {
        return OFTEN.get(random.nextInt(OFTEN.size()));
    }

    private static String search(String words) {
        return "/suche?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /// The address of the page after so many of ten lines.
    private static String deep(int port) {
        var address = "/api/lab/contributions?lab=" + LARGEST + "&limit=10";
        for (var page = 1; page < PAGE; page++) {
            var link = Http.get(port, address, null).headers().firstValue("Link").orElseThrow();
            address = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        return address;
    }

    private static Series ask(int port, @Nullable String token, IntFunction<String> address) {
        var took = new double[REQUESTS];
        for (var i = -WARM_UP; i < REQUESTS; i++) {
            var path = address.apply(i);
            var begin = System.nanoTime();
            get(port, path, token);
            if (i >= 0) took[i] = (System.nanoTime() - begin) / 1e6;
        }
        return new Series(took);
    }

    private static String get(int port, String path, @Nullable String token) {
        HttpResponse<String> answer = Http.get(port, path, token);
        if (answer.statusCode() != 200)
            throw new IllegalStateException(
                    path + ": " + answer.statusCode() + " " + Jsoup.parse(answer.body()).text());
        return answer.body();
    }
}
