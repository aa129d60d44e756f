package de.stadtforum.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import de.stadtforum.membership.bodies.Delegations;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.testing.CacheTrial;
import de.stadtforum.testing.PageHandlers;
import de.stadtforum.testing.TemplateBranches;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// Every page in every state of its data, for everybody who reads it: no branch of a template is seen first by a member.
///
/// Every id begins with `zz-`, so that none can stand on a page unnoticed.
@WholeService
class EveryPageTests {
    private static final String ASSEMBLY = "zz-versammlung";
    private static final String PAGE = "/gremien/" + ASSEMBLY;
    private static final String GROUP = "zz-gruppe";
    private static final String FROM = "2024-01-15";
    private static final String SEED = "A".repeat(43);

    private final TemplateBranches branches;
    private final CacheTrial cache;
    private final ApplicationContext service;
    private final MongoDatabase database;
    private final TreeSet<String> visited = new TreeSet<>();
    private final List<Calls> readers;
    private final List<Calls> inTheBody = new ArrayList<>();
    private final Calls office;
    private final Calls police;
    private final Calls dataProtection;

    @Autowired
    EveryPageTests(
            MockMvc mvc,
            TemplateBranches branches,
            CacheTrial cache,
            ApplicationContext service,
            MongoDatabase database) {
        this.branches = branches;
        this.cache = cache;
        this.service = service;
        this.database = database;
        var resident = new Calls(mvc, List.of());
        office = resident.as("secretariat:*", "chair:*");
        police = resident.as("delegating-institution:zz-polizei");
        dataProtection = resident.as("data-protection");
        readers = List.of(resident, resident.loggedInAs("konto"), office, police, dataProtection);
        for (var role :
                List.of("member", "deputy", "chair", "secretariat", "minute-taker", "group-guest"))
            inTheBody.add(resident.as(role + ":" + ASSEMBLY));
    }

    @BeforeEach
    void nothingIsThere() {
        // as the store removes them, for those who follow them, and then altogether
        database.getCollection("bodies")
                .updateMany(
                        new Document(),
                        Updates.combine(
                                Updates.unset("state"),
                                Updates.inc("version", 1L),
                                Updates.set("changed", System.currentTimeMillis())));
        service.getBean(Delegations.class).hasAny("p", LocalDate.of(2024, 1, 1));
        for (var kind : List.of("bodies", "persons", "councils"))
            database.getCollection(kind).deleteMany(new Document());
        branches.forget();
    }

    @Test
    void everyBranchOfEveryPageWasSeen() {
        cache.watch(
                List.of(
                        "/gremien",
                        PAGE + "?stichtag=2024-02-15",
                        PAGE + "/sitzverteilung",
                        "/api/membership/bodies",
                        "/api/membership/bodies/" + ASSEMBLY,
                        "/api/membership/councils"));
        readTheLists();
        bodies();
        vacantSeats();
        members();
        deputies();
        whatEnds();
        whatWasAMistake();
        whatIsRefused();
        invitations();
        people();
        aGroupOfGuests();
        distributionWithoutATie();
        distributionByLot();
        readTheLists();
        assertThat(branches.unseen(Path.of("src/main/resources/templates"))).isEmpty();
        assertThat(PageHandlers.unvisited(service, "de.stadtforum.membership", visited)).isEmpty();
        assertThat(cache.stale()).isEmpty();
    }

    private void bodies() {
        body(ASSEMBLY, "ASSEMBLY", "Vollversammlung", 20, 3, "PUBLIC");
        body("zz-lenkung", "STEERING_GROUP", "Der Lenkungskreis", 0, 0, "CLOSED");
        body(GROUP, "WORKING_GROUP", "AG Licht", 1, 0, "CLOSED");
        body("zz-rat", "COUNCIL", "Rat", 0, 0, "PUBLIC");
        body("zz-ausschuss", "COMMITTEE", "Ausschuss für Ordnung", 0, 4, "PUBLIC");
        body("zz-verwaltung", "ADMINISTRATION", "Verwaltung", 0, 0, "CLOSED");
        body("zz-bv", "DISTRICT_COUNCIL", "Bezirksvertretung Eving", 0, 0, "PUBLIC");
        read(PAGE + "/sitzverteilung");
    }

