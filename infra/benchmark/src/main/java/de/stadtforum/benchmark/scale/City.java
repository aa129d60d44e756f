package de.stadtforum.benchmark.scale;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.stadtforum.benchmark.Results;
import de.stadtforum.benchmark.platform.Http;
import de.stadtforum.benchmark.platform.Jars;
import de.stadtforum.benchmark.platform.Labs;
import de.stadtforum.benchmark.platform.Platform;
import de.stadtforum.benchmark.platform.Program;
import de.stadtforum.local.DemoPerson;
import de.stadtforum.local.demo.DemoYear;
import de.stadtforum.testing.TestPlatform;
import de.stadtforum.testing.TestTokens;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/// A platform with so many contributions in 200 labs, which can be started again after it was closed. It is filled when it is first needed: one of each kind comes in through the interfaces, the
/// rest are its copies with other words, labs, days and states, and are told as it was.
final class City implements AutoCloseable {
    static final int LABS = 200;
    static final int PROPOSALS = 900;
    static final int MEETINGS = 500;

    /// The lab with most of them, as many whatever the size.
    static final String LARGEST = "lab-0";

    /// So many are published in labs of their own, first in the list there, with a word that no other has.
    static final int MARKED = 60;

    static final String ASSEMBLY = "vollversammlung";

    static final List<String> DISTRICTS =
            List.of("huckarde", "mengede", "eving", "hombruch", "aplerbeck", "scharnhorst");

    /// One that waits after so many that are published.
    private static final int WAITS = 100;

