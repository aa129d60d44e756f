package de.stadtforum.session;

import static de.stadtforum.session.Client.MINUTES;
import static de.stadtforum.session.Client.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.ChairAssigned;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.DeputyNamed;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.search.SearchIndex;
import de.stadtforum.testing.CacheTrial;
import de.stadtforum.testing.PageHandlers;
import de.stadtforum.testing.TemplateBranches;
import de.stadtforum.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Every page in every state of its data, for everybody who reads it: no branch of a template is seen first by a member.
@SessionTest
class EveryPageTests {
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
    private static final String ASSEMBLY = "seite";
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final List<String> KINDS =
            List.of(
                    "meetings",
                    "votes",
                    "proposals",
                    "recommendations",
                    "rules",
                    "fields",
                    "groups",
                    "papers",
                    "topics",
                    "questions");
    private static final String TODAY = "2024-03-20";
    private static final String PAUSE = "{'kind':'procedural','text':'Pause'}";
    private static final String CHAIR = as("vorsitz", "p-1", "chair:" + ASSEMBLY);
    private static final String SECOND = as("zweiter", "p-2", "member:" + ASSEMBLY);
    private static final String DEPUTY = as("vertretung", "p-v", "deputy:" + ASSEMBLY);
    private static final String DEPARTMENT = as("fach", null, "department:dez-recht");
    private static final String COMMITTEE = as("ausschuss", null, "committee:seite-rat");
    private static final String GUEST = as("gast", "p-9", "group-guest:*");

    /// Whoever takes part in a meeting, and the public.
    private static final List<String> AT_THE_MEETING = Arrays.asList(null, OFFICE, SECOND, DEPUTY);

    private static final List<String> OTHERS =
            List.of(MINUTES, CHAIR, DEPARTMENT, COMMITTEE, GUEST);
    private static final List<String> LISTS =
            List.of(
                    "/versammlung",
                    "/sitzungen",
                    "/sitzungen?body=vollversammlung",
                    "/eingang",
                    "/eingang?body=vollversammlung",
                    "/empfehlungen",
                    "/handlungsfelder",
                    "/arbeitsgruppen",
                    "/vorlagen",
                    "/themen",
                    "/fragen",
                    "/geschaeftsordnung");

    @Autowired private Client client;
    @Autowired private OtherServices others;
    @Autowired private TemplateBranches branches;
    @Autowired private CacheTrial cache;
    @Autowired private ApplicationContext service;
    @Autowired private MongoDatabase database;

    private final TreeSet<String> visited = new TreeSet<>();

    private static String as(String account, String person, String... roles) {
        return TestTokens.of(account, person, roles);
    }

    @BeforeEach
    void bodiesAreKnown() {
        others.assembly();
        others.body(ASSEMBLY, BodyKind.ASSEMBLY, Publicity.PUBLIC, 4);
        others.tell(
                ASSEMBLY,
                seat("s-b", SeatKind.ADVISORY, "Beratung"),
                new DelegateNamed("s-b", "p-8", FROM),
                seat("s-leer", SeatKind.VOTING, "Leer"),
                new DeputyNamed("s-2", "p-v", 1, FROM));
        others.awaitKnown(ASSEMBLY);
        others.body("seite-vorsitz", BodyKind.ASSEMBLY, Publicity.PUBLIC, 3);
        others.tell("seite-vorsitz", new ChairAssigned("s-1", FROM));
        others.awaitKnown("seite-vorsitz");
        others.body("seite-lk", BodyKind.STEERING_GROUP, Publicity.CLOSED, 2);
        others.body("seite-rat", BodyKind.COUNCIL, Publicity.PUBLIC, 1);
    }

    private static SeatCreated seat(String id, SeatKind kind, String name) {
        return new SeatCreated(id, kind, SeatBasis.INSTITUTION, id, new PublicText(name), FROM);
    }