    private void vacantSeats() {
        for (var seat : List.of("polizei", "ihk")) seat(ASSEMBLY, seat, "VOTING");
        readAll("/gremien", PAGE, PAGE + "?stichtag=2023-01-01");
        tell("bodies/" + ASSEMBLY + "/chair", "{'seat':'zz-ihk','from':'" + FROM + "'}");
        tell(
                "bodies/" + ASSEMBLY + "/secretariat",
                "{'office':'zz-amt','name':'Ordnungsamt','from':'" + FROM + "'}");
        act(office, PAGE + "/anfragen", "seat=zz-polizei&on=2024-01-20");
        read(PAGE);
    }

    private void members() {
        act(
                police,
                PAGE + "/benennungen",
                "seat=zz-polizei&person=&name=Anna Anders&newPerson=zz-anna&from=2024-02-01");
        read(PAGE);
        // nobody is replaced unasked
        asked(
                office,
                PAGE + "/benennungen",
                "seat=zz-polizei&person=&name=Nach Folger&newPerson=zz-nach&from=2024-02-20");
        var second = "seat=zz-ihk&person=&name=Anna Anders&newPerson=zz-anna-2&from=2024-02-01";
        asked(office, PAGE + "/benennungen", second);
        act(office, PAGE + "/benennungen", second + "&asked=true");
        readAll("/gremien", PAGE, "/personen?name=Anna");
        seat(ASSEMBLY, "kirche", "ADVISORY");
        office.put("persons/zz-ohne", "{'name':'Ohne Sitz'}").expect(201);
        readAll("/personen?name=Ohne", "/personen/zz-ohne");
        asked(
                office,
                PAGE + "/benennungen",
                "seat=zz-kirche&person=&name=Ohne Sitz&newPerson=zz-neu&from=2024-02-01");
    }

    private void deputies() {
        act(
                police,
                PAGE + "/vertretungen",
                "seat=zz-polizei&person=&name=Vera Vogt&newPerson=zz-vera&rank=1&from=2024-02-01");
        read(PAGE);
        var replacing = "&newPerson=zz-neu-2&rank=1&from=2024-03-01";
        asked(police, PAGE + "/vertretungen", "seat=zz-polizei&person=&name=Karl Kurz" + replacing);
        asked(office, PAGE + "/vertretungen", "seat=zz-polizei&person=zz-ohne&name=" + replacing);
        asked(office, PAGE + "/vertretungen", "seat=zz-polizei&person=zz-ohne" + replacing);
        asked(
                office,
                PAGE + "/vertretungen",
                "seat=zz-polizei&person=&name=Anna Anders" + replacing);
        asked(
                office,
                PAGE + "/vertretungen",
                "seat=zz-polizei&person=&name=Ohne Sitz&newPerson=zz-neu-2&rank=2&from=2024-03-01");
        act(
                office,
                PAGE + "/vertretungen",
                "seat=zz-polizei&person=zz-ohne&replaces=zz-vera&asked=true" + replacing);
        act(
                office,
                PAGE + "/vertretungen",
                "seat=zz-polizei&person=&name=Zoe Zimmer&newPerson=zz-zoe&rank=2&from=2024-02-01");
        readAll(PAGE, PAGE + "?stichtag=2024-02-10");
    }

