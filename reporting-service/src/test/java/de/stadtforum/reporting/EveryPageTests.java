package de.stadtforum.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.ConceptFact.ConceptDrafted;
import de.stadtforum.contracts.lab.ConceptFact.ConceptPresented;
import de.stadtforum.contracts.lab.ConceptFact.Statement;
import de.stadtforum.contracts.lab.ConceptFact.StatementMade;
import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.lab.ContributionFact.ContributionAssessed;
import de.stadtforum.contracts.lab.ContributionFact.ContributionPublished;
import de.stadtforum.contracts.lab.ContributionFact.ContributionReceived;
import de.stadtforum.contracts.lab.ContributionFact.ContributionWithheld;
import de.stadtforum.contracts.lab.ContributionFact.WithheldFor;
import de.stadtforum.contracts.lab.LabFact.FieldProposed;
import de.stadtforum.contracts.lab.LabFact.LabHeld;
import de.stadtforum.contracts.lab.LabFact.LabMissed;
import de.stadtforum.contracts.lab.LabFact.LabOpened;
import de.stadtforum.contracts.lab.LabFact.LabPlanned;
import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.contracts.lab.LabFact.PartnerInvolved;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.contracts.lab.LabFact.QuestionAnswered;
import de.stadtforum.contracts.lab.LabFact.ResultHeard;
import de.stadtforum.contracts.lab.LabFact.ResultReported;
import de.stadtforum.contracts.lab.ToolFact.ToolStatementMade;
import de.stadtforum.contracts.lab.ToolFact.ToolStatementPresented;
import de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.ChairAssigned;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.membership.BodyFact.SeatsApportioned;
import de.stadtforum.contracts.membership.BodyFact.SecretariatAssigned;
import de.stadtforum.contracts.session.FieldFact.FieldNamed;
import de.stadtforum.contracts.session.FieldFact.FieldShaped;
import de.stadtforum.contracts.session.GroupFact.FieldAssigned;
import de.stadtforum.contracts.session.GroupFact.GroupFormed;
import de.stadtforum.contracts.session.GroupFact.NoteShared;
import de.stadtforum.contracts.session.MeetingFact.AttendanceRecorded;
import de.stadtforum.contracts.session.MeetingFact.MeetingClosed;
import de.stadtforum.contracts.session.MeetingFact.MeetingOpened;
import de.stadtforum.contracts.session.MeetingFact.MeetingPlanned;
import de.stadtforum.contracts.session.MeetingFact.MeetingPostponed;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.contracts.session.PaperFact.PaperProposed;
import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.ProposalFact.ProposalCommented;
import de.stadtforum.contracts.session.ProposalFact.ProposalReceived;
import de.stadtforum.contracts.session.QuestionFact.QuestionAsked;
import de.stadtforum.contracts.session.QuestionFact.StatementGiven;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.RecommendationFact.Answer;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationAnswered;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationForwarded;
import de.stadtforum.contracts.session.RecommendationFact.RecommendationMade;
import de.stadtforum.contracts.session.RulesFact.RulesAdopted;
import de.stadtforum.contracts.session.TopicFact.Level;
import de.stadtforum.contracts.session.TopicFact.OptionDeliberated;
import de.stadtforum.contracts.session.TopicFact.TopicOpened;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.contracts.session.VotingFact.VoteClosed;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.testing.CacheTrial;
import de.stadtforum.testing.PageHandlers;
import de.stadtforum.testing.TemplateBranches;
import de.stadtforum.testing.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bson.Document;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// Every page in every state of its data, for everybody who reads it: no branch of a template is seen first by the committee.
///
/// All that is told happens after June 2024, the half-year that other tests report on.
@ReportingTest
class EveryPageTests {
    private static final String ASSEMBLY = "vollversammlung";
    private static final String STEERING = "lenkungskreis-seiten";
    private static final String COMMITTEE = "abooab";
    private static final String GROUP = "ag-seiten-licht";
    private static final String STRANGE = "gremium-seiten-fremd";
    private static final String PERSON = "p-seiten-4711";
    private static final LocalDate BEGIN = LocalDate.parse("2024-01-10");
    private static final LocalDate AUTUMN = LocalDate.parse("2024-10-08");
    private static final LocalDate SPRING = LocalDate.parse("2025-03-05");
    private static final List<String> OWN =
            List.of("reports", "finalreports", "renderings", "jobs");