    @Test
    void everyBranchOfEveryPageWasSeen() {
        for (var kind : KINDS) database.getCollection(kind).deleteMany(new Document());
        branches.forget();
        cache.watch(
                List.of(
                        "/empfehlungen",
                        "/handlungsfelder",
                        "/geschaeftsordnung",
                        "/api/session/fields",
                        "/api/session/recommendations",
                        "/api/session/rules"));
        readTheLists();
        readAll("/sitzungen?body=seite&year=2023", "/sitzungen?body=unbekannt");
        topics();
        beforeTheFirstMeeting();
        read("/sitzungen/nachtragen?body=" + ASSEMBLY);
        read("/sitzungen/nachtragen?body=" + ASSEMBLY + "&date=2023-03-05");
        read("/sitzungen/nachtragen?body=" + ASSEMBLY + "&date=2024-03-05");
        read("/sitzungen/nachtragen?body=seite-lk&date=2024-03-05");
        read("/sitzungen/nachtragen?body=" + ASSEMBLY + "&date=2098-01-01");
        aMeetingFromPlanToSignature();
        whoLeads();
        meetingsThatDoNotTakePlace();
        votes();
        whatTheAssemblyDecides();
        proposals();
        questions();
        whatBecameOfTheTopics();
        readTheLists();
        search();
        assertThat(branches.unseen(Path.of("src/main/resources/templates"))).isEmpty();
        assertThat(PageHandlers.unvisited(service, "de.stadtforum.session", visited)).isEmpty();
        assertThat(cache.stale()).isEmpty();
    }

    private void search() {
        await().atMost(Duration.ofSeconds(20)).until(service.getBean(SearchIndex.class)::isReady);
        for (var words :
                List.of(
                        "",
                        "?q=Mehr",
                        "?q=Licht",
                        "?q=nichtsdergleichen",
                        "?q=Licht&art=MEETING",
                        "?lang=en")) read("/versammlung/suche" + words);
    }

    private void beforeTheFirstMeeting() {
        var page = planned("seiten-0", "vollversammlung", "2024-03-27");
        read("/versammlung");
        act(
                OFFICE,
                page + "/einladen",
                "begins=2024-03-27T10:00&place=Rathaus&invitedOn=2024-03-20&publicMeeting=false&lateReason=");
        readAll(page, "/versammlung");
        act(OFFICE, page + "/punkte", "item=i-1&number=1&part=CLOSED&title=Personal");
        read("/versammlung");
        act(OFFICE, page + "/absagen", "reason=Ferien&sure=true");
    }

    private void aMeetingFromPlanToSignature() {
        var page = planned("seiten-1", ASSEMBLY, TODAY);
        act(OFFICE, page + "/punkte", "item=i-1&number=1&part=PUBLIC&title=Licht");
        act(OFFICE, page + "/punkte", "item=i-2&number=2&part=CLOSED&title=Personal");
        read(page);
        act(
                OFFICE,
                page + "/einladen",
                "begins="
                        + TODAY
                        + "T10:00&place=Rathaus&invitedOn=2024-03-18&publicMeeting=true&lateReason=Eilig");
        read(page);
        act(
                OFFICE,
                page + "/einladung/berichtigen",
                "begins=" + TODAY + "T10:30&place=Saal 2&reason=belegt");
        act(OFFICE, page + "/eroeffnen", "at=" + TODAY + "T10:30");
        read(page);
        attend(page, "s-1", "p-1");
        attend(page, "s-2", "i-v:p-v");
        attend(page, "s-b", "p-8");
        read(page);
        act(OFFICE, page + "/beschlussfaehigkeit");
        read(page);
        attend(page, "s-3", "p-3");
        act(OFFICE, page + "/beschlussfaehigkeit");
        read(page);
        act(OFFICE, page + "/befangenheit", "seat=s-1&item=i-1");
        read(page);
        act(OFFICE, page + "/befangenheit", "seat=s-2&item=i-1");
        act(OFFICE, page + "/leitung", "seat=s-3&item=i-1");
        read(page);
        act(OFFICE, page + "/befangenheit/zuruecknehmen", "seat=s-2&item=i-1&reason=verwechselt");
        act(OFFICE, page + "/leitung/zuruecknehmen", "seat=s-3&item=i-1&reason=verwechselt");
        read(page);
        act(OFFICE, page + "/ergebnisse", "item=i-1&outcome=NOTED&item=i-2&outcome=POSTPONED");
        read(page);
        act(OFFICE, page + "/schliessen", "at=" + TODAY + "T10:50");
        read(page);
        act(
                OFFICE,
                page + "/ergebnisse/berichtigen",
                "item=i-1&outcome=DELIBERATED&reason=verwechselt");
        read(page);
        act(OFFICE, page + "/unterzeichnen", "sure=true&on=" + TODAY);
        act(OFFICE, page + "/vermerke", "text=Frau A heißt Frau B.");
        read(page);
    }