    private void whatEnds() {
        var end = LocalDate.now().plusDays(60);
        act(police, PAGE + "/benennungen/ende", "seat=zz-polizei&until=" + end + "&sure=true");
        read(PAGE);
        act(
                police,
                PAGE + "/benennungen/ende/berichtigung",
                "whom=zz-polizei/zz-anna&until=2024-12-31&reason=verlesen");
        readAll(PAGE, PAGE + "?stichtag=2024-12-31");
        for (var reader : inTheBody) read(PAGE, reader);
        act(
                office,
                PAGE + "/vertretungen/ende",
                "whom=zz-polizei/zz-zoe&until=2024-12-31&sure=true");
        read(PAGE);
        act(
                office,
                PAGE + "/benennungen/ende/berichtigung",
                "whom=zz-polizei/zz-anna&until=&reason=bleibt");
        read(PAGE);
    }

    private void whatWasAMistake() {
        act(
                office,
                PAGE + "/irrtuemer",
                "whom=vertretung/zz-polizei/zz-ohne&reason=verwechselt&sure=true");
        read(PAGE);
        act(
                office,
                PAGE + "/irrtuemer",
                "whom=mitglied/zz-ihk/zz-anna-2&reason=verwechselt&sure=true");
        read(PAGE);
        act(
                office,
                PAGE + "/namen",
                "whom=zz-polizei/zz-anna&name=Anna Andres&reason=Schreibfehler");
        readAll(PAGE, "/personen/zz-anna", "/personen?name=Andres");
    }

    private void whatIsRefused() {
        var naming = "/benennungen";
        refused(office, PAGE + naming, "seat=zz-polizei&person=&name=&newPerson=zz-x&from=");
        refused(
                office,
                PAGE + naming,
                "seat=zz-ihk&person=zz-anna&name=Noch Wer&newPerson=zz-x&from=2024-02-01");
        refused(
                police,
                PAGE + naming,
                "seat=zz-polizei&person=zz-anna-2&newPerson=zz-x&from=2024-02-01");
        refused(office, PAGE + naming, "seat=zz-ihk&person=zz-anna&newPerson=zz-x&from=2024-02-01");
        refused(
                office,
                PAGE + naming,
                "seat=zz-weg&person=&name=Noch Wer&newPerson=zz-x&from=2024-02-01");
        refused(
                office,
                PAGE + "/vertretungen",
                "seat=zz-polizei&person=zz-anna&newPerson=zz-x&rank=3&from=2024-02-01");
        asked(
                office,
                PAGE + "/vertretungen",
                "seat=zz-polizei&person=&name=Noch Wer&newPerson=zz-x&rank=1&from=2024-02-01&asked=true&replaces=zz-falsch");
        refused(office, PAGE + naming + "/ende", "seat=zz-polizei&until=2025-01-31");
        refused(office, PAGE + naming + "/ende", "seat=zz-kirche&until=2025-01-31&sure=true");
        refused(
                office,
                PAGE + naming + "/ende/berichtigung",
                "whom=zz-polizei/zz-anna&until=2023-01-01&reason=x");
        refused(
                office,
                PAGE + "/vertretungen/ende",
                "whom=zz-polizei/zz-falsch&until=2025-01-31&sure=true");
        refused(office, PAGE + "/irrtuemer", "whom=mitglied/zz-ihk/zz-falsch&reason=x&sure=true");
        refused(office, PAGE + "/namen", "whom=zz-ihk/zz-anna&name=Anna&reason=");
        refused(office, PAGE + "/namen", "whom=zz-ihk/zz-falsch&name=Anna&reason=x");
        refused(office, PAGE + "/anfragen", "seat=zz-polizei&on=2099-01-01");
        refused(office, PAGE + "/einladungen", "whom=zz-ihk/zz-falsch&seed=" + SEED);
        refused(office, "/personen/zz-anna/name", "name=&reason=");
        refused(dataProtection, "/personen/zz-anna/loeschung", "");
    }