    private static final String REPORTER = TestTokens.of("berichte", null, "reporter");
    private static final List<String> READERS =
            Arrays.asList(
                    null,
                    TestTokens.of("ohne", null),
                    REPORTER,
                    TestTokens.of("geschaeft", null, "secretariat:" + ASSEMBLY),
                    TestTokens.of("ausschuss", null, "committee:" + COMMITTEE),
                    TestTokens.of("betrieb", null, "operator"));

    /// Ids that are no words of the city's language.
    private static final List<String> IDS =
            List.of(ASSEMBLY, STEERING, COMMITTEE, "seiten-", PERSON, "-H1", "-H2", "-Q1", "??");

    @Autowired private MockMvc mvc;
    @Autowired private KnowledgeFeeds feeds;
    @Autowired private TemplateBranches branches;
    @Autowired private CacheTrial cache;
    @Autowired private ApplicationContext service;
    @Autowired private MongoDatabase database;

    private final TreeSet<String> visited = new TreeSet<>();
    private final Map<Feed<?>, Map<String, Long>> unheard = new LinkedHashMap<>();

    @AfterEach
    void nothingIsReported() {
        for (var each : OWN) database.getCollection(each).deleteMany(new Document());
        database.getCollection("claims").deleteMany(Filters.eq("kind", "reports.reportsOn"));
    }

    @Test
    void everyBranchOfEveryPageWasSeen() {
        nothingIsReported();
        var known = takenAway();
        branches.forget();
        cache.watch(
                List.of(
                        "/berichte",
                        "/beschluss",
                        "/pflichten",
                        "/abschlussbericht",
                        "/api/reporting/figures?halfYear=2024-H2",
                        "/api/reporting/sentences",
                        "/api/reporting/obligations",
                        "/api/reporting/reports"));
        readTheLists();
        for (var half : List.of("2024-H2", "2025-H1", "2025-H2")) preview(half);
        known.forEach((name, all) -> {
            if (!all.isEmpty()) database.getCollection(name).insertMany(all);
        });
        bodies();
        meetings();
        whatTheAssemblyDecides();
        groups();
        labs();
        contributions();
        conceptAndTool();
        interimReports();
        finalReport();
        readTheLists();
        assertThat(branches.unseen(Path.of("src/main/resources/templates"))).isEmpty();
        assertThat(PageHandlers.unvisited(service, "de.stadtforum.reporting", visited)).isEmpty();
        assertThat(cache.stale()).isEmpty();
    }

    /// What other tests told, by collection, which is empty now.
    private Map<String, List<Document>> takenAway() {
        var names = feeds.all().stream().map(Feed::name).toList();
        var taken = new LinkedHashMap<String, List<Document>>();
        for (var name : database.listCollectionNames().into(new ArrayList<>()))
            if (names.contains(name.replaceFirst("~.*", ""))) {
                taken.put(name, database.getCollection(name).find().into(new ArrayList<>()));
                database.getCollection(name).deleteMany(new Document());
            }
        return taken;
    }