    /// The chair has a conflict of interest, and so has somebody who would lead instead.
    private void whoLeads() {
        var page = underWay("seiten-8", "seite-vorsitz", "s-1");
        act(OFFICE, page + "/befangenheit", "seat=s-1&item=i-1");
        read(page);
        for (var i = 2; i <= 3; i++)
            act(
                    MINUTES,
                    page + "/anwesenheit",
                    "seat=s-" + i + "&who=p-" + i + "&presence=PRESENT");
        act(OFFICE, page + "/befangenheit", "seat=s-2&item=i-1");
        read(page);
    }

    private void meetingsThatDoNotTakePlace() {
        var postponed = planned("seiten-2", ASSEMBLY, "2024-04-09");
        act(OFFICE, postponed + "/vertagen", "date=&reason=Unwetter");
        read(postponed);
        act(OFFICE, postponed + "/absagen", "reason=Kein Termin&sure=true");
        read(postponed);
        var closed = planned("seiten-lk", "seite-lk", "2024-04-10");
        act(
                OFFICE,
                closed + "/einladen",
                "begins=2024-04-10T10:00&place=Rathaus&invitedOn=2024-03-18&publicMeeting=false&lateReason=");
        read(closed);
        read("/sitzungen?body=seite-lk&year=2024");
        read("/sitzungen?body=" + ASSEMBLY + "&year=2024");
    }

    /// Open and secret, in public and closed, with ballots, hands, counts and totals, up to result or cancellation.
    private void votes() {
        var page = underWay("seiten-3", ASSEMBLY, "s-1", "s-2", "s-3");
        for (var kind :
                List.of(
                        "procedural",
                        "recommend",
                        "name-field",
                        "shape-field",
                        "form-group",
                        "end-group",
                        "appoint",
                        "adopt-rules",
                        "propose-paper",
                        "give-statement")) read(page + "?item=i-1&kind=" + kind);
        read(page + "?item=i-1");
        read(page + "?item=i-2");
        var open = opened("seiten-3", "i-1", "seiten-offen", "OPEN", PAUSE);
        readAll(open, page, page + "?item=i-1");
        act(SECOND, open + "/stimmen", "seat=s-2&choice=YES");
        read(open);
        act(MINUTES, open + "/handzeichen", "others=YES");
        read(open);
        act(MINUTES, open + "/handzeichen/zuruecknehmen", "seat=s-3&reason=verlesen");
        read(open);
        closed(open);
        readAll(open, page);

        var cancelled = opened("seiten-3", "i-1", "seiten-irrtum", "OPEN", PAUSE);
        act(OFFICE, cancelled + "/abbrechen", "reason=Falscher Punkt&sure=true");
        readAll(cancelled, page);

        var hidden = opened("seiten-3", "i-2", "seiten-irrtum-2", "OPEN", PAUSE);
        act(OFFICE, hidden + "/abbrechen", "reason=Falscher Punkt&sure=true");
        read(hidden);

        var secret = opened("seiten-3", "i-2", "seiten-geheim", "SECRET_ON_PAPER", PAUSE);
        readAll(secret, page);
        count(OFFICE, secret, 2).is(303);
        read(secret);
        count(MINUTES, secret, 1).is(409);
        read(secret);
        act(OFFICE, secret + "/zaehlung/zuruecknehmen", "reason=verzählt");
        count(OFFICE, secret, 1).is(303);
        count(MINUTES, secret, 1).is(303);
        read(secret);
        closed(secret);
        readAll(secret, page);

        act(OFFICE, page + "/befangenheit", "seat=s-1&item=i-1");
        read(page);
        var left = opened("seiten-3", "i-1", "seiten-rest", "OPEN", PAUSE);
        readAll(left, page);
        act(OFFICE, left + "/abbrechen", "reason=Vertagt&sure=true");
        act(MINUTES, page + "/anwesenheit", "seat=s-2&who=i-v:p-v&presence=PRESENT");
        readAll(open, page, page + "?item=i-1");
        read(page + "?item=i-1&kind=procedural");
        var deputised = opened("seiten-3", "i-1", "seiten-iv", "OPEN", PAUSE);
        readAll(deputised, page);
        act(OFFICE, page + "/ergebnisse", "item=i-1&outcome=NOTED");
        read(deputised);
        // as it was stored before a meeting refused to close while a vote runs
        database.getCollection("meetings")
                .updateOne(
                        Filters.eq("seiten-3"),
                        Updates.combine(
                                Updates.set("state.course.phase", "CLOSED"),
                                Updates.set("state.course.closed", TODAY + "T10:00:00Z")));
        read(deputised);

        var few = underWay("seiten-4", ASSEMBLY, "s-1");
        read(few + "?item=i-1&kind=procedural");
        var alone = opened("seiten-4", "i-1", "seiten-allein", "SECRET_ON_PAPER", PAUSE);
        read(alone);
        act(OFFICE, alone + "/abbrechen", "reason=Zu wenige&sure=true");
        act(OFFICE, few + "/beschlussfaehigkeit");
        read(few + "?item=i-1");

        past();
    }

