package de.stadtforum.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The way in and out, walked in a real browser against the running platform.
///
/// @param data the launcher's folder
/// @param ports the first of its ports
record FrontDoor(Browsers browsers, Path data, int ports) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REPORT = "/berichte/vorschau?period=2024-H2";
    private static final String SESSION = "stadtforum-session";

    /// @param theirs a page of this role, and words that only this role reads there
    /// @param foreign a page that is refused
    private record Walk(String label, String theirs, String words, String foreign) {}

    private static final List<Walk> WALKS =
            List.of(
                    new Walk(
                            "Geschäftsstelle (Ordnungsamt)",
                            "/gremien/vollversammlung",
                            "Zum Stadtforum einladen",
                            "/betrieb/session/protokoll"),
                    new Walk("Vorsitz (Rechtsdezernat)", "/eingang", "Hombruch", "/beitraege"),
                    new Walk("Schriftführung (Ordnungsamt)", "/eingang", "Hombruch", "/beitraege"),
                    new Walk("Mitglied Polizei", "/eingang", "Hombruch", "/beitraege"),
                    new Walk(
                            "Stellvertretung Seniorenbeirat",
                            "/gremien/vollversammlung",
                            "Mitglied",
                            "/beitraege"),
                    new Walk("Quartierslabor-Team", "/beitraege", "Beiträge", REPORT),
                    new Walk("Moderation der Beiträge", "/beitraege", "Beiträge", "/eingang"),
                    new Walk(
                            "Gast einer Arbeitsgruppe",
                            "/arbeitsgruppen",
                            "Arbeitsgruppen",
                            "/eingang"),
                    new Walk(
                            "Entsendende Stelle (Polizei)",
                            "/gremien/vollversammlung",
                            "Besetzung ändern",
                            "/eingang"),
                    new Walk("Bezirksvertretung Innenstadt-Nord", "/labore", "Labor", "/eingang"),
                    new Walk("Berichtswesen", REPORT, "Zwischenbericht", "/beitraege"),
                    new Walk("Ausschuss (ABöOAB)", "/empfehlungen", "Empfehlungen", "/beitraege"),
                    new Walk(
                            "Datenschutzbeauftragte/r",
                            "/betrieb/session/protokoll",
                            "Protokoll",
                            "/eingang"),
                    new Walk("Betrieb", "/betrieb", "Sitzungen und Abstimmungen", "/eingang"));

    private URI address(int part, String path) {
        return URI.create("http://localhost:" + (ports + part) + path);
    }

    void eachRoleSeesWhatIsTheirsAndLearnsWhyTheRestIsNot() {
        var all = new SoftAssertions();
        for (var walk : WALKS) {
            var visitor = browsers.atTheDesk();
            visitor.logsInAs(walk.label);
            all.assertThat(visitor.reads()).as("account of %s", walk.label).contains(walk.label);
            all.assertThat(visitor.opens(walk.theirs))
                    .as("%s at %s", walk.label, walk.theirs)
                    .isEqualTo(200);
            all.assertThat(visitor.reads())
                    .as("%s at %s", walk.label, walk.theirs)
                    .contains(walk.words);
            all.assertThat(visitor.opens(walk.foreign))
                    .as("%s at %s", walk.label, walk.foreign)
                    .isEqualTo(403);
            all.assertThat(visitor.reads())
                    .as("%s at %s", walk.label, walk.foreign)
                    .contains("vorgesehen. Ihre Anmeldung gehört nicht dazu.");
            visitor.context().close();
        }
        all.assertAll();
    }

    void aDelegateIsInvitedLogsInAndIsOutWithTheDelegation() {
        var secretariat = browsers.atTheDesk().logsInAs("Geschäftsstelle (Ordnungsamt)");
        secretariat.opens("/gremien/vollversammlung");
        secretariat.page().getByText("Zum Stadtforum einladen").click();
        var option = secretariat.page().locator("#einladen-whom option[value^='ihk/']").first();
        var whom = option.getAttribute("value");
        var name = option.innerText().replaceFirst(".*: ", "");
        secretariat.page().selectOption("#einladen-whom", new SelectOption().setValue(whom));
        secretariat.presses("Link erstellen");
        var link = secretariat.page().locator("main a[href*='/einladungen/']").getAttribute("href");

        var delegate = browsers.onAPhone();
        delegate.page().navigate(link);
        assertThat(delegate.reads()).contains(name);
        delegate.page().locator("main a[href^='/anmelden']").click();
        delegate.chooses("Neues Konto, noch ohne Einladung");
        assertThat(delegate.page().url()).isEqualTo(link);
        delegate.presses("Einladung annehmen");
        await().atMost(PATIENCE)
                .until(() ->
                        delegate.page()
                                .locator("body")
                                .innerText()
                                .contains("Die Einladung ist angenommen"));
        await().atMost(PATIENCE).until(() -> delegate.opens("/eingang") == 200);
        delegate.opens("/gremien/vollversammlung");
        assertThat(delegate.reads()).contains(name);

        delegate.page().navigate(link);
        assertThat(delegate.reads()).as("once").contains("Diese Einladung gilt nicht");

        secretariat.opens("/gremien/vollversammlung");
        secretariat.page().getByText("Mitgliedschaft beenden").first().click();
        secretariat.page().selectOption("#beenden-seat", "ihk");
        secretariat.page().fill("#beenden-until", "2025-02-17");
        secretariat.page().check("#beenden-sure");
        secretariat.presses("Beenden");
        await().atMost(PATIENCE).until(() -> delegate.opens("/eingang") == 403);
        delegate.opens("/gremien/vollversammlung");
        assertThat(delegate.reads()).doesNotContain(name);
    }

    void loggingOutEverywhereEndsAllOfMyLogins() {
        var desk = browsers.atTheDesk().logsInAs("Moderation der Beiträge");
        var phone = browsers.onAPhone().logsInAs("Moderation der Beiträge");
        var other = browsers.atTheDesk().logsInAs("Quartierslabor-Team");
        phone.opens("/konto");
        phone.presses("Überall abmelden");
        phone.page().waitForURL(address(0, "/").toString());
        assertThat(desk.opens("/beitraege")).isEqualTo(401);
        assertThat(phone.opens("/beitraege")).isEqualTo(401);
        assertThat(other.opens("/beitraege")).as("somebody else stays").isEqualTo(200);
        phone.opens("/anmelden");
        assertThat(phone.reads()).as("the provider has forgotten as well").contains("wählen Sie");
    }

    void aPlantedSessionIsWorthNothing() {
        var victim = browsers.atTheDesk();
        victim.context()
                .addCookies(
                        List.of(new Cookie(SESSION, "planted").setUrl(address(0, "/").toString())));
        victim.opens("/anmelden");
        var before = victim.cookie(SESSION);
        victim.chooses("Moderation der Beiträge");
        var after = victim.cookie(SESSION);
        assertThat(before).isNotEqualTo("planted");
        assertThat(after).isNotEqualTo(before).isNotEqualTo("planted");
        for (var known : List.of("planted", before))
            assertThat(status(address(0, "/beitraege"), "Cookie", SESSION + "=" + known))
                    .isEqualTo(401);
        assertThat(status(address(0, "/beitraege"), "Cookie", SESSION + "=" + after))
                .isEqualTo(200);
    }

    void theWayBackLeadsNowhereElse() {
        for (var elsewhere :
                List.of(
                        "//elsewhere.example",
                        "https://elsewhere.example",
                        "/\\elsewhere.example")) {
            var visitor = browsers.atTheDesk();
            visitor.opens(
                    "/anmelden?zurueck=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8));
            visitor.chooses("Betrieb");
            assertThat(visitor.page().url()).isEqualTo(address(0, "/konto").toString());
            visitor.context().close();
        }
    }

    /// Case B34 of the field cases.
    void aLoginMayBeBegunInTwoTabs() {
        var chair = "Vorsitz (Rechtsdezernat)";
        var first = browsers.atTheDesk();
        first.opens("/anmelden?zurueck=/eingang");
        var choice = first.page().url();
        var second = first.inAnotherTab();
        second.opens("/anmelden?zurueck=/empfehlungen");
        second.chooses(chair);
        assertThat(second.page().url()).isEqualTo(address(0, "/empfehlungen").toString());
        // its form is from before the login in the other tab, so the choice is offered again
        first.chooses(chair).chooses(chair);
        assertThat(first.page().url()).isEqualTo(address(0, "/konto").toString());
        assertThat(first.reads()).contains(chair);
        first.page().goBack();
        assertThat(first.opens("/eingang")).isEqualTo(200);

        var bookmark = browsers.atTheDesk();
        bookmark.page().navigate(choice);
        bookmark.chooses(chair);
        assertThat(bookmark.page().url()).isEqualTo(address(0, "/konto").toString());
    }

    void aRoleTakenAwayIsGoneWithTheNextToken() {
        var visitor = browsers.atTheDesk().logsInAs("Berichtswesen");
        assertThat(visitor.opens(REPORT)).isEqualTo(200);
        var directory = data.resolve("login.json");
        var before = read(directory);
        try {
            write(directory, before.replace("\"reporter\"", "\"unknown\""));
            await().atMost(PATIENCE).until(() -> visitor.opens(REPORT) == 403);
            assertThat(visitor.page().locator(".sf-logout").innerText()).contains("Berichtswesen");
        } finally {
            write(directory, before);
        }
    }

    void aDepartmentsProgramReachesTheServicesOfItsScope() {
        var machine =
                JsonMapper.shared()
                        .readTree(data.resolve("login.json").toFile())
                        .get("machines")
                        .get(0);
        assertThat(proposalBy(machineToken(machine, "lab"))).isEqualTo(403);
        assertThat(proposalBy(machineToken(machine, "session"))).isNotIn(401, 403);
    }

    /// Sends nothing that could be accepted: only whether it is let in counts.
    private int proposalBy(String token) {
        return send(HttpRequest.newBuilder(address(0, "/api/session/proposals/programm/comments"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode();
    }

    private String machineToken(JsonNode machine, String scope) {
        var credentials = machine.get("id").asString() + ":" + machine.get("secret").asString();
        var answer =
                send(
                        HttpRequest.newBuilder(address(8, "/oauth2/token"))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                credentials.getBytes(
                                                                        StandardCharsets.US_ASCII)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "grant_type=client_credentials&scope=" + scope)));
        return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    void operatorsSeeAtOneLookThatNothingIsWrong() {
        var visitor = browsers.atTheDesk().logsInAs("Betrieb");
        assertThat(visitor.opens("/betrieb")).isEqualTo(200);
        assertThat(visitor.reads()).doesNotContain("gestört").contains("Gremien und Sitze");
        assertThat(visitor.opens("/betrieb/session")).isEqualTo(200);
        assertThat(visitor.reads()).contains("Es ist nichts gestört").contains("rosters");
    }

    void whoGoesRoundTheGatewayGainsNothing() {
        var pages = new LinkedHashMap<Integer, String>();
        pages.put(1, "/api/membership/persons/mitglied-polizei");
        pages.put(2, "/eingang");
        pages.put(3, "/beitraege");
        pages.put(4, REPORT);
        pages.forEach((part, path) -> {
            assertThat(status(address(part, path))).as(path).isEqualTo(401);
            assertThat(status(address(part, path), "X-Forwarded-User", "geschaeftsstelle"))
                    .as(path)
                    .isEqualTo(401);
            assertThat(status(address(part, path), "Authorization", "Bearer e30.e30.e30"))
                    .as(path)
                    .isEqualTo(401);
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int status(URI address, String... headers) {
        var request = HttpRequest.newBuilder(address).header("Accept", "text/html");
        if (headers.length > 0) request.headers(headers);
        return send(request).statusCode();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