    private void bodies() {
        tell(ASSEMBLY, established(BodyKind.ASSEMBLY, "Vollversammlung", 3, 3));
        readTheState();
        tell(
                ASSEMBLY,
                seat("s-1", SeatKind.VOTING, SeatBasis.INSTITUTION),
                seat("s-2", SeatKind.VOTING, SeatBasis.OFFICE),
                seat("s-3", SeatKind.VOTING, SeatBasis.FACTION),
                seat("b-1", SeatKind.ADVISORY, SeatBasis.INSTITUTION),
                seat("b-2", SeatKind.ADVISORY, SeatBasis.APPOINTMENT),
                seat("g-1", SeatKind.GUEST, SeatBasis.INSTITUTION));
        readTheState();
        tell(ASSEMBLY, named("s-1"));
        readTheState();
        tell(
                ASSEMBLY,
                named("s-2"),
                named("s-3"),
                named("b-1"),
                new ChairAssigned("s-1", BEGIN),
                new SecretariatAssigned("seiten-amt", text("Rechtsamt"), BEGIN),
                new SeatsApportioned(
                        "seiten-rat",
                        BEGIN,
                        ApportionmentBasis.FACTION_MANDATES,
                        1,
                        new TreeMap<>(Map.of("seiten-fraktion", 1)),
                        false));
        readTheState();
        tell(
                STEERING,
                established(BodyKind.STEERING_GROUP, "Lenkungskreis", 0, 0),
                seat("d-1", SeatKind.ADVISORY, SeatBasis.DEPARTMENT),
                named("d-1"));
        tell("seiten-bv", established(BodyKind.DISTRICT_COUNCIL, "Bezirksvertretung", 0, 0));
        readTheState();
    }

    private static BodyEstablished established(BodyKind kind, String name, int seats, int least) {
        return new BodyEstablished(kind, text(name), seats, least, Publicity.PUBLIC, null, BEGIN);
    }

    private static SeatCreated seat(String id, SeatKind kind, SeatBasis basis) {
        return new SeatCreated("seiten-" + id, kind, basis, "seiten-" + id, text("Sitz"), BEGIN);
    }

    private static DelegateNamed named(String seat) {
        return new DelegateNamed("seiten-" + seat, PERSON, BEGIN);
    }

    private void meetings() {
        held("seiten-m-1", ASSEMBLY, "2024-09-10", false);
        readTheState();
        held("seiten-m-2", ASSEMBLY, "2024-10-08", true);
        readTheState();
        held("seiten-m-3", ASSEMBLY, "2024-11-12", true);
        readTheState();
        tell(
                "seiten-m-4",
                new MeetingPlanned(ASSEMBLY, AUTUMN),
                new MeetingPostponed(null, text("Unwetter")));
        held("seiten-m-lk-1", STEERING, "2024-09-17", false);
        readTheState();
        held("seiten-m-lk-2", STEERING, "2024-09-18", false);
        held("seiten-m-fremd", STRANGE, "2024-09-18", true);
        for (var day : List.of("2025-01-14", "2025-02-11", "2025-03-11"))
            held("seiten-m-" + day, ASSEMBLY, day, false);
        readTheState();
        preview("2025-H1");
    }

    private void held(String id, String body, String day, boolean deputy) {
        var at = Instant.parse(day + "T15:00:00Z");
        tell(
                id,
                new MeetingPlanned(body, LocalDate.parse(day)),
                new MeetingOpened(at),
                new AttendanceRecorded("seiten-s-1", PERSON, Presence.PRESENT, deputy, at),
                new MeetingClosed(at, true));
    }

    private void whatTheAssemblyDecides() {
        for (var i = 1; i <= 6; i++) {
            recommendation(i);
            if (i == 1) vote("seiten-v-1", true);
            if (i == 2) vote("seiten-v-2", false);
            if (i == 3) vote("seiten-v-3", true);
            if (i < 5) continue;
            readTheState();
        }
        tell("seiten-regeln", new RulesAdopted(ASSEMBLY, false, 1, false, "seiten-v-1", AUTUMN));
        for (var i = 1; i <= 2; i++) {
            tell(
                    "seiten-feld-" + i,
                    new FieldNamed(
                            text("Licht " + i),
                            "seiten-v-1",
                            i == 1 ? null : "seiten-labor-1",
                            AUTUMN),
                    new FieldShaped(text("Mehr Licht"), "seiten-v-1", AUTUMN));
            readTheState();
        }
        tell("seiten-regeln-2", new RulesAdopted(ASSEMBLY, true, 1, false, "seiten-v-1", AUTUMN));
        tell(
                "seiten-papier",
                new PaperProposed(ASSEMBLY, text("Beleuchtung"), "seiten-v-1", AUTUMN));
        tell(
                "seiten-vorschlag",
                new ProposalReceived(
                        ASSEMBLY, ProposalFact.Kind.RULES, STEERING, text("Entwurf"), AUTUMN),
                new ProposalCommented(STEERING, text("Gut"), AUTUMN));
        tell("seiten-thema", new TopicOpened(ASSEMBLY, text("Fortentwicklung"), AUTUMN));
        tell("seiten-frage", new QuestionAsked(ASSEMBLY, "seiten-amt", text("Wo?"), AUTUMN));
        readTheState();
        tell(
                "seiten-thema",
                new OptionDeliberated(
                        "seiten-option", text("Konferenzen"), Level.CITY, "seiten-m-2", AUTUMN));
        tell("seiten-frage", new StatementGiven(text("Dort"), "seiten-v-1", AUTUMN));
        readTheState();
    }