    /// Entered from the notes.
    private void past() {
        var page = planned("seiten-5", ASSEMBLY, "2024-03-05");
        called(page, "2024-03-05");
        for (var i = 1; i <= 3; i++)
            act(
                    MINUTES,
                    page + "/anwesenheit",
                    "seat=s-" + i + "&who=p-" + i + "&presence=PRESENT&at=2024-03-05T10:00");
        var vote = opened("seiten-5", "i-1", "seiten-summen", "OPEN", PAUSE);
        read(vote);
        act(MINUTES, vote + "/summen", "yes=1&no=1&abstain=0");
        read(vote);
        closed(vote);
        read(vote);
        act(OFFICE, page + "/schliessen", "at=2024-03-05T12:00&leaveOpen=true");
        // known too late: it is shown beside the sealed vote
        others.tell(ASSEMBLY, new DelegationEnded("s-3", "p-3", LocalDate.of(2024, 3, 1)));
        others.awaitKnown(ASSEMBLY);
        readAll(vote, page);
        others.tell(ASSEMBLY, new DelegateNamed("s-3", "p-neu", LocalDate.of(2024, 3, 10)));
        others.awaitKnown(ASSEMBLY);
        attend(underWay("seiten-10", ASSEMBLY, "s-1"), "s-3", "p-neu");
        read(opened("seiten-10", "i-1", "seiten-neu", "OPEN", PAUSE), as("frueher", "p-3"));
        act(
                OFFICE,
                "/sitzungen/nachtragen",
                "id=seiten-9&body=seite&date=2024-02-20&begins=2024-02-20T10:00&closed=2024-02-20T11:00&place=Rathaus"
                        + "&invitedOn=2024-02-01&publicMeeting=true&item=i-1&number=1&title=Licht&part=PUBLIC&outcome=NOTED"
                        + "&text=&yes=&no=&abstain=&item=i-2&number=2&title=&part=PUBLIC&outcome=&text=&yes=&no=&abstain="
                        + "&seat=s-1&who=p-1&presence=PRESENT");
        readAll(
                "/sitzungen?body=seite&year=2024",
                "/sitzungen/nachtragen?body=seite&date=2024-02-20");
    }