    private void invitations() {
        var page =
                rendered(
                        PAGE + "/einladungen",
                        police.form(
                                PAGE + "/einladungen", "whom", "zz-polizei/zz-anna", "seed", SEED));
        var link = page.select("main a[href*=/einladungen/]").attr("href");
        readAll(link, "/personen/zz-anna");
        refused(police, PAGE + "/einladungen", "whom=zz-polizei/zz-anna&seed=" + "C".repeat(43));
        act(office.loggedInAs("eingeladen"), link, "");
        refused(office, PAGE + "/einladungen", "whom=zz-polizei/zz-anna&seed=" + SEED);
        read("/personen/zz-anna");
        for (var reader : readers) {
            var used = reader.look(link);
            assertThat(used.getStatus()).isEqualTo(404);
            checked(link, used);
        }
        noSeatAnyMore();
    }

    /// Where the last delegation ended at midnight, the invitation holds until the next review.
    private void noSeatAnyMore() {
        var secret = "B".repeat(43);
        office.put("persons/zz-frei", "{'name':'Frieda Frei'}").expect(201);
        // the review may come between
        await().untilAsserted(() -> {
            invited("zz-frei", secret);
            read("/einladungen/" + secret);
        });
    }

    private void invited(String person, String secret) {
        database.getCollection("persons")
                .updateOne(
                        Filters.eq("_id", person),
                        Updates.set(
                                "state.invitation",
                                new Document(
                                        Map.of(
                                                "hash",
                                                hash(secret),
                                                "until",
                                                Instant.now()
                                                        .plus(1, ChronoUnit.DAYS)
                                                        .toString()))));
    }

    private void people() {
        for (var number = 10; number < 35; number++)
            office.put("persons/zz-viele-" + number, "{'name':'Viele " + number + "'}").expect(201);
        readAll("/personen?name=Viele", "/personen?name=Viele&seite=2");
        act(dataProtection, "/personen/zz-vera/loeschung", "sure=true");
        act(dataProtection, "/personen/zz-anna/loeschung", "sure=true");
        for (var reader : inTheBody) read(PAGE, reader);
        refused(office, "/personen/zz-anna/name", "name=Anna&reason=x");
        readAll("/personen/zz-vera", "/personen/zz-anna", PAGE, PAGE + "?stichtag=2024-02-10");
    }

    private void aGroupOfGuests() {
        var page = "/gremien/" + GROUP;
        seat(GROUP, "verein", "GUEST");
        read(page);
        act(
                office,
                page + "/benennungen",
                "seat=zz-verein&person=&name=Gustav Gast&newPerson=zz-gast&from=2024-02-01");
        read(page);
        act(office, page + "/benennungen/ende", "seat=zz-verein&until=2024-12-31&sure=true");
        read(page);
        tell("bodies/" + GROUP + "/end", "{'until':'2025-12-31'}");
        readAll("/gremien", page, page + "?stichtag=2025-12-31");
    }

    private void distributionWithoutATie() {
        council("zz-rat-1");
        apportioned(ASSEMBLY, "zz-rat-1", FROM, "FACTION_MANDATES");
        composed("zz-rat-1", "2024-02-01", Dortmund.FACTIONS);
        read(PAGE + "/sitzverteilung");
        composed(
                "zz-rat-1",
                "2024-03-01",
                Dortmund.FACTIONS.replace(":22", ":17").replace(":4}", ":9}"));
        read(PAGE + "/sitzverteilung");
        apportioned(ASSEMBLY, "zz-rat-1", "2024-03-01", "FACTION_MANDATES");
        readAll(PAGE, PAGE + "/sitzverteilung?stichtag=2024-02-01");
    }

    private void distributionByLot() {
        var id = "zz-zweite";
        body(id, "ASSEMBLY", "Zweite Versammlung", 20, 3, "PUBLIC");
        council("zz-rat-2");
        apportioned(id, "zz-rat-2", FROM, "ALL_MANDATES");
        read("/gremien/" + id);
        tell(
                "bodies/" + id + "/lot",
                "{'council':'zz-rat-2','asOf':'%s','winners':['gruene'],'on':'2024-01-16'}"
                        .formatted(FROM));
        readAll("/gremien/" + id, "/gremien/" + id + "/sitzverteilung");
        composed("zz-rat-2", "2024-02-01", Dortmund.FACTIONS);
        read("/gremien/" + id + "/sitzverteilung");
    }