    private void recommendation(int number) {
        var id = "seiten-empfehlung-" + number;
        tell(
                id,
                new RecommendationMade(
                        ASSEMBLY,
                        number == 1 ? Addressee.COUNCIL : Addressee.STEERING_GROUP,
                        number == 1 ? STRANGE : STEERING,
                        text("Mehr Licht " + number),
                        "seiten-v-1",
                        AUTUMN,
                        number == 2 ? AUTUMN.plusDays(9) : null));
        if (number == 1) readTheState();
        if (number == 3) tell(id, new RecommendationForwarded(AUTUMN));
        if (number > 3)
            tell(id, new RecommendationAnswered(Answer.ADOPTED, null, AUTUMN.plusDays(number)));
    }

    private void vote(String id, boolean carried) {
        tell(
                id,
                new VoteOpened(ASSEMBLY, "seiten-m-2", "i-1", Subject.FIELD, Mode.OPEN, 3),
                new VoteClosed(new TreeMap<>(), carried, AUTUMN));
        readTheState();
    }

    private void groups() {
        for (var id : List.of(GROUP, "ag-seiten-2")) {
            tell(
                    id,
                    new GroupFormed(text("Arbeitsgruppe Licht"), "seiten-v-1", AUTUMN),
                    new FieldAssigned("seiten-feld-1", AUTUMN),
                    new NoteShared(AUTUMN));
            held("seiten-m-" + id, id, "2024-11-20", false);
            readTheState();
        }
        tell(GROUP, established(BodyKind.WORKING_GROUP, "Arbeitsgruppe Licht", 0, 0));
        readTheState();
    }

    private void labs() {
        var held = LocalDate.parse("2024-11-09");
        tell("seiten-labor-1", planned("eving", held));
        readTheState();
        tell("seiten-labor-1", new LabOpened(AUTUMN));
        readTheState();
        tell("seiten-labor-1", new LabHeld(held, 42));
        readTheState();
        tell(
                "seiten-labor-1",
                new PartnerInvolved(Partner.YOUTH_WORK, text("Jugendamt")),
                new PartnerInvolved(Partner.SOCIAL_WORK, text("Sozialdienst")),
                new QuestionAnswered("seiten-q", held),
                new FieldProposed("seiten-vorschlag-2", text("Licht"), held),
                new ResultReported(ASSEMBLY, text("Licht"), held));
        readTheState();
        tell("seiten-labor-1", new ResultHeard("seiten-m-3", held));
        for (var i = 2; i <= 3; i++) {
            tell("seiten-labor-" + i, planned("mengede", held), new LabMissed(held));
            readTheState();
        }
        for (var district : List.of("aplerbeck", "hombruch", "huckarde", "scharnhorst"))
            tell("seiten-labor-" + district, planned(district, held), new LabHeld(held, 1));
        readTheState();
    }

    private static LabPlanned planned(String district, LocalDate day) {
        return new LabPlanned(district, text("Quartier am Markt"), day, Place.HERE);
    }