    private void whatTheAssemblyDecides() {
        var page = underWay("seiten-6", "vollversammlung", "s-1", "s-2", "s-3");
        carried(
                "v-feld",
                "{'kind':'name-field','id':'seiten-feld','title':'Licht'}",
                "/fields/seiten-feld");
        carried(
                "v-feld-2",
                "{'kind':'name-field','id':'seiten-feld-2','title':'Parks','lab':'lab-x'}",
                "/fields/seiten-feld-2");
        readAll("/handlungsfelder/seiten-feld", "/handlungsfelder/seiten-feld-2");
        read(page + "?item=i-1&kind=form-group");
        read(page + "?item=i-1&kind=shape-field");
        carried(
                "v-form",
                "{'kind':'shape-field','id':'seiten-feld','description':'Heller.'}",
                "/fields/seiten-feld");
        carried(
                "v-ag",
                "{'kind':'form-group','id':'seiten-ag','name':'AG Licht','fields':['seiten-feld']}",
                "/groups/seiten-ag");
        carried(
                "v-ag-2",
                "{'kind':'form-group','id':'seiten-ag-2','name':'AG Ohne','fields':[]}",
                "/groups/seiten-ag-2");
        readAll(
                "/handlungsfelder/seiten-feld",
                "/arbeitsgruppen/seiten-ag",
                "/arbeitsgruppen/seiten-ag-2");
        group();
        for (var edition : List.of("1", "2"))
            carried(
                    "v-go-" + edition,
                    "{'kind':'adopt-rules','id':'go-"
                            + edition
                            + "','body':'vollversammlung','forWorkingGroups':"
                            + edition.equals("2")
                            + ",'edition':1,'amended':"
                            + edition.equals("2")
                            + ",'text':'§ 1','inForce':'2024-03-20'}",
                    "/rules");
        carried(
                "v-empf",
                "{'kind':'recommend','id':'seiten-r','addressee':'COUNCIL','to':'seite-rat','text':'Mehr Licht.','answerDue':'2024-03-21'}",
                "/recommendations/seiten-r");
        carried(
                "v-empf-2",
                "{'kind':'recommend','id':'seiten-r-2','addressee':'COUNCIL','to':'seite-rat','text':'Mehr Bänke.','answerDue':'2024-03-10'}",
                "/recommendations/seiten-r-2");
        carried(
                "v-empf-3",
                "{'kind':'recommend','id':'seiten-r-3','addressee':'COUNCIL','to':'seite-rat','text':'Mehr Bäume.'}",
                "/recommendations/seiten-r-3");
        recommendation();
        carried(
                "v-vorlage",
                "{'kind':'propose-paper','id':'seiten-p','title':'Licht'}",
                "/papers/seiten-p");
        paper();
        lost();
        readTheLists();
    }

