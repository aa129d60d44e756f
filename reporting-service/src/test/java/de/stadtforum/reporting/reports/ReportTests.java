package de.stadtforum.reporting.reports;

import static de.stadtforum.reporting.OtherServices.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.lab.ContributionFact.ContributionReceived;
import de.stadtforum.contracts.lab.LabFact.LabHeld;
import de.stadtforum.contracts.lab.LabFact.LabPlanned;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.reporting.KnowledgeFeeds;
import de.stadtforum.reporting.entries.ContributionCounts;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.jobs.Jobs;
import de.stadtforum.testing.PdfConformance;
import de.stadtforum.testing.TestTokens;
import jakarta.servlet.ServletContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockServletConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.DispatcherServlet;

/// A report from the log to the page and the paper, on a real broker and a real database.
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class ReportTests {
    private static final String TOKEN = "Bearer " + TestTokens.of("berichte", null, "reporter");

    private static final String PERSON = "p-geheim-4711";

    @Autowired private MockMvc mvc;

    @Autowired private DispatcherServlet pages;

    @Autowired private ServletContext servlets;

    @Autowired private KnowledgeFeeds feeds;

    @Autowired private Replays replays;

    @Autowired private Jobs jobs;

    @Autowired private AggregateStore<InterimReport> reports;

    @BeforeAll
    void theOtherServicesTell() throws Exception {
        // refused forms are rendered by the servlet itself, which only a running server starts
        pages.init(new MockServletConfig(servlets));
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> !replays.ends().isEmpty());
        tell(
                "vollversammlung",
                new BodyEstablished(
                        BodyKind.ASSEMBLY,
                        new PublicText("Vollversammlung"),
                        20,
                        3,
                        Publicity.PUBLIC,
                        null,
                        LocalDate.parse("2024-01-10")),
                new SeatCreated(
                        "polizei",
                        SeatKind.VOTING,
                        SeatBasis.INSTITUTION,
                        "polizei",
                        new PublicText("Polizei"),
                        LocalDate.parse("2024-01-10")),
                new DelegateNamed("polizei", PERSON, LocalDate.parse("2024-01-10")));
        tell(
                "lab-hoerde",
                new LabPlanned(
                        "hoerde",
                        new PublicText("Hörder Burgplatz"),
                        LocalDate.parse("2024-05-04"),
                        Place.HERE),
                new LabHeld(LocalDate.parse("2024-05-04"), 42));
        tell(
                "beitrag-1",
                new ContributionReceived(
                        "lab-hoerde", Channel.ONLINE, LocalDate.parse("2024-05-01")));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        feeds.now().all(EntryKind.BODY).findAny().isPresent()
                                && feeds.now().first(EntryKind.LAB_HELD, "lab-hoerde").isPresent()
                                && received("lab-hoerde") == 1);
        released("bericht-h1", "2024-H1", "2024-09-03");
    }

    /// Asked for, and awaited.
    private void released(String id, String period, String on) throws Exception {
        release(id, period, on)
                .andExpect(status().isAccepted())
                .andExpect(
                        header().string("Location", "/api/reporting/reports/" + id + "/release"));
        awaitReleased(id);
    }

    private void awaitReleased(String id) {
        assertThat(awaitEnd("/api/reporting/reports/" + id + "/release", "$.state"))
                .isEqualTo("DONE");
    }

    private String awaitEnd(String path, String state) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> JsonPath.<String>read(read(path), state),
                        it -> it.equals("DONE") || it.equals("FAILED"));
    }

    private ResultActions release(String id, String half) throws Exception {
        return release(id, half, "2024-09-03");
    }

    private ResultActions release(String id, String half, String on) throws Exception {
        return mvc.perform(
                with(
                        put("/api/reporting/reports/" + id),
                        "{\"period\":\"" + half + "\",\"on\":\"" + on + "\"}"));
    }

    private ResultActions form(String path, String... fields) throws Exception {
        var request = post(path).header(HttpHeaders.AUTHORIZATION, TOKEN);
        for (var at = 0; at < fields.length; at += 2) request.param(fields[at], fields[at + 1]);
        return mvc.perform(request);
    }

    private String read(String path) throws Exception {
        return mvc.perform(get(path).header(HttpHeaders.AUTHORIZATION, TOKEN))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /// Reports of 2001-H1, 2026-H2 and 2027-H1 were released for ever.
    private int received(String lab) {
        return feeds.now()
                .contributions(lab)
                .count(ContributionCounts.Kind.RECEIVED, _ -> true, LocalDate.MAX);
    }

    @Test
    void onlyAPeriodThatIsOverIsReportedAndNoneBeforeTheProcess() throws Exception {
        release("alt", "2001-H1")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("HALF_YEAR_BEFORE_THE_PROCESS"));
        release("morgen", "2024-H2", LocalDate.now(PlatformClock.CITY).plusDays(2).toString())
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("on"));
        var choice = Jsoup.parse(read("/berichte")).select("select[name=period] option");
        assertThat(choice.eachAttr("value"))
                .contains("2024-H2", "2024-Q1", "2024-Q2")
                .doesNotContain("2024-H1");
        var today = LocalDate.now(PlatformClock.CITY);
        for (var rhythm : Period.Rhythm.values())
            assertThat(rhythm.at(today).name()).isNotIn(choice.eachAttr("value"));
    }

    @Test
    void theReleaseIsAskedOnceMoreAndTheFormComesBackFilled() throws Exception {
        var page =
                Jsoup.parse(
                        form("/berichte", "period", "2024-H2", "on", "2025-02-03")
                                .andExpect(status().isBadRequest())
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.title()).startsWith("Fehler");
        assertThat(page.select("input[name=on]").val()).isEqualTo("2025-02-03");
        assertThat(page.text()).contains("bestätigen Sie mit dem Häkchen").doesNotContain("??");
    }

    @Test
    void aWithdrawnReportStaysReadableAndItsHalfYearIsFree() throws Exception {
        form("/berichte", "period", "2025-H2", "on", "2026-01-12", "sure", "true")
                .andExpect(redirectedUrl("/berichte/bericht-2025-h2/freigabe"));
        awaitReleased("bericht-2025-h2");
        var path = "/berichte/bericht-2025-h2";
        form(path + "/zurueckziehen", "reason", "Eine Zahl war falsch.")
                .andExpect(status().isBadRequest());
        form(path + "/zurueckziehen", "reason", "Eine Zahl war falsch.", "sure", "true")
                .andExpect(status().isSeeOther());
        assertThat(Jsoup.parse(read(path)).text())
                .contains("zurückgezogen", "Eine Zahl war falsch.", "Zwischenbericht, 2. Halbjahr")
                .doesNotContain("??");
        assertThat(Jsoup.parse(read("/berichte")).text()).contains("zurückgezogen");
        mvc.perform(get("/api/reporting/reports/bericht-2025-h2"))
                .andExpect(jsonPath("$.withdrawnFor").value("Eine Zahl war falsch."));
        form("/berichte", "period", "2025-H2", "on", "2026-01-12", "sure", "true")
                .andExpect(redirectedUrl("/berichte/bericht-2025-h2-2/freigabe"));
        awaitReleased("bericht-2025-h2-2");
        mvc.perform(get("/api/reporting/reports/bericht-2025-h2-2"))
                .andExpect(jsonPath("$.halfYear").value("2025-H2"));
        release("dritter", "2025-H2", "2026-01-12")
                .andExpect(jsonPath("$.rule").value("HALF_YEAR_REPORTED"));
    }

    @Test
    void aDeliveryGoesToTheCommitteeThatIsOwedAndIsTakenBackVisibly() throws Exception {
        released("zugestellt", "2026-H1", "2026-07-03");
        var path = "/berichte/zugestellt";
        form(path + "/vorgetragen", "body", "gibtsnicht", "on", "2026-09-01")
                .andExpect(status().isConflict());
        assertThat(
                        Jsoup.parse(
                                        form(
                                                        path + "/vorgetragen",
                                                        "body",
                                                        "abooab",
                                                        "on",
                                                        "2026-07-02")
                                                .andExpect(status().isConflict())
                                                .andReturn()
                                                .getResponse()
                                                .getContentAsString(StandardCharsets.UTF_8))
                                .text())
                .contains("nicht vor seiner Freigabe", "Mündlichen Bericht vermerken");
        form(path + "/vorgetragen", "body", "abooab", "on", "2026-09-01")
                .andExpect(status().isSeeOther());
        form(path + "/nicht-vorgetragen", "body", "abooab", "reason", "Vertagt")
                .andExpect(status().isSeeOther());
        assertThat(Jsoup.parse(read(path)).text())
                .contains("Berichtigt am", "1. September 2026", "Vertagt", "noch nicht vorgetragen")
                .doesNotContain("??");
    }

    @Test
    void thePresentationOfTheFinalReportIsTakenBackVisibly() throws Exception {
        mvc.perform(
                        with(
                                put("/api/reporting/final-reports/mp"),
                                "{\"measures\":[{\"measure\":\"m\",\"title\":\"Streife\",\"progress\":\"DONE\"}]}"))
                .andExpect(status().isCreated());
        mvc.perform(
                        with(
                                post("/api/reporting/final-reports/mp/present"),
                                "{\"body\":\"abooab\",\"on\":\"2024-10-08\"}"))
                .andExpect(status().isOk());
        form("/abschlussbericht/mp/nicht-vorgelegt", "body", "abooab", "reason", "Vertagt")
                .andExpect(status().isSeeOther());
        assertThat(Jsoup.parse(read("/abschlussbericht")).text())
                .contains("Berichtigt am", "8. Oktober 2024", "Vertagt")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({
        "/berichte",
        "/berichte/bericht-h1",
        "/pflichten",
        "/beschluss",
        "/abschlussbericht",
        "/api/reporting/sentences",
        "/api/reporting/obligations",
        "/api/reporting/reports",
        "/api/reporting/reports/bericht-h1/figures",
        "/api/reporting/figures?halfYear=2024-H1"
    })
    void noPersonStandsAnywhere(String path) throws Exception {
        assertThat(feeds.now().of(EntryKind.TERM, "vollversammlung"))
                .filteredOn(term -> term.part().equals("polizei"))
                .extracting(term -> term.mark("person"))
                .containsExactly(PERSON);
        assertThat(read(path)).doesNotContain(PERSON);
    }

    private static MockHttpServletRequestBuilder with(
            MockHttpServletRequestBuilder request, String json) {
        return request.header(HttpHeaders.AUTHORIZATION, TOKEN)
                .contentType("application/json")
                .content(json);
    }

    @Test
    void releasingAgainAnswersAsTheFirstTime() throws Exception {
        release("bericht-h1", "2024-H1").andExpect(status().isOk());
        release("bericht-h1", "2023-H2")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("RELEASED_FOR_ANOTHER_HALF_YEAR"));
        release("anderer", "2024-H1")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("HALF_YEAR_REPORTED"));
        release("zu-frueh", "2024-H2")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("HALF_YEAR_NOT_OVER"));
    }

    @Test
    void anotherDayUnderTheSameIdIsRefused() throws Exception {
        mvc.perform(
                        with(
                                put("/api/reporting/reports/bericht-h1"),
                                "{\"halfYear\":\"2024-H1\",\"on\":\"2024-09-04\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("RELEASED_ON_ANOTHER_DAY"));
        deliver("2024-09-10").andExpect(status().isOk());
        deliver("2024-09-10").andExpect(status().isOk());
        deliver("2024-09-11")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("GIVEN_ON_ANOTHER_DAY"));
    }

    private ResultActions deliver(String on) throws Exception {
        return mvc.perform(
                with(
                        post("/api/reporting/reports/bericht-h1/deliver"),
                        "{\"body\":\"abooab\",\"on\":\"" + on + "\"}"));
    }

    @Test
    void ofManyReleasesAtOnceOnlyOneReportsOnAHalfYear() throws Exception {
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 4)
                            .mapToObj(number ->
                                    tasks.submit(() ->
                                            release("zugleich-" + number, "2025-H1", "2025-07-03")
                                                    .andReturn()
                                                    .getResponse()
                                                    .getStatus()))
                            .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) statuses.add(answer.get());
            assertThat(statuses).contains(202).containsAnyOf(202, 409);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> jobs.open("release").isEmpty());
        assertThat(
                        reports.few(Filters.empty(), Order.ascending()).stream()
                                .filter(each -> each.halfYear().equals("2025-H1")))
                .hasSize(1);
    }

    @Test
    void aPeriodThatHasNotBegunHasNoPreview() throws Exception {
        var period = get("/berichte/vorschau").param("period", "2999-H1");
        var days =
                get("/berichte/vorschau").param("from", "2999-01-01").param("until", "2999-03-31");
        for (var asked : new MockHttpServletRequestBuilder[] {period, days})
            mvc.perform(asked.header(HttpHeaders.AUTHORIZATION, TOKEN))
                    .andExpect(status().isBadRequest());
    }

    @Test
    void reportersSeeTheFiguresBeforeTheyReleaseThem() throws Exception {
        var preview = get("/berichte/vorschau").param("period", "2024-H2");
        mvc.perform(preview.header(HttpHeaders.AUTHORIZATION, TOKEN)).andExpect(status().isOk());
        var page =
                Jsoup.parse(
                        mvc.perform(preview)
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.selectFirst("h1").text()).isEqualTo("Zwischenbericht, 2. Halbjahr 2024");
        assertThat(page.select("form[action=/berichte] input[name=period]").val())
                .isEqualTo("2024-H2");
        assertThat(page.text()).contains("noch nicht fest").doesNotContain("??");
        mvc.perform(get("/berichte/vorschau").param("period", "2024-H2"))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void laterFactsDoNotChangeWhatWasReleasedAndRebuildingProvesIt() throws Exception {
        var released = figures();
        tell(
                "beitrag-2",
                new ContributionReceived(
                        "lab-hoerde", Channel.PAPER, LocalDate.parse("2024-05-04")));
        await().atMost(Duration.ofSeconds(30)).until(() -> received("lab-hoerde") == 2);
        // open figures are read once in two seconds, however many ask
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        mvc.perform(get("/api/reporting/figures").param("halfYear", "2024-H1"))
                                .andExpect(jsonPath("$.contributions.received").value(2)));

        replays.rebuild(feeds.all());

        mvc.perform(with(post("/api/reporting/reports/bericht-h1/prove"), "{}"))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", "/api/reporting/reports/bericht-h1/proof"));
        assertThat(awaitEnd("/api/reporting/reports/bericht-h1/proof", "$.course.state"))
                .isEqualTo("DONE");
        mvc.perform(get("/api/reporting/reports/bericht-h1/proof"))
                .andExpect(jsonPath("$.results[0].outcome").value("SAME_HASH"))
                .andExpect(jsonPath("$.results[0].by").value("REPORTER"));
        assertThat(figures()).isEqualTo(released).contains("\"received\":1");
        mvc.perform(get("/api/reporting/figures").param("halfYear", "2024-H1"))
                .andExpect(jsonPath("$.contributions.received").value(2));
    }

    /// The committee was promised it and had an interface only.
    @Test
    void theCommitteeHasAReportComputedAnewByAButton() throws Exception {
        var committee = "Bearer " + TestTokens.of("ausschuss", null, "committee:abooab");
        var button = "form[action=/berichte/bericht-h1/nachrechnen] button";
        assertThat(page("/berichte/bericht-h1", null).select(button)).isEmpty();
        assertThat(page("/berichte/bericht-h1", committee).select(button).eachText())
                .containsExactly("Nachrechnen");
        mvc.perform(
                        post("/berichte/bericht-h1/nachrechnen")
                                .header(HttpHeaders.AUTHORIZATION, committee))
                .andExpect(redirectedUrl("/berichte/bericht-h1/nachrechnen"));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        page("/berichte/bericht-h1/nachrechnen", committee)
                                .text()
                                .contains("Es ergibt sich derselbe Prüfwert."));
        assertThat(page("/berichte/bericht-h1", null).text())
                .contains("Ausschuss: Es ergibt sich derselbe Prüfwert.")
                .doesNotContain("??");
    }

    private Document page(String path, String token) throws Exception {
        var request = get(path);
        if (token != null) request.header(HttpHeaders.AUTHORIZATION, token);
        return Jsoup.parse(
                mvc.perform(request)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    private String figures() throws Exception {
        return mvc.perform(get("/api/reporting/reports/bericht-h1/figures"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void thePageSaysWhatAMemberOfTheCommitteeWantsToKnow() throws Exception {
        var page =
                Jsoup.parse(
                        mvc.perform(get("/berichte/bericht-h1"))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.selectFirst("h1").text()).isEqualTo("Zwischenbericht, 1. Halbjahr 2024");
        assertThat(page.select("caption").eachText()).contains("Labore und Beiträge im Halbjahr");
        assertThat(page.text())
                .contains("Hörder Burgplatz", "Eingegangen ist ein Beitrag von Einwohner/innen")
                .doesNotContain("??");
    }

    @Test
    void thePaperIsAccessibleAndKeepsItsText() throws Exception {
        var pdf =
                mvc.perform(get("/berichte/bericht-h1.pdf"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        PdfConformance.check(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(
                            "Zwischenbericht, 1. Halbjahr 2024",
                            "Hörder Burgplatz",
                            "Prüfwert",
                            "Seite 1 von",
                            "veröffentlicht");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT|/api/reporting/reports/x|{}|on",
                "PUT|/api/reporting/reports/x|{\"on\":\"2024-09-03\"}|period",
                "PUT|/api/reporting/reports/x|{\"period\":\"2024-02-30--2024-03-01\",\"on\":\"2024-09-03\"}|period",
                "PUT|/api/reporting/reports/x|{\"halfYear\":\"2024\",\"on\":\"2024-09-03\"}|halfYear",
                "PUT|/api/reporting/reports/x|{\"halfYear\":\"2024-H1\",\"on\":\"gestern\"}|on",
                "PUT|/api/reporting/reports/X_Y|{\"halfYear\":\"2024-H1\",\"on\":\"2024-09-03\"}|id",
                "PUT|/api/reporting/reports/x|{\"halfYear\":\"2024-H1\",\"on\":\"2024-09-03\",\"zz\":1}|zz",
                "POST|/api/reporting/reports/bericht-h1/deliver|{\"body\":\"A B\",\"on\":\"2024-09-10\"}|body",
                "PUT|/api/reporting/final-reports/x|{\"measures\":[]}|measures",
                "PUT|/api/reporting/final-reports/x|{\"measures\":[{\"measure\":\"m\",\"title\":\" \",\"progress\":\"DONE\"}]}|measures[0].title",
                "PUT|/api/reporting/final-reports/x|{\"measures\":[{\"measure\":\"m\",\"title\":\"t\",\"progress\":\"LATER\"}]}|measures[0].progress",
            })
    void badInputNamesTheField(String method, String path, String body, String field)
            throws Exception {
        var request = method.equals("PUT") ? put(path) : post(path);
        mvc.perform(with(request, body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].rule").isNotEmpty());
    }

    @Test
    void onlyReportersAndTheSecretariatOfAnAssemblyRelease() throws Exception {
        mvc.perform(put("/api/reporting/reports/x").contentType("application/json").content("{}"))
                .andExpect(status().isUnauthorized());
        releasesAs("member:vollversammlung").andExpect(status().isForbidden());
        releasesAs("secretariat:lenkungskreis").andExpect(status().isForbidden());
        releasesAs("secretariat:vollversammlung").andExpect(status().isBadRequest());
    }

    private ResultActions releasesAs(String role) throws Exception {
        return mvc.perform(
                put("/api/reporting/reports/x")
                        .header(
                                HttpHeaders.AUTHORIZATION,
                                "Bearer " + TestTokens.of("jemand", "p-1", role))
                        .contentType("application/json")
                        .content("{}"));
    }

    @ParameterizedTest
    @CsvSource({"/berichte", "/pflichten", "/beschluss", "/abschlussbericht"})
    void everybodyReads(String path) throws Exception {
        var page =
                mvc.perform(get(path))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(page).text()).doesNotContain("??");
    }

    @Test
    void allFortySentencesHaveAState() throws Exception {
        mvc.perform(get("/api/reporting/sentences"))
                .andExpect(jsonPath("$.length()").value(40))
                .andExpect(jsonPath("$[?(@.state.light == null)]").isEmpty());
    }
}
