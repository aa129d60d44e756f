package de.stadtforum.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The demo year once undisturbed, read as people read it; then each service alone; then, in the long run, the year once more with kill -9 in
/// the middle of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoYearJourneyTests {
    private static final int MEMBERSHIP = 1;
    private static final int SESSION = 2;
    private static final int LAB = 3;
    private static final int REPORTING = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> REPORTS = List.of("bericht-2024-h1", "bericht-2024-h2");

    private Path folder;

    private final int ports = RunningPlatform.freePorts();
    private RunningPlatform platform;
    private List<String> undisturbed;

    @BeforeAll
    void tellTheYear(@TempDir(cleanup = CleanupMode.ALWAYS) Path temporary) {
        folder = temporary;
        platform = RunningPlatform.started(folder.resolve("data"), ports, "--replicas", "lab=2");
        undisturbed = hashes(platform);
    }

    @AfterAll
    void stop() {
        Browsers.end();
        platform.close();
    }

    private static List<String> hashes(RunningPlatform running) {
        return REPORTS.stream()
                .map(report ->
                        running.json("/api/reporting/reports/" + report).get("hash").asString())
                .toList();
    }

    @Test
    @Order(1)
    void theStartEndsWithTheTableTheFiguresAndTwoReports() {
        assertThat(platform.said())
                .contains("9 parts ready in", "MB (PSS)", "The demo year is loaded");
        for (var report : REPORTS)
            assertThat(folder.resolve("data").resolve(report + ".pdf")).isNotEmptyFile();
    }

    @Test
    @Order(2)
    void everySentenceOfTheResolutionHasAFactAndAPage() throws Exception {
        var told = told();
        var sentences = new HashSet<String>();
        for (var line :
                Files.readAllLines(
                        Path.of(
                                System.getProperty("stadtforum.root", "../.."),
                                "infra/local/sentences.md"))) {
            if (!line.matches("\\| \\d.*")) continue;
            var cells = line.substring(1).split("\\|");
            sentences.add(cells[0].strip());
            assertThat(told)
                    .as(line)
                    .contains("de.stadtforum." + cells[1].strip() + " " + cells[2].strip());
            assertThat(platform.page(cells[3].strip())).as(line).contains(cells[4].strip());
        }
        var wanted = new HashSet<String>();
        platform.json("/api/reporting/sentences")
                .forEach(each -> wanted.add(each.get("sentence").get("id").asString()));
        assertThat(sentences).hasSize(40).isEqualTo(wanted);
    }

    /// Each fact on the log, as type and subject.
    private Set<String> told() {
        var told = new HashSet<String>();
        platform.eachRecord(record ->
                told.add(
                        RunningPlatform.header(record, "ce_type")
                                + " "
                                + RunningPlatform.header(record, "ce_subject")));
        return told;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    @Order(2)
    void kcatReadsStrictCloudEvents() throws Exception {
        var kcat =
                new ProcessBuilder(
                                "kcat",
                                "-C",
                                "-q",
                                "-e",
                                "-b",
                                "localhost:" + platform.brokerPort(),
                                "-t",
                                "stadtforum.session",
                                "-f",
                                "%k|%h|%s\\n")
                        .redirectErrorStream(true)
                        .start();
        var lines = text(kcat.getInputStream().readAllBytes()).lines().toList();
        assertThat(kcat.waitFor()).isZero();
        assertThat(lines)
                .hasSizeGreaterThan(300)
                .allSatisfy(line ->
                        assertThat(line)
                                .matches(
                                        "[a-z0-9-]+\\|ce_id=[0-9a-f-]{36},ce_sequence=\\d{20},ce_source=/dortmund/session,ce_specversion=1\\.0,"
                                                + "ce_subject=[a-z0-9-]+,ce_time=202[45]-[0-9T:.-]+Z,ce_traceparent=00-[0-9a-f]{32}-[0-9a-f]{16}-01,"
                                                + "ce_type=de\\.stadtforum\\.[a-z.-]+,content-type=application/json\\|\\{.*}"));
    }

    @Test
    @Order(3)
    void theReportsAreProvenByAReplay() {
        for (var i = 0; i < REPORTS.size(); i++) {
            var proof = platform.proof(REPORTING, REPORTS.get(i));
            assertThat(proof.path("outcome").asString("")).isEqualTo("SAME_HASH");
            assertThat(proof.path("hash").asString("")).isEqualTo(undisturbed.get(i));
        }
    }

    @Test
    @Order(4)
    void aResidentReadsOnAPhoneAndTheChairLogsIn() {
        try (var browsers = new Browsers(platform.address(0, "/"))) {
            var phone = browsers.onAPhone();
            var complaints = new ArrayList<String>();
            phone.page()
                    .onConsoleMessage(message -> {
                        if (message.type().equals("error")) complaints.add(message.text());
                    });
            phone.opens("/");
            phone.page()
                    .getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Mengede Bahnhofsumfeld"))
                    .first()
                    .click();
            assertThat(phone.reads())
                    .contains("Rund um den Bahnhof fühlt man sich nach 20 Uhr unwohl");
            assertThat((Integer) phone.page().evaluate("document.documentElement.scrollWidth"))
                    .as("nothing sticks out of the screen")
                    .isLessThanOrEqualTo(360);
            assertThat(complaints).isEmpty();

            var desk = browsers.atTheDesk();
            desk.opens("/eingang");
            assertThat(desk.reads()).contains("Bitte melden Sie sich an");
            desk.page().locator("main a[href^='/anmelden']").click();
            desk.chooses("Vorsitz (Rechtsdezernat)");
            assertThat(desk.page().url()).endsWith("/eingang");
            assertThat(desk.reads()).contains("Hombruch");
        }
    }

    /// Whoever follows what a page offers meets a page.
    @Tag("long")
    @ParameterizedTest
    @Order(4)
    @ValueSource(
            strings = {
                "Geschäftsstelle (Ordnungsamt)",
                "Vorsitz (Rechtsdezernat)",
                "Schriftführung (Ordnungsamt)",
                "Mitglied Polizei",
                "Quartierslabor-Team",
                "Moderation der Beiträge",
                "Entsendende Stelle (Polizei)",
                "Berichtswesen",
                "Datenschutzbeauftragte/r",
                "Betrieb"
            })
    void noLinkLeadsNowhere(String label) {
        var crawl = Crawl.as(platform.token(label), platform.address(0, "/"));
        assertThat(crawl.faults()).isEmpty();
        assertThat(crawl.texts()).hasSizeGreaterThan(60);
    }

    @Test
    @Order(4)
    void aLoginWithoutATaskReadsWhatThePublicReads() {
        var site = platform.address(0, "/");
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        !platform.page("/beschluss/4.2").contains("wird gerade aufgeschrieben"));
        var nobody = Crawl.as(platform.token("Neues Konto, noch ohne Einladung"), site);
        var publicly = Crawl.as(null, site);
        for (var crawl : List.of(nobody, publicly)) {
            assertThat(crawl.faults()).isEmpty();
            assertThat(crawl.texts()).hasSizeGreaterThan(60);
        }
        ActsOfOffice.aLoginWithoutATaskReadsWhatThePublicReads(nobody, publicly);
    }

    /// On the last platform, for it changes the year's end.
    @Test
    @Order(7)
    void aMeetingFromPlanToSignatureWithFiveMistakesPutRight() {
        try (var browsers = new Browsers(platform.address(0, "/"))) {
            new ActsOfOffice(browsers).aMeetingFromPlanToSignatureWithFiveMistakesPutRight();
        }
    }

    @Test
    @Order(7)
    void aPastMeetingOnOnePageInWhichAnotherLeadsForTheChair() {
        try (var browsers = new Browsers(platform.address(0, "/"))) {
            new ActsOfOffice(browsers).aPastMeetingOnOnePageInWhichAnotherLeadsForTheChair();
        }
    }

    @Test
    @Order(7)
    void aResidentGoesBackAndSendsOtherWords() {
        try (var browsers = new Browsers(platform.address(0, "/"))) {
            new ActsOfOffice(browsers)
                    .aResidentGoesBackAndSendsOtherWords(
                            browsers.atTheDesk().logsInAs("Quartierslabor-Team"));
        }
    }

    @Test
    @Order(7)
    void theSecretariatAddsAFileToAPaperAndLearnsWhyOthersAreRefused() throws Exception {
        try (var browsers = new Browsers(platform.address(0, "/"))) {
            new FilesOfAPaper(browsers).nineMegabytesGoInAndOutAndWhatHarmsIsRefusedInWords();
        }
    }

    @Test
    @Order(4)
    void eachRoleSeesWhatIsTheirsAndLearnsWhyTheRestIsNot() {
        frontDoor(FrontDoor::eachRoleSeesWhatIsTheirsAndLearnsWhyTheRestIsNot);
    }

    @Test
    @Order(4)
    void loggingOutEverywhereEndsAllOfMyLogins() {
        frontDoor(FrontDoor::loggingOutEverywhereEndsAllOfMyLogins);
    }

    @Test
    @Order(4)
    void aPlantedSessionIsWorthNothing() {
        frontDoor(FrontDoor::aPlantedSessionIsWorthNothing);
    }

    @Test
    @Order(4)
    void theWayBackLeadsNowhereElse() {
        frontDoor(FrontDoor::theWayBackLeadsNowhereElse);
    }

    @Test
    @Order(4)
    void aLoginMayBeBegunInTwoTabs() {
        frontDoor(FrontDoor::aLoginMayBeBegunInTwoTabs);
    }

    @Test
    @Order(4)
    void aRoleTakenAwayIsGoneWithTheNextToken() {
        frontDoor(FrontDoor::aRoleTakenAwayIsGoneWithTheNextToken);
    }

    @Test
    @Order(4)
    void aDepartmentsProgramReachesTheServicesOfItsScope() {
        frontDoor(FrontDoor::aDepartmentsProgramReachesTheServicesOfItsScope);
    }

    @Test
    @Order(4)
    void operatorsSeeAtOneLookThatNothingIsWrong() {
        frontDoor(FrontDoor::operatorsSeeAtOneLookThatNothingIsWrong);
    }

    @Test
    @Order(4)
    void whoGoesRoundTheGatewayGainsNothing() {
        frontDoor(FrontDoor::whoGoesRoundTheGatewayGainsNothing);
    }

    /// On the last platform: it changes who sits in the assembly.
    @Test
    @Order(7)
    void aDelegateIsInvitedLogsInAndIsOutWithTheDelegation() {
        frontDoor(FrontDoor::aDelegateIsInvitedLogsInAndIsOutWithTheDelegation);
    }

    /// The demo year was told to both; each request here goes past the cache, to one or the other.
    @Test
    @Order(4)
    void noReaderNoticesThatAReplicaDies() {
        try (var readers = Executors.newFixedThreadPool(8)) {
            var answers =
                    IntStream.range(0, 600)
                            .mapToObj(_ ->
                                    CompletableFuture.supplyAsync(
                                            () ->
                                                    platform.command(
                                                            0,
                                                            "Moderation der Beiträge",
                                                            "GET",
                                                            "/api/lab/labs",
                                                            ""),
                                            readers))
                            .toList();
            await().until(() -> answers.stream().filter(CompletableFuture::isDone).count() > 100);
            platform.kill("lab-2");
            assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);
        }
        platform.awaitSaid("lab-2 is ready again.");
    }

    @Test
    @Order(4)
    void aLoginOutlivesItsGatewayAndHoldsAtAnother() {
        var other = platform.twin("gateway", ports + 9);
        try (var browsers = new Browsers(platform.address(0, "/"))) {
            var desk = browsers.atTheDesk().logsInAs("Moderation der Beiträge");
            var phone = browsers.onAPhone().logsInAs("Moderation der Beiträge");
            var atTheOther = platform.address(9, "/beitraege").toString();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> desk.opens(atTheOther) == 200);
            assertThat(phone.opens(atTheOther)).isEqualTo(200);

            platform.kill("gateway");
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> desk.opens("/beitraege") == 200);

            desk.opens("/konto");
            desk.presses("Überall abmelden");
            await().atMost(Duration.ofSeconds(5)).until(() -> phone.opens(atTheOther) == 401);
        } finally {
            other.destroyForcibly();
        }
    }

    private void frontDoor(Consumer<FrontDoor> walk) {
        try (var browsers = new Browsers(platform.address(0, "/"))) {
            walk.accept(new FrontDoor(browsers, platform.data(), ports));
        }
    }

    @Test
    @Order(5)
    void everyServiceWorksAloneAndCatchesUpWhenTheOthersReturn() {
        platform.close();
        alone(
                "membership",
                MEMBERSHIP,
                "/gremien/vollversammlung",
                () -> {
                    assertThat(
                                    platform.command(
                                            MEMBERSHIP,
                                            "Geschäftsstelle (Ordnungsamt)",
                                            "PUT",
                                            "/api/membership/bodies/allein-1",
                                            """
                                            {"kind":"COMMITTEE","name":"Ausschuss Allein","votingSeats":0,"meetingsPerYear":0,"publicity":"PUBLIC","from":"2025-02-18"}\
                                            """))
                            .isEqualTo(201);
                });
        alone(
                "session",
                SESSION,
                "/versammlung",
                () -> {
                    assertThat(
                                    platform.command(
                                            SESSION,
                                            "Geschäftsstelle (Ordnungsamt)",
                                            "PUT",
                                            "/api/session/topics/allein",
                                            """
                                            {"body":"vollversammlung","title":"Thema Allein","on":"2025-02-18"}\
                                            """))
                            .isEqualTo(201);
                });
        alone(
                "lab",
                LAB,
                "/labore/lab-mengede-2024",
                () -> {
                    assertThat(
                                    platform.command(
                                            LAB,
                                            "Quartierslabor-Team",
                                            "PUT",
                                            "/api/lab/labs/lab-allein",
                                            """
                                            {"district":"hoerde","neighbourhood":"Quartier Allein","date":"2025-05-01","place":"HERE"}\
                                            """))
                            .isEqualTo(201);
                });
        alone(
                "reporting",
                REPORTING,
                "/berichte/bericht-2024-h1",
                () -> {
                    assertThat(
                                    platform.command(
                                            REPORTING,
                                            "Berichtswesen",
                                            "PUT",
                                            "/api/reporting/final-reports/allein",
                                            """
                                            {"measures":[{"measure":"m","title":"Maßnahme Allein","progress":"DONE"}]}\
                                            """))
                            .isEqualTo(201);
                });

        platform = RunningPlatform.started(folder.resolve("data"), ports);
        await().atMost(PATIENCE).until(() -> platform.page("/beschluss").contains("Thema Allein"));
        await().atMost(PATIENCE)
                .until(() -> platform.page("/sitzungen").contains("Ausschuss Allein"));
        await().atMost(PATIENCE)
                .until(() ->
                        platform.json("/api/reporting/figures?halfYear=2025-H1")
                                .toString()
                                .contains("Quartier Allein"));
        assertThat(hashes(platform)).isEqualTo(undisturbed);
    }

    private void alone(String service, int part, String page, Runnable command) {
        platform = RunningPlatform.started(folder.resolve("data"), ports, service);
        try {
            assertThat(platform.status(part, page)).isEqualTo(200);
            command.run();
        } finally {
            platform.close();
        }
    }

    @Tag("long")
    @Test
    @Order(6)
    void killedInTheMiddleOfTheYearNothingIsLostAndTheReportsSayTheSame() {
        platform.close();
        platform = RunningPlatform.starting(folder.resolve("killed"), ports);
        killAt("2024-01-22", "membership");
        killAt("2024-02-28", "session");
        killAt("2024-05-28", "store");
        killAt("2024-06-25", "lab");
        killAt("2024-08-20", "broker");
        killAt("2024-10-08", "reporting");
        platform.awaitStarted();

        assertThat(hashes(platform)).isEqualTo(undisturbed);
        assertThat(platform.json("/api/reporting/figures?halfYear=2024-H2"))
                .isEqualTo(platform.json("/api/reporting/reports/bericht-2024-h2/figures"));
    }

    private void killAt(String day, String part) {
        platform.awaitSaid("  " + day + "  ");
        platform.kill(part);
    }
}