    private static final long HALF_AN_HOUR = Duration.ofMinutes(30).toNanos();
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 4, 20);
    private static final int DAYS = 300;
    private static final String MEETING = "vv-2024-4";
    private static final List<String> DAYS_OF_THE_MEETING = List.of("2025-02-26", "2024-12-04");
    private static final String PROPOSAL = "vorschlag-vorlage";

    final Platform platform;
    final int contributions;
    final int inTheLargest;
    private final boolean whole;
    private final Random random = new Random(20_261_127);
    private final Words words = new Words(20_261_127);
    private boolean filled;

    private City(Platform platform, int contributions, int inTheLargest, boolean whole) {
        this.platform = platform;
        this.contributions = contributions;
        this.inTheLargest = inTheLargest;
        this.whole = whole;
    }

    /// Only labs, told on a topic that no other hears.
    static City ofLabs(Jars jars, int contributions, int inTheLargest) {
        var name = "scale-" + contributions;
        var own = Map.of("STADTFORUM_TOPIC", "stadtforum.lab." + name);
        return new City(new Platform(jars, name, own), contributions, inTheLargest, false);
    }

    /// The demo year as well, and the meetings and proposals of twenty years.
    static City whole(Jars jars, int contributions, int inTheLargest) {
        var platform = new Platform(jars, "scale-" + contributions);
        return new City(platform, contributions, inTheLargest, true);
    }

    void fill(Results results) throws IOException {
        if (filled) return;
        IO.println("Filling the platform with %,d contributions …".formatted(contributions));
        if (whole) tellDemoYear(results);
        else Platform.start(List.of(platform.lab), Map.of());
        Labs.fillOne(platform.lab.port);
        if (whole) awaitHeard(platform.session);
        awaitTold(platform.lab);
        platform.close();
        try (var client = MongoClients.create(TestPlatform.mongodbUri())) {
            var clock = Stopwatch.start();
            fillLabs(client);
            clock.tell(
                    results, "%,d contributions and their facts written".formatted(contributions));
            if (whole) fillSessions(client);
        }
        // they lack what was written past their service
        for (var service : List.of("lab", "session")) forget(platform.index(service, ""));
        filled = true;
    }

    private void tellDemoYear(Results results) throws IOException {
        var clock = Stopwatch.start();
        var year = DemoYear.of(de.stadtforum.city.City.shipped());
        Platform.start(
                platform.all(),
                Map.of("SPRING_PROFILES_ACTIVE", "demo", "STADTFORUM_DEMO_TODAY", year.today()));
        year.load(
                Http.address(platform.gateway.port, "/"),
                tokens(),
                new PrintStream(OutputStream.nullOutputStream()));
        Http.command(
                platform.session.port,
                token("secretariat:*"),
                "PUT",
                "/api/session/proposals/" + PROPOSAL,
                Map.of(
                        "body",
                        ASSEMBLY,
                        "kind",
                        "PAPER",
                        "source",
                        "lenkungskreis",
                        "title",
                        "Vorlage: Beleuchtung an Wegen",
                        "publicTitle",
                        true,
                        "on",
                        Labs.HELD));
        clock.tell(results, "five programs started and the demo year told");
    }

    private Path tokens() throws IOException {
        var all =
                DemoPerson.of(de.stadtforum.city.City.shipped()).stream()
                        .map(each ->
                                Map.of(
                                        "account",
                                        each.account(),
                                        "token",
                                        TestTokens.of(
                                                each.account(),
                                                each.person(),
                                                each.roles().toArray(String[]::new))))
                        .toList();
        return Files.writeString(
                platform.folder.resolve("tokens.json"),
                JsonMapper.shared().writeValueAsString(all));
    }

    /// Holds for an hour and is made anew every half an hour.
    static String token(String... roles) {
        return TestTokens.of("benchmark-" + System.nanoTime() / HALF_AN_HOUR, null, roles);
    }

    private static void awaitTold(Program service) {
        Awaitility.await(service.name + " has told everything")
                .atMost(Duration.ofMinutes(2))
                .until(() -> Operations.of(service).hasToldAll());
    }

    private static void awaitHeard(Program service) {
        Awaitility.await(service.name + " has heard everything")
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    var now = Operations.of(service);
                    return now.hasToldAll() && now.hasHeardAll();
                });
    }

    private void fillLabs(MongoClient client) {
        var database = client.getDatabase(platform.database("lab"));
        var source = platform.source("lab");
        var lab = Template.of(database, "labs", Labs.ONE);
        Template.write(database.getCollection("labs"), source, LABS, number -> lab(lab, number));
        var published = Template.of(database, "contributions", Labs.PUBLISHED);
        var waiting = Template.of(database, "contributions", Labs.WAITING);
        Template.write(
                database.getCollection("contributions"),
                source,
                contributions,
                number -> contribution(number, published, waiting));
    }

    private Template.Copy lab(Template lab, int number) {
        var id = "lab-" + number;
        var district = DISTRICTS.get(number % DISTRICTS.size());
        var neighbourhood = words.rare() + " " + number;
        return lab.as(
                id,
                said ->
                        said.replace(Labs.NEIGHBOURHOOD, neighbourhood)
                                .replace(Labs.ONE, id)
                                .replace(Labs.ONE_DISTRICT, district));
    }

    private Template.Copy contribution(int number, Template published, Template waiting) {
        var mark = mark(number);
        if (mark >= 0)
            return published.as(
                    id(number),
                    said(labOf(mark), FIRST_DAY.plusDays(DAYS), wordOf(mark) + " " + words.text()));
        var lab = number < inTheLargest ? LARGEST : "lab-" + (1 + number % (LABS - 1));
        return (number % WAITS == WAITS - 1 ? waiting : published)
                .as(id(number), said(lab, FIRST_DAY.plusDays(random.nextInt(DAYS)), words.text()));
    }

    private static UnaryOperator<String> said(String lab, LocalDate day, String text) {
        return said ->
                said.equals(Labs.TEXT)
                        ? text
                        : said.replace(Labs.HELD, day.toString()).replace(Labs.ONE, lab);
    }

    static String id(int number) {
        return "beitrag-" + number;
    }

    /// They lie spread over all that is not in the largest lab.
    private int apart() {
        return (contributions - inTheLargest) / MARKED;
    }

    /// @return which of the marked ones this is; negative where it is none
    private int mark(int number) {
        var behind = number - inTheLargest;
        return behind >= 0 && behind % apart() == 0 && behind / apart() < MARKED
                ? behind / apart()
                : -1;
    }

    String marked(int mark) {
        return id(inTheLargest + mark * apart());
    }

    static String labOf(int mark) {
        return "lab-" + (1 + mark);
    }

    static String wordOf(int mark) {
        return Words.unique(mark);
    }

    private void fillSessions(MongoClient client) {
        var database = client.getDatabase(platform.database("session"));
        var source = platform.source("session");
        var proposal = Template.of(database, "proposals", PROPOSAL);
        Template.write(
                database.getCollection("proposals"),
                source,
                PROPOSALS,
                number -> {
                    var day = FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
                    return proposal.as("vorschlag-" + number, said -> said.replace(Labs.HELD, day));
                });
        var meeting = Template.of(database, "meetings", MEETING);
        Template.write(
                database.getCollection("meetings"),
                source,
                MEETINGS,
                number -> {
                    var day = FIRST_DAY.minusWeeks(2L * number).toString();
                    return meeting.as(
                            "sitzung-" + number,
                            said -> {
                                var words = said;
                                for (var each : DAYS_OF_THE_MEETING)
                                    words = words.replace(each, day);
                                return words;
                            });
                });
    }

    private static void forget(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    Words words() {
        return words;
    }

    @Override
    public void close() {
        platform.close();
    }
}