    private void contributions() {
        // in a half-year in which nothing else was of its lab
        tell("seiten-b-0", received(SPRING));
        preview("2025-H1");
        for (var i = 1; i <= 2; i++) {
            tell("seiten-b-" + i, received(AUTUMN));
            readTheState();
            tell(
                    "seiten-b-" + i,
                    new ContributionPublished(AUTUMN),
                    new ContributionAssessed(Assessment.TAKEN_UP, AUTUMN));
            tell(
                    "seiten-b-weg-" + i,
                    received(AUTUMN),
                    new ContributionWithheld(WithheldFor.INSULT, AUTUMN));
            readTheState();
        }
    }

    private static ContributionReceived received(LocalDate day) {
        return new ContributionReceived("seiten-labor-1", Channel.ONLINE, day);
    }

    private void conceptAndTool() {
        tell("seiten-konzept", new ConceptDrafted(1, AUTUMN));
        tell("seiten-werkzeug", new ToolStatementMade(1, text("Karten"), AUTUMN));
        readTheState();
        for (var each :
                List.of("POLITICS_INFORMED", "CONTRIBUTIONS_RECEIVED", "ASSOCIATIONS_INVOLVED"))
            tell("seiten-konzept", new StatementMade(Statement.valueOf(each), text("So.")));
        tell("seiten-konzept", new ConceptPresented("seiten-bv", AUTUMN, null));
        tell("seiten-werkzeug", new ToolStatementPresented(1, ASSEMBLY, AUTUMN, "34012-24"));
        readTheState();
    }

    private void interimReports() {
        var autumn = released("2024-H2", "2025-01-15");
        var spring = released("2025-H1", "2025-07-10");
        preview("2024-H2");
        // before anybody told of the committee
        readAll(autumn, spring, autumn + ".pdf", spring + ".pdf", "/berichte");
        act(autumn + "/vorgetragen", "body=" + COMMITTEE + "&on=2025-02-04");
        readAll(autumn, "/berichte");
        tell(COMMITTEE, established(BodyKind.COMMITTEE, "Ausschuss für Bürgerdienste", 0, 0));
        readAll(autumn, spring);
        readTheState();
        act(autumn + "/nicht-vorgetragen", "body=" + COMMITTEE + "&reason=Vertagt");
        readAll(autumn, "/berichte");
        act(autumn + "/vorgetragen", "body=" + COMMITTEE + "&on=2025-03-04");
        readTheState();
        act(spring + "/zurueckziehen", "reason=Eine Zahl war falsch.&sure=true");
        readAll(spring, "/berichte");
        released("2025-H1", "2025-07-11");
        readTheState();
        released("2024-H1", "2025-07-11");
        for (var quarter :
                List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"))
            readAll(released(quarter, "2025-07-11"));
        readAll("/berichte", autumn);
        read("/berichte/vorschau?from=2024-02-01&until=2024-04-30");
        recalculated(autumn);
        jobs(autumn);
        act(autumn + "/zurueckziehen", "reason=Doppelt&sure=true");
        readAll("/berichte", autumn);
    }

    private String released(String half, String on) {
        act("/berichte", "period=" + half + "&on=" + on + "&sure=true");
        awaitJobs();
        var ids =
                database.getCollection("reports").find().into(new ArrayList<>()).stream()
                        .map(each -> each.getString("_id"))
                        .filter(each -> each.startsWith("bericht-" + half.toLowerCase(Locale.ROOT)))
                        .sorted()
                        .toList();
        return "/berichte/" + ids.getLast();
    }

    /// A calculation that this program does not have stands for all that makes it impossible.
    private void recalculated(String report) {
        act(report + "/nachrechnen", "x=x");
        awaitJobs();
        readAll(report, report + "/nachrechnen");
        database.getCollection("reports")
                .updateOne(
                        Filters.eq(report.substring("/berichte/".length())),
                        Updates.set("state.calculation", 99));
        act(report + "/nachrechnen", "x=x");
        awaitJobs();
        readAll(report, report + "/nachrechnen");
    }

    private void awaitJobs() {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        database.getCollection("jobs")
                                        .countDocuments(
                                                Filters.nin("state", List.of("DONE", "FAILED")))
                                == 0);
    }