    private void body(
            String id, String kind, String name, int seats, int meetings, String publicity) {
        office.put(
                        "bodies/" + id,
                        "{'kind':'%s','name':'%s','votingSeats':%d,'meetingsPerYear':%d,'publicity':'%s','district':'eving','from':'%s'}"
                                .formatted(kind, name, seats, meetings, publicity, FROM))
                .expect(201);
        readAll("/gremien", "/gremien/" + id);
    }

    private void seat(String body, String name, String kind) {
        tell(
                "bodies/" + body + "/seats",
                "{'seat':'zz-%s','kind':'%s','basis':'INSTITUTION','holder':'zz-%s','name':'Sitz %s','from':'%s'}"
                        .formatted(name, kind, name, name, FROM));
        read("/gremien/" + body);
    }

    private void council(String id) {
        office.put(
                        "councils/" + id,
                        "{'name':'Rat der Stadt','asOf':'2023-12-12','factions':%s,'unattached':%s}"
                                .formatted(Dortmund.FACTIONS, Dortmund.UNATTACHED))
                .expect(201);
    }

    private void composed(String id, String asOf, String factions) {
        tell(
                "councils/" + id + "/compositions",
                "{'asOf':'%s','factions':%s,'unattached':%s}"
                        .formatted(asOf, factions, Dortmund.UNATTACHED));
    }

    private void apportioned(String body, String council, String asOf, String basis) {
        tell(
                "bodies/" + body + "/apportion",
                "{'council':'%s','asOf':'%s','seats':10,'basis':'%s'}"
                        .formatted(council, asOf, basis));
        read("/gremien/" + body + "/sitzverteilung");
    }

    private void tell(String path, String json) {
        office.post(path, json).expect(200);
    }

    private static void act(Calls by, String path, String fields) {
        assertThat(by.form(path, form(fields)).getStatus()).as(path + " " + fields).isEqualTo(303);
    }

    /// A form that is shown again, with what was typed and why it was refused.
    private static void refused(Calls by, String path, String fields) {
        var answer = by.form(path, form(fields));
        assertThat(answer.getStatus()).as(path + " " + fields).isIn(400, 409);
        assertThat(checked(path, answer).title()).as(path).startsWith("Fehler:");
    }

    /// A form that is answered by a question.
    private static void asked(Calls by, String path, String fields) {
        rendered(path, by.form(path, form(fields)));
    }

    /// @param fields as a browser sends them, before they are encoded
    private static String[] form(String fields) {
        return fields.isEmpty()
                ? new String[0]
                : Arrays.stream(fields.split("&"))
                        .flatMap(each -> Arrays.stream(each.split("=", 2)))
                        .toArray(String[]::new);
    }

    private void readTheLists() {
        readAll("/gremien", "/personen", "/personen?name=Niemand");
    }

    private void readAll(String... paths) {
        for (var path : paths) read(path);
    }

    private void read(String path) {
        visited.add(path);
        for (var reader : readers) read(path, reader);
    }

    private static void read(String path, Calls reader) {
        var answer = reader.look(path);
        assertThat(answer.getStatus()).as(path).isIn(200, 401, 403);
        checked(path, answer);
    }

    private static org.jsoup.nodes.Document rendered(String path, MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return checked(path, answer);
    }

    private static org.jsoup.nodes.Document checked(String path, MockHttpServletResponse answer) {
        var page = Calls.read(answer);
        assertThat(page.html()).as(path).doesNotContain("??");
        assertThat(page.text()).as(path).doesNotContain("zz-");
        return page;
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// An operator reads what stands still, not what it is called in the program.
    @Test
    void everyCopyHasItsWords() {
        for (var feed : service.getBean(Feeds.class).all())
            assertThat(service.getMessage("operations.feed." + feed.name(), null, Locale.GERMAN))
                    .isNotBlank();
    }
}