    private void group() {
        var page = "/arbeitsgruppen/seiten-ag";
        others.body("seiten-ag", BodyKind.WORKING_GROUP, Publicity.CLOSED, 2);
        act(OFFICE, page + "/notizen", "note=n-1&text=Notiz&on=" + TODAY);
        act(OFFICE, page + "/termine", "date=2024-04-02");
        var member = as("ag", "p-1", "member:seiten-ag");
        act(member, page + "/kontakte", "person=p-1&contact=a@example.org&on=" + TODAY);
        read(page);
        read(page, member);
        read(page, as("ag", "p-2", "member:seiten-ag"));
        act(GUEST, page + "/kontakte", "person=p-9&contact=b@example.org&on=" + TODAY);
        read(page, as("gast", "p-9"));
        act(OFFICE, page + "/termine/zuruecknehmen", "date=2024-04-02&reason=Ferien&sure=true");
        planned("seiten-ag-1", "seiten-ag", "2024-04-03");
        read(page);
        act(OFFICE, page + "/notizen/zuruecknehmen", "note=n-1&reason=falsch&sure=true");
        act(OFFICE, page + "/felder", "field=seiten-feld-2&on=" + TODAY);
        read(page);
        act(OFFICE, page + "/felder/zuruecknehmen", "field=seiten-feld-2&reason=falsch");
        read(page);
        client.post(OFFICE, "/groups/seiten-ag/report", "{'meeting':'seiten-6','on':'2024-03-20'}")
                .is(200);
        read(page);
        carried("v-ende", "{'kind':'end-group','id':'seiten-ag'}", "/groups/seiten-ag");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.read(null, "/groups/seiten-ag").toString().contains("v-ende"));
        read(page);
        read(page, member);
        read("/handlungsfelder/seiten-feld");
    }

    private void recommendation() {
        for (var id : List.of("seiten-r", "seiten-r-2", "seiten-r-3")) {
            var page = "/empfehlungen/" + id;
            read(page);
            act(OFFICE, page + "/weiterleiten", "on=" + TODAY);
            read(page);
        }
        var page = "/empfehlungen/seiten-r";
        act(OFFICE, page + "/antwort", "answer=ADOPTED&text=&on=" + TODAY);
        read(page);
        act(
                OFFICE,
                page + "/antwort/berichtigen",
                "answer=DECLINED&text=Kein Geld&on=" + TODAY + "&reason=verlesen");
        readAll(page, "/empfehlungen", "/versammlung");
    }

    private void paper() {
        var page = "/vorlagen/seiten-p";
        readAll("/vorlagen", page);
        client.file(OFFICE, page + "/dateien", "Vorlage.pdf", PDF).is(303);
        readAll("/vorlagen", page);
        read(client.page(null, page).select("a[href*=/dateien/]").attr("href"));
        act(OFFICE, page + "/entwurf", "on=" + TODAY);
        readAll("/vorlagen", page);
        act(OFFICE, page + "/nummer", "number=26093-24&on=" + TODAY);
        read(page);
        act(OFFICE, page + "/beratungen", "body=seite-rat&role=DECIDES&on=" + TODAY);
        act(OFFICE, page + "/beratungen", "body=vollversammlung&role=ADVISES&on=" + TODAY);
        act(
                OFFICE,
                page + "/nummer/berichtigen",
                "number=26094-24&on=" + TODAY + "&reason=verlesen");
        act(
                OFFICE,
                page + "/beratungen/berichtigen",
                "body=vollversammlung&role=TAKES_NOTE&on=" + TODAY + "&reason=verlesen");
        readAll("/vorlagen", page);
        act(
                COMMITTEE,
                page + "/beratungen/ergebnis",
                "body=seite-rat&result=Beschlossen&on=" + TODAY);
        readAll("/vorlagen", page);
        act(
                OFFICE,
                page + "/beratungen/ergebnis/berichtigen",
                "body=seite-rat&result=Vertagt&on=" + TODAY + "&reason=verlesen");
        act(OFFICE, page + "/beratungen/absetzen", "body=vollversammlung&reason=nur Rat&sure=true");
        readAll("/vorlagen", page);
        assertThat(client.read(null, "/papers/seiten-p").at("/corrections"))
                .extracting(each -> each.at("/act").asString())
                .containsExactly(
                        "paper-number", "paper-deliberation", "paper-outcome", "paper-stop");
    }

    private void lost() {
        var vote = opened("seiten-6", "i-1", "seiten-verloren", "OPEN", PAUSE);
        var hidden = opened("seiten-6", "i-2", "seiten-verdeckt", "OPEN", PAUSE);
        read("/versammlung");
        act(OFFICE, hidden + "/abbrechen", "reason=Falscher Punkt&sure=true");
        act(MINUTES, vote + "/handzeichen", "others=NO");
        act(OFFICE, vote + "/schliessen", "confirmedMissing=0");
        readAll(vote, "/sitzungen/seiten-6", "/versammlung");
    }

    private void proposals() {
        var inbox = "/eingang";
        client.put(
                        OFFICE,
                        "/proposals/seiten-steht",
                        "{'body':'vollversammlung','kind':'OTHER','source':'unbekannt','title':'Vorschlag steht','text':'Mehr dazu','publicTitle':true,'on':'"
                                + TODAY
                                + "'}")
                .is(201);
        for (var each : List.of("wartet", "weg"))
            act(
                    OFFICE,
                    inbox,
                    "id=seiten-"
                            + each
                            + "&body=vollversammlung&kind=OTHER&source="
                            + "seite-lk"
                            + "&title=Vorschlag "
                            + each
                            + "&text="
                            + (each.equals("weg") ? "" : "Mehr dazu")
                            + "&publicTitle=true&on="
                            + TODAY);
        read(inbox);
        assertThat(client.page(OFFICE, inbox).select("main").text())
                .as("who is not told of is left out")
                .contains("Vorschlag steht")
                .doesNotContain("unbekannt");
        planned("seiten-7", "vollversammlung", "2024-04-16");
        read(inbox);
        act(OFFICE, inbox + "/seiten-wartet/anmerkungen", "by=seite-lk&comment=Gut.&on=" + TODAY);
        act(OFFICE, inbox + "/seiten-weg/zuruecknehmen", "reason=doppelt&sure=true");
        act(OFFICE, inbox + "/tagesordnung", "meeting=seiten-6&proposal=seiten-steht");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        client.look(OFFICE, inbox).body().contains("steht auf einer Tagesordnung"));
        read(inbox);
        read("/sitzungen/seiten-7");
        var items = client.read(OFFICE, "/meetings/seiten-6").at("/items");
        var item = items.get(items.size() - 1).at("/id").asString();
        act(
                OFFICE,
                "/sitzungen/seiten-6/ergebnisse",
                "item=" + item + "&outcome=NOTED&item=i-1&outcome=");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.look(OFFICE, inbox).body().contains("behandelt"));
        read(inbox);
    }

    private void questions() {
        for (var each : List.of("offen", "weg", "klar"))
            act(
                    OFFICE,
                    "/fragen",
                    "id=seiten-"
                            + each
                            + "&body=vollversammlung&by=seite-rat&title=Wie hell?&on="
                            + TODAY);
        read("/fragen");
        act(OFFICE, "/fragen/seiten-weg/zuruecknehmen", "reason=doppelt&sure=true");
        read("/sitzungen/seiten-6?item=i-1&kind=give-statement");
        carried(
                "v-antwort",
                "{'kind':'give-statement','id':'seiten-klar','text':'Sehr.'}",
                "/questions/seiten-klar");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.look(null, "/fragen").body().contains("Sehr."));
        read("/fragen");
    }

    private void topics() {
        for (var each : List.of("offen", "fertig"))
            act(
                    OFFICE,
                    "/themen",
                    "id=seiten-" + each + "&body=vollversammlung&title=Wie weiter&on=" + TODAY);
        read("/themen");
    }

    private void whatBecameOfTheTopics() {
        read("/themen");
        act(
                OFFICE,
                "/themen/seiten-offen/moeglichkeiten",
                "option=m-1&title=Beirat&level=CITY&meeting=seiten-6&on=" + TODAY);
        read("/themen");
        act(
                OFFICE,
                "/themen/seiten-offen/moeglichkeiten/zuruecknehmen",
                "option=m-1&reason=verwechselt&sure=true");
        act(OFFICE, "/themen/seiten-offen/vertagungen", "meeting=seiten-6&on=" + TODAY);
        carried(
                "v-thema",
                "{'kind':'recommend','id':'seiten-r-4','addressee':'COUNCIL','to':'seite-rat','text':'So weiter.','topic':'seiten-fertig'}",
                "/recommendations/seiten-r-4");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        client.read(null, "/topics/seiten-fertig").toString().contains("v-thema"));
        read("/themen");
    }

    /// A meeting of today with a public and a closed item, quorate if so many are there.
    private String underWay(String id, String body, String... present) {
        var page = planned(id, body, TODAY);
        called(page, TODAY);
        for (var seat : present)
            act(
                    MINUTES,
                    page + "/anwesenheit",
                    "seat=" + seat + "&who=" + seat.replace("s-", "p-") + "&presence=PRESENT");
        return page;
    }

    private void called(String page, String day) {
        act(OFFICE, page + "/punkte", "item=i-1&number=1&part=PUBLIC&title=Licht");
        act(OFFICE, page + "/punkte", "item=i-2&number=2&part=CLOSED&title=Personal");
        act(
                OFFICE,
                page + "/einladen",
                "begins="
                        + day
                        + "T10:00&place=Rathaus&invitedOn=2024-03-01&publicMeeting=true&lateReason=Eilig");
        act(OFFICE, page + "/eroeffnen", "at=" + day + "T10:00");
    }

    private String opened(String meeting, String item, String vote, String mode, String motion) {
        var seats =
                client.read(OFFICE, "/meetings/" + meeting + "/electorate?item=" + item)
                        .findValuesAsString("seat");
        client.put(
                        OFFICE,
                        "/votes/" + vote,
                        "{'meeting':'%s','item':'%s','mode':'%s','motion':%s,'confirmed':['%s']}"
                                .formatted(meeting, item, mode, motion, String.join("','", seats)))
                .is(201);
        return "/abstimmungen/" + vote;
    }

    private void closed(String vote) {
        var missing =
                client.read(OFFICE, vote.replace("/abstimmungen", "/votes")).at("/missing").asInt();
        act(OFFICE, vote + "/schliessen", "confirmedMissing=" + missing);
    }

    /// A motion on content that the assembly carries, and what it brings about.
    private void carried(String vote, String motion, String brought) {
        var page = opened("seiten-6", "i-1", "seiten-" + vote, "OPEN", motion);
        read(page);
        act(MINUTES, page + "/handzeichen", "others=YES");
        closed(page);
        read(page);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.get(null, brought).status() == 200);
    }

    private Client.Answer count(String token, String vote, int yes) {
        return client.form(
                token,
                vote + "/zaehlung",
                "yes",
                "" + yes,
                "no",
                "0",
                "abstain",
                "0",
                "invalid",
                "0");
    }

    private void readAll(String... paths) {
        for (var path : paths) read(path);
    }

    private void readTheLists() {
        LISTS.forEach(this::read);
    }

    private String planned(String id, String body, String date) {
        if (LocalDate.parse(date).isBefore(LocalDate.parse(TODAY)))
            client.put(OFFICE, "/meetings/" + id, "{'body':'" + body + "','date':'" + date + "'}")
                    .is(201);
        else act(OFFICE, "/sitzungen", "another=true&id=" + id + "&body=" + body + "&date=" + date);
        var page = "/sitzungen/" + id;
        read(page);
        return page;
    }

    private void attend(String page, String seat, String who) {
        act(MINUTES, page + "/anwesenheit", "seat=" + seat + "&who=" + who + "&presence=PRESENT");
    }

    private void act(String token, String path) {
        client.form(token, path).is(303);
    }

    /// @param fields as a browser sends them, before they are encoded
    private void act(String token, String path, String fields) {
        var form =
                Arrays.stream(fields.split("&")).flatMap(each -> Arrays.stream(each.split("=", 2)));
        client.form(token, path, form.toArray(String[]::new)).is(303);
    }

    private void read(String path) {
        AT_THE_MEETING.forEach(reader -> read(path, reader));
        if (!path.startsWith("/sitzungen/") && !path.startsWith("/abstimmungen/"))
            OTHERS.forEach(reader -> read(path, reader));
    }

    private void read(String path, String reader) {
        var answer = client.look(reader, path);
        visited.add(path);
        assertThat(answer.status()).as(path).isIn(200, 403, 401);
        assertThat(answer.body()).as(path).doesNotContain("??");
    }

    /// An operator reads what stands still, not what it is called in the program.
    @Test
    void everyCopyHasItsWords() {
        for (var feed : service.getBean(Feeds.class).all())
            assertThat(service.getMessage("operations.feed." + feed.name(), null, Locale.GERMAN))
                    .isNotBlank();
    }
}