    /// In each state of a job, while another instance has the lease and stands still.
    private void jobs(String report) {
        var leases = database.getCollection("leases");
        await().atMost(Duration.ofSeconds(10)).until(() -> leases.countDocuments() == 0);
        leases.insertOne(
                new Document("_id", "jobs").append("holder", "anderswo").append("count", 1L));
        var id = report.substring("/berichte/".length());
        for (var state : List.of("WAITING", "RUNNING", "PAUSED", "DONE", "FAILED", "BROKEN_OFF")) {
            job("release", "seiten-job", state, "period", "2025-Q2", "on", "2025-07-11");
            readAll("/berichte/seiten-job/freigabe", "/berichte");
            assertThat(refresh("/berichte/seiten-job/freigabe"))
                    .as("asks anew by itself while " + state)
                    .isEqualTo(
                            List.of("WAITING", "RUNNING", "PAUSED").contains(state) ? "2" : null);
            assertThat(refresh("/berichte/seiten-job/freigabe?still=true")).isNull();
            job("proof", id, state, "on", "2025-07-11", "by", "COMMITTEE");
            readAll(report + "/nachrechnen");
        }
        leases.deleteMany(new Document());
    }

    private @Nullable String refresh(String page) {
        return send(MockMvcRequestBuilders.get(page), REPORTER, null).getHeader("Refresh");
    }

    private void job(String kind, String subject, String state, String... order) {
        var said = new Document(order[0], order[1]).append(order[2], order[3]);
        var job =
                new Document("_id", kind + "/" + subject)
                        .append("kind", kind)
                        .append("subject", subject)
                        .append("order", said)
                        .append("state", state.equals("BROKEN_OFF") ? "FAILED" : state)
                        .append("step", state.equals("WAITING") ? null : "REPLAY")
                        .append("done", 3L)
                        .append("all", 4L)
                        .append("failure", state.equals("FAILED") ? "HALF_YEAR_REPORTED" : state)
                        .append("attempts", 0)
                        .append("asked", 0L);
        database.getCollection("jobs")
                .replaceOne(Filters.eq(job.get("_id")), job, new ReplaceOptions().upsert(true));
    }

    /// As it is written down when days are over.
    private void history() {
        database.getCollection("lights")
                .replaceOne(
                        Filters.eq("3.19"),
                        new Document("_id", "3.19")
                                .append(
                                        "changes",
                                        List.of(
                                                new Document("on", "2024-02-01")
                                                        .append("light", "ON_COURSE")
                                                        .append("note", "Es läuft."),
                                                new Document("on", "2024-09-01")
                                                        .append("light", "MET")
                                                        .append("note", "Es ist geschehen."))),
                        new ReplaceOptions().upsert(true));
        readAll("/beschluss", "/beschluss/3.19");
        database.getCollection("lights").deleteOne(Filters.eq("3.19"));
        read("/beschluss/3.19", null);
        database.getCollection("lights")
                .replaceOne(
                        Filters.eq("written"),
                        new Document("_id", "written")
                                .append("on", "2025-07-19")
                                .append("entries", 0L),
                        new ReplaceOptions().upsert(true));
        read("/beschluss/3.19", null);
        database.getCollection("lights").deleteOne(Filters.eq("written"));
    }

    private void finalReport() {
        put(
                "/api/reporting/final-reports/seiten-abschluss",
                "{'measures':[{'measure':'m-1','title':'Streife','progress':'DONE'},"
                        + "{'measure':'m-2','title':'Licht','progress':'RUNNING'},"
                        + "{'measure':'m-3','title':'Kamera','progress':'DROPPED'}]}");
        read("/abschlussbericht");
        present(COMMITTEE, "'2024-10-08','paper':'12345-24'");
        readTheState();
        history();
        present(STRANGE, "'2024-10-09'");
        read("/abschlussbericht");
        act(
                "/abschlussbericht/seiten-abschluss/nicht-vorgelegt",
                "body=" + STRANGE + "&reason=Falsches Gremium");
        read("/abschlussbericht");
    }

