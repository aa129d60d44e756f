package de.stadtforum.lab;

import static de.stadtforum.lab.Portal.MODERATOR;
import static de.stadtforum.lab.Portal.RESIDENT;
import static de.stadtforum.lab.Portal.SECRETARIAT;
import static de.stadtforum.lab.Portal.TEAM;
import static de.stadtforum.lab.Portal.fresh;
import static de.stadtforum.lab.Portal.tell;
import static de.stadtforum.lab.Portal.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import de.stadtforum.city.City;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.FieldFact;
import de.stadtforum.contracts.session.FieldFact.FieldNamed;
import de.stadtforum.contracts.session.GroupFact;
import de.stadtforum.contracts.session.GroupFact.GroupFormed;
import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.ProposalFact.Kind;
import de.stadtforum.contracts.session.ProposalFact.ProposalHeard;
import de.stadtforum.contracts.session.ProposalFact.ProposalReceived;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.testing.CacheTrial;
import de.stadtforum.testing.PageHandlers;
import de.stadtforum.testing.TemplateBranches;
import de.stadtforum.testing.TestTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/// Every page in every state of its data, for everybody who reads it and in both languages: no branch of a template is seen first by a resident.
@LabPlatformTest
class EveryPageTests {
    private static final String COUNCIL = TestTokens.of("bv", null, "district-council:*");
    private static final List<String> READERS =
            List.of(RESIDENT, TEAM, MODERATOR, SECRETARIAT, COUNCIL);
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 12);

    private final Portal portal;
    private final City city;
    private final TemplateBranches branches;
    private final CacheTrial cache;
    private final ApplicationContext service;
    private final MongoDatabase database;
    private final TreeSet<String> visited = new TreeSet<>();
    private final TreeSet<String> ids = new TreeSet<>();

    EveryPageTests(
            Portal portal,
            City city,
            TemplateBranches branches,
            CacheTrial cache,
            ApplicationContext service,
            MongoDatabase database) {
        this.portal = portal;
        this.city = city;
        this.branches = branches;
        this.cache = cache;
        this.service = service;
        this.database = database;
    }

    @Test
    void everyBranchOfEveryPageWasSeen() {
        branches.forget();
        cache.watch(
                List.of(
                        "/",
                        "/labore",
                        "/labore?bezirk=eving",
                        "/konzept",
                        "/konzept?fassung=konzept-fertig",
                        "/beteiligungsplattform",
                        "/api/lab/labs",
                        "/api/lab/concepts",
                        "/api/lab/tool-statements"));
        for (var kind : List.of("contributions", "concepts", "tool-statements"))
            database.getCollection(kind).deleteMany(new Document());
        // as the store removes them, for those who follow them
        database.getCollection("labs")
                .updateMany(
                        new Document(),
                        Updates.combine(
                                Updates.unset("state"),
                                Updates.inc("version", 1L),
                                Updates.set("changed", System.currentTimeMillis())));
        readTheFrontPages();
        read("/beitraege", TEAM);
        concept();
        tool();
        planned();
        running();
        over();
        flood();
        readTheFrontPages();
        assertThat(branches.unseen(Path.of("src/main/resources/templates"))).isEmpty();
        assertThat(PageHandlers.unvisited(service, "de.stadtforum.lab", visited)).isEmpty();
        assertThat(cache.stale()).isEmpty();
    }

    private void readTheFrontPages() {
        for (var path : List.of("/", "/labore", "/konzept", "/beteiligungsplattform")) read(path);
        for (var district : city.districts()) read("/labore?bezirk=" + district.id());
    }

    private void concept() {
        var id = "konzept-fertig";
        act(TEAM, "/konzept/" + id, "edition", "1", "on", "2024-01-15");
        read("/konzept");
        for (var statement :
                List.of("POLITICS_INFORMED", "CONTRIBUTIONS_RECEIVED", "ASSOCIATIONS_INVOLVED"))
            act(
                    TEAM,
                    "/konzept/" + id + "/statements",
                    "statement",
                    statement,
                    "text",
                    "So wird es gemacht.");
        read("/konzept");
        for (var body : List.of("abooab", "bv-eving"))
            act(
                    SECRETARIAT,
                    "/konzept/" + id + "/present",
                    "body",
                    body,
                    "on",
                    "2024-02-06",
                    "paper",
                    body.equals("abooab") ? "30123-24" : "");
        read("/konzept");
        act(
                TEAM,
                "/konzept/" + id + "/withdraw-presentation",
                "body",
                "bv-eving",
                "reason",
                "Der Punkt wurde abgesetzt.");
        act(TEAM, "/konzept/konzept-neu-2", "edition", "2", "on", "2024-03-15");
        read("/konzept");
        read("/konzept?fassung=" + id);
    }

    private void tool() {
        for (var edition : List.of("1", "2")) {
            act(
                    TEAM,
                    "/beteiligungsplattform/plattform-" + edition,
                    "edition",
                    edition,
                    "text",
                    "Was dort läuft.",
                    "on",
                    "2024-03-01");
            read("/beteiligungsplattform");
        }
        for (var body : List.of("abooab", "vollversammlung", "bv-eving"))
            act(
                    TEAM,
                    "/beteiligungsplattform/plattform-1/present",
                    "body",
                    body,
                    "on",
                    "2024-03-12",
                    "paper",
                    body.equals("abooab") ? "34012-24" : "");
        act(
                TEAM,
                "/beteiligungsplattform/plattform-1/withdraw-presentation",
                "body",
                "bv-eving",
                "reason",
                "Falsches Gremium.");
        read("/beteiligungsplattform");
    }

    private void planned() {
        var lab = lab("eving", "HERE", "2024-05-04");
        readLab(lab);
        act(TEAM, lab + "/postpone", "date", "2024-06-01");
        act(TEAM, lab + "/postpone", "date", "2024-07-01");
        act(
                TEAM,
                lab + "/correct-plan",
                "neighbourhood",
                "Lindenhorst Süd",
                "date",
                "2024-07-02",
                "place",
                "CITY_TOOL",
                "reason",
                "Schreibfehler");
        act(TEAM, lab + "/note", "text", "Die Einladungen sind verschickt.");
        readLab(lab);
        var late = lab("mengede", "HERE", "2025-03-15");
        readLab(late);
        var wrong = lab("hoerde", "HERE", "2024-05-04");
        readLab(wrong);
        act(TEAM, wrong + "/cancel", "reason", "Doppelt angelegt", "sure", "true");
        readLab(wrong);
    }

    private void running() {
        var lab = opened("huckarde", "HERE");
        readLab(lab);
        contributions(lab);
        act(TEAM, lab + "/partners", "kind", "CLUB", "name", "Sportverein");
        act(TEAM, lab + "/questions", "question", "f-1", "text", "Wann?", "on", "2024-04-03");
        act(COUNCIL, lab + "/questions", "question", "f-2", "text", "Wo?", "on", "2024-04-03");
        act(TEAM, lab + "/answers", "question", "f-1", "text", "Bald.", "on", "2024-04-04");
        act(TEAM, lab + "/propose-field", "proposal", "p", "title", "Licht", "on", "2024-04-05");
        readLab(lab);
        readLab(opened("scharnhorst", "CITY_TOOL"));
    }

    private void contributions(String lab) {
        var id = lab.substring("/labore/".length());
        var waiting = sent(lab, "Es ist dunkel.", "Am Markt");
        readBoth(waiting);
        read(lab + "/eintragen", TEAM);
        for (var i = 1; i <= 22; i++) {
            var paper = fresh("papier");
            act(
                    TEAM,
                    lab + "/eintragen",
                    "key",
                    paper,
                    "channel",
                    "PAPER",
                    "on",
                    "2024-04-13",
                    "text",
                    "Zettel " + i,
                    "location",
                    "");
            act(MODERATOR, publicPage(paper) + "/publish", "on", "2024-06-20");
            if (i == 1) {
                readBoth(paper);
                act(MODERATOR, publicPage(paper) + "/assess", ASSESS);
                readBoth(paper);
            }
        }
        read(lab + "/eintragen?kanal=PAPER&tag=2024-04-13", TEAM);
        read(lab);
        var more = portal.page(RESIDENT, lab).select("main nav a[href*='ab=']").attr("href");
        read(more.replace("#beitraege", ""));
        read("/suche");
        for (var words : List.of("Zettel", "Lindenhorst", "nichtsdergleichen"))
            read("/suche?q=" + words);
        read("/suche?q=Lindenhorst&bezirk=eving");
        var placed = sent(lab, "Hier fehlt eine Bank.", "Am Park");
        act(MODERATOR, publicPage(placed) + "/publish", "on", "2024-06-20");
        readBoth(placed);
        for (var note : List.of("", "Name im Text")) {
            var withheld = sent(lab, "Herr Muster stört. " + note, null);
            act(
                    MODERATOR,
                    publicPage(withheld) + "/withhold",
                    "reason",
                    "PERSONAL_DATA",
                    "note",
                    note,
                    "on",
                    "2024-06-20");
            readBoth(withheld);
        }
        var back = sent(lab, "Das nehme ich zurück.", null);
        act(RESIDENT, "/beitraege/beleg/" + back + "/withdraw", "sure", "true");
        readBoth(back);
        var gone = sent(lab, "Zweimal eingetragen.", null);
        act(TEAM, publicPage(gone) + "/withdraw", "reason", "Doppelt", "sure", "true");
        readBoth(gone);
        for (var who : List.of(TEAM, MODERATOR))
            for (var state : List.of("RECEIVED", "PUBLISHED", "WITHHELD", "WITHDRAWN"))
                readOn("/beitraege?stand=" + state, who);
        assertThat(portal.page(MODERATOR, "/beitraege").select("main").text())
                .contains("Quartierslabor Lindenhorst")
                .doesNotContain(id);
    }

    private static final String[] ASSESS = {
        "assessment", "TAKEN_UP", "text", "Kommt.", "on", "2024-06-20"
    };

    private void over() {
        var held = opened("hombruch", "HERE");
        act(TEAM, held + "/hold", "on", "2024-05-04", "participants", "61");
        readLab(held);
        var voice = papered(held);
        act(
                TEAM,
                held + "/report",
                "body",
                "vollversammlung",
                "summary",
                "Licht",
                "on",
                "2024-06-01");
        readLab(held);
        readBoth(voice);
        heard(held.substring("/labore/".length()));
        readLab(held);
        readBoth(voice);
        tell(
                "ag-mit-name",
                1,
                GroupFact.class,
                new GroupFormed(new PublicText("Arbeitsgruppe Licht"), "vote", JUNE));
        for (var group : List.of("ag-ohne-namen", "ag-mit-name")) {
            ids.add(group);
            var lab = opened("aplerbeck", "CITY_TOOL");
            act(TEAM, lab + "/hold", "on", "2024-05-04", "participants", "1");
            readLab(lab);
            if (group.equals("ag-mit-name"))
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> portal.page(TEAM, lab).text().contains("Arbeitsgruppe Licht"));
            act(TEAM, lab + "/report", "body", group, "summary", "Licht", "on", "2024-06-01");
            readLab(lab);
        }
        var missed = lab("innenstadt-west", "HERE", "2024-05-04");
        act(TEAM, missed + "/miss", "on", "2024-06-01");
        readLab(missed);
    }

    private String papered(String lab) {
        var key = fresh("papier");
        act(
                TEAM,
                lab + "/eintragen",
                "key",
                key,
                "channel",
                "ON_SITE",
                "on",
                "2024-05-04",
                "text",
                "Mehr Licht");
        act(MODERATOR, publicPage(key) + "/publish", "on", "2024-06-20");
        return key;
    }

    private void heard(String lab) {
        var proposal = fresh("vorlage");
        tell(
                proposal,
                1,
                ProposalFact.class,
                new ProposalReceived("vollversammlung", Kind.LAB_RESULT, lab, null, JUNE));
        tell(proposal, 2, ProposalFact.class, new ProposalHeard("vv-2024-2", JUNE));
        tell(
                fresh("feld"),
                1,
                FieldFact.class,
                new FieldNamed(new PublicText("Licht"), "vote", lab, JUNE));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> {
                    var page = portal.page(RESIDENT, "/labore/" + lab).text();
                    return page.contains("Zur Sitzung")
                            && page.contains("als Handlungsfeld benannt");
                });
    }

    private void flood() {
        var lab = opened("innenstadt-ost", "HERE");
        var id = lab.substring("/labore/".length());
        for (var i = 0; i < 40; i++) portal.contribution(id, "Nummer " + i);
        for (var language : List.of("", "?lang=en")) {
            var refused =
                    portal.form(
                            RESIDENT,
                            lab + "/beitraege" + language,
                            "id",
                            fresh("b"),
                            "text",
                            "Noch einer",
                            "location",
                            "Hier");
            assertThat(refused.getStatus()).isEqualTo(429);
            assertThat(text(refused)).contains("Noch einer").doesNotContain("??");
        }
    }

    private String lab(String district, String place, String date) {
        var id = fresh("lab");
        ids.add(id);
        act(
                TEAM,
                "/labore",
                "id",
                id,
                "district",
                district,
                "neighbourhood",
                "Lindenhorst",
                "date",
                date,
                "place",
                place);
        return "/labore/" + id;
    }

    private String opened(String district, String place) {
        var lab = lab(district, place, "2024-05-04");
        act(SECRETARIAT, lab + "/go-ahead", "on", "2024-04-01", "reason", "Ferien");
        act(TEAM, lab + "/open", "on", "2024-04-02");
        return lab;
    }

    private String sent(String lab, String text, String location) {
        var key = fresh("brief");
        act(
                RESIDENT,
                lab + "/beitraege",
                "id",
                key,
                "text",
                text,
                "location",
                location == null ? "" : location);
        return key;
    }

    private static String publicPage(String key) {
        return "/beitraege/" + Portal.sentWith(key);
    }

    private void readBoth(String key) {
        read(publicPage(key));
        read("/beitraege/beleg/" + key);
    }

    private void readLab(String lab) {
        read(lab);
        read("/");
        read("/konzept");
    }

    private void read(String path) {
        for (var reader : READERS) read(path, reader);
        read(path + (path.contains("?") ? "&" : "?") + "lang=en", RESIDENT);
    }

    /// A page is there, has all its words, and names labs and bodies instead of showing their ids.
    /// Each page of a list.
    private void readOn(String list, String reader) {
        for (var path = list; !path.isEmpty(); ) {
            read(path, reader);
            path = portal.page(reader, path).select("main nav a[href*='ab=']").attr("href");
        }
    }

    private void read(String path, String reader) {
        visited.add(path);
        var page = portal.page(reader, path);
        assertThat(page.html()).as(path).doesNotContain("??");
        for (var id : ids) assertThat(page.text()).as(path).doesNotContain(id);
    }

    private void act(String token, String path, String... fields) {
        var answer = portal.form(token, path, fields);
        assertThat(answer.getStatus())
                .as(path + " " + Portal.document(answer).select("#fehler, main h1").text())
                .isEqualTo(303);
    }

    /// An operator reads what stands still, not what it is called in the program.
    @Test
    void everyCopyHasItsWords() {
        for (var feed : service.getBean(Feeds.class).all())
            assertThat(service.getMessage("operations.feed." + feed.name(), null, Locale.GERMAN))
                    .isNotBlank();
    }
}