    private void present(String body, String on) {
        var request =
                MockMvcRequestBuilders.post(
                        "/api/reporting/final-reports/seiten-abschluss/present");
        var answer = send(request, REPORTER, "{'body':'" + body + "','on':" + on + "}");
        assertThat(answer.getStatus()).isEqualTo(200);
    }

    private void put(String path, String json) {
        assertThat(send(MockMvcRequestBuilders.put(path), REPORTER, json).getStatus())
                .isEqualTo(201);
    }

    private static PublicText text(String words) {
        return new PublicText(words);
    }

    private void tell(String aggregate, Fact... facts) {
        var feed = feedOf(facts[0]);
        var last = OtherServices.tell(aggregate, facts);
        unheard.computeIfAbsent(feed, _ -> new TreeMap<>()).put(aggregate, last);
    }

    private Feed<?> feedOf(Fact fact) {
        var kind = OtherServices.ownerOf(fact).getSimpleName();
        var name =
                switch (kind) {
                    case "BodyFact" -> "bodies";
                    case "VotingFact" -> "votes";
                    case "RulesFact" -> "rules";
                    default -> kind.replace("Fact", "s").toLowerCase(Locale.ROOT);
                };
        return feeds.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void awaitHeard() {
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        feeds.all().stream().allMatch(each -> each.uncounted() == 0)
                                && unheard.entrySet().stream()
                                        .allMatch(feed ->
                                                feed.getValue().entrySet().stream()
                                                        .allMatch(each ->
                                                                heard(
                                                                        feed.getKey(),
                                                                        each.getKey(),
                                                                        each.getValue()))));
        unheard.clear();
    }

    private static boolean heard(Feed<?> feed, String aggregate, long sequence) {
        return feed.known(aggregate).filter(it -> it.sequence() >= sequence).isPresent();
    }

    /// The resolution sentence by sentence, and what a report on the autumn would say.
    private void readTheState() {
        awaitHeard();
        read("/beschluss", null);
        read("/beschluss?stand=NOT_YET_DUE", null);
        read("/beschluss?stand=NOT_YET_DUE&am=2024-10-01", null);
        read("/beschluss/3.19", null);
        read("/pflichten", REPORTER);
        read("/berichte/vorschau?period=2024-H2", REPORTER);
    }

    private void readTheLists() {
        readAll("/berichte", "/pflichten", "/beschluss", "/abschlussbericht");
    }

    private void preview(String half) {
        read("/berichte/vorschau?period=" + half);
    }

    private void readAll(String... paths) {
        for (var path : paths) read(path);
    }

    private void read(String path) {
        for (var reader : READERS) read(path, reader);
    }

    /// A page is there or is not for this reader, has all its words, and names bodies and half-years instead of showing their ids.
    private void read(String path, String reader) {
        awaitHeard();
        visited.add(path);
        var answer =
                send(MockMvcRequestBuilders.get(path).accept("text/html", "*/*"), reader, null);
        assertThat(answer.getStatus()).as(path).isIn(200, 401, 403);
        assertThat(words(answer)).as(path).doesNotContain(IDS);
    }

    private static String words(MockHttpServletResponse answer) {
        var bytes = answer.getContentAsByteArray();
        if (!"application/pdf".equals(answer.getContentType())) {
            var page = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            return page.text();
        }
        try (var document = Loader.loadPDF(bytes)) {
            return document.getDocumentInformation().getTitle()
                    + new PDFTextStripper().getText(document);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void act(String path, String form) {
        var request = MockMvcRequestBuilders.post(path);
        for (var field : form.split("&", -1)) {
            var at = field.indexOf('=');
            request.param(field.substring(0, at), field.substring(at + 1));
        }
        var answer = send(request, REPORTER, null);
        assertThat(answer.getStatus()).as(path + " " + words(answer)).isEqualTo(303);
    }

    private MockHttpServletResponse send(
            MockHttpServletRequestBuilder request, String token, String json) {
        if (token != null) request.header("Authorization", "Bearer " + token);
        if (json != null) request.contentType("application/json").content(json.replace('\'', '"'));
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception failed) {
            throw new AssertionError(request.toString(), failed);
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
