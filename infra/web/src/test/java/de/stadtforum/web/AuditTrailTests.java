package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.Teller;
import de.stadtforum.testing.TestTokens;
import de.stadtforum.web.operated.Operated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;

@OperatedTest
class AuditTrailTests {
    private static final String AUDIT = "/api/session/operations/audit";
    private static final String PAGE = "/betrieb/session/protokoll";
    private static final String OPERATOR = TestTokens.of("betrieb", null, "operator");
    private static final String OFFICER = TestTokens.of("datenschutz", null, "data-protection");

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String ada = "p-ada-" + run;
    private final String vote = "v-" + run;
    private final String member = TestTokens.of("account-" + run, ada, "member:*");

    @LocalServerPort private int port;
    @Autowired private MongoDatabase database;
    @Autowired private MessageSource words;

    private Browser browser() {
        return new Browser(port);
    }

    @BeforeEach
    void aVoteIsOpen() throws Exception {
        Operated.NAMES.put(ada, "Ada Beispiel " + run);
        assertThat(browser().put("/api/session/votes/" + vote, "").status()).isEqualTo(201);
    }

    private Browser.Answer cast(String token, String choice) throws Exception {
        return browser()
                .as(token)
                .chunked(
                        "POST",
                        "/api/session/votes/" + vote + "/ballots",
                        "application/json",
                        "{\"choice\": \"" + choice + "\", \"comment\": \"Geheimes Wort\"}");
    }

    private List<JsonNode> lines(String query) throws Exception {
        var answer = browser().as(OPERATOR).get(AUDIT + query);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().at("/entries").spliterator(), false).toList();
    }

    private List<String> outcomesOf(String person) throws Exception {
        return lines("?person=" + person).stream()
                .map(line ->
                        line.at("/outcome").asString()
                                + (line.has("rule") ? " " + line.at("/rule").asString() : ""))
                .toList();
    }

    @Test
    void whoDidWhatWhenRefusedOrNot() throws Exception {
        assertThat(cast(member, "YES").status()).isEqualTo(200);
        assertThat(cast(member, "YES").status()).isEqualTo(200);
        assertThat(cast(member, "NO").status()).isEqualTo(409);
        assertThat(cast(member, "PERHAPS").status()).isEqualTo(400);
        var guest = TestTokens.of("account-" + run, ada, "group-guest:*");
        assertThat(cast(guest, "YES").status()).isEqualTo(403);

        await().atMost(Duration.ofSeconds(20)).until(() -> outcomesOf(ada).contains("DONE"));
        assertThat(outcomesOf(ada))
                .containsExactlyInAnyOrder(
                        "DONE",
                        "ACCEPTED",
                        "REFUSED ALREADY_CAST",
                        "REFUSED INVALID",
                        "REFUSED ROLE_NEEDED");
        var refused = lines("?aggregate=" + vote + "&person=" + ada).getFirst();
        assertThat(refused.at("/route").asString()).isEqualTo("/api/session/votes/{id}/ballots");
        assertThat(refused.at("/ids/id").asString()).isEqualTo(vote);
        assertThat(refused.at("/name").asString()).isEqualTo("Ada Beispiel " + run);
    }

    @Test
    void aFormThatIsRefusedIsFiledAllTheSame() throws Exception {
        cast(member, "YES");
        var type = "application/x-www-form-urlencoded";
        var answer =
                browser()
                        .as(member)
                        .chunked("POST", "/abstimmungen/" + vote + "/stimme", type, "choice=NO");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(outcomesOf(ada)).contains("REFUSED ALREADY_CAST");
    }

    @Test
    void howSomebodyVotedOrWhatSomebodyWroteIsFiledNowhere() throws Exception {
        cast(member, "NO");
        cast(member, "ABSTAIN");
        cast(member, "GEHEIM");
        await().atMost(Duration.ofSeconds(20)).until(() -> outcomesOf(ada).contains("DONE"));
        var filed = new ArrayList<Document>();
        for (var collection : List.of("journal", "audit"))
            database.getCollection(collection).find(new Document("person", ada)).into(filed);
        assertThat(filed).hasSize(3);
        assertThat(filed)
                .allSatisfy(document ->
                        assertThat(document.toJson())
                                .doesNotContain("\"NO\"", "ABSTAIN", "GEHEIM", "Geheimes", "YES"));
    }

    @Test
    void whoHasBeenErasedHasNoNameAnyLonger() throws Exception {
        cast(member, "YES");
        cast(member, "NO");
        assertThat(browser().as(OFFICER).get(AUDIT + "?person=" + ada).http().body())
                .contains("Ada Beispiel");

        Operated.NAMES.remove(ada);

        var json = browser().as(OFFICER).get(AUDIT + "?person=" + ada).http().body();
        assertThat(json).contains(ada).doesNotContain("Ada Beispiel", "account-" + run);
        var page = browser().as(OFFICER).get(PAGE + "?person=" + ada).http().body();
        assertThat(page).contains(ada).doesNotContain("Ada Beispiel", "account-" + run);
    }

    @Test
    void residentsAndBadTokensAreNotFiled() throws Exception {
        var before = database.getCollection("audit").countDocuments();
        assertThat(browser().post("/api/session/votes/" + vote + "/ballots").status())
                .isEqualTo(401);
        assertThat(cast(TestTokens.expired("eve", "member:*"), "YES").status()).isEqualTo(401);
        assertThat(database.getCollection("audit").countDocuments()).isEqualTo(before);
        var page = browser().as(OPERATOR).get(PAGE).page();
        assertThat(page.select("main").text())
                .containsPattern("wurden [1-9]\\d* ungültige Anmeldenachweise");
    }

    @Test
    void readingTheAuditIsALineOfItHoweverTheAddressIsSpelt() throws Exception {
        var officer = TestTokens.of("o-" + run, "p-o-" + run, "data-protection");
        browser().as(officer).get(AUDIT + "?person=" + ada);
        browser().as(officer).get(PAGE);
        browser().as(officer).get("/betrieb/session/%70rotokoll");
        browser().as(officer).get(AUDIT + "?after=x");
        browser().as(TestTokens.of("m-" + run, "p-o-" + run, "chair:*")).get(AUDIT);

        assertThat(outcomesOf("p-o-" + run))
                .containsExactlyInAnyOrder(
                        "READ", "READ", "READ", "REFUSED INVALID", "REFUSED ROLE_NEEDED");
        assertThat(lines("?aggregate=" + ada)).isNotEmpty(); // whom the reading was about
    }

    @ParameterizedTest
    @ValueSource(strings = {AUDIT, PAGE})
    void onlyOperatorsAndTheDataProtectionOfficerRead(String path) throws Exception {
        assertThat(browser().get(path).status()).isEqualTo(401);
        for (var role : Role.values()) {
            var may = role == Role.OPERATOR || role == Role.DATA_PROTECTION;
            var token = TestTokens.of("x", null, role.claim() + ":*");
            assertThat(browser().as(token).get(path).status())
                    .as(role.claim())
                    .isEqualTo(may ? 200 : 403);
        }
    }

    @Test
    void longAuditsComeInPages() throws Exception {
        for (var i = 0; i < 60; i++) cast(member, "NO" + i);
        var first = browser().as(OPERATOR).get(AUDIT + "?person=" + ada).json();
        assertThat(first.at("/entries").size()).isEqualTo(50);
        var next = first.at("/next").asString();
        assertThat(lines("?person=" + ada + "&after=" + next)).hasSize(10);

        var page = browser().as(OFFICER).get(PAGE + "?person=" + ada).page();
        assertThat(page.select(".sf-log > li")).hasSize(50);
        var link = page.select("main a.kern-btn--secondary").attr("href");
        assertThat(browser().as(OFFICER).get(link).page().select(".sf-log > li")).hasSize(10);
    }

    @Test
    void thePageSaysItInWords() throws Exception {
        cast(member, "YES");
        cast(member, "NO");
        cast(member, "PERHAPS");
        await().atMost(Duration.ofSeconds(20)).until(() -> outcomesOf(ada).contains("DONE"));
        var page = browser().as(OFFICER).get(PAGE + "?from=&to=&aggregate=&person=" + ada).page();
        assertThat(page.select("main").text())
                .contains(
                        "Ada Beispiel " + run,
                        "Stimme abgegeben (wie, steht nirgends)",
                        "abgelehnt",
                        "Angaben fehlten oder waren fehlerhaft.",
                        "§ 76 Abs. 4 BDSG");
        assertThat(page.select("main form label")).hasSize(4);
        assertThat(page.select("input[name=person]").attr("value")).isEqualTo(ada);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=gestern",
                "?from=2024-03-05&to=2024-03-04",
                "?from=%2B999999999-01-01",
                "?person=%00",
                "?person=Ada%20Beispiel",
                "?after=1",
                "?after=99999999999999999999.0"
            })
    void badQuestionsAreBadInput(String query) throws Exception {
        for (var path : List.of(AUDIT, PAGE))
            assertThat(browser().as(OPERATOR).get(path + query).status())
                    .as(path + query)
                    .isEqualTo(400);
    }

    @Test
    void everyFactHasWords() {
        for (var teller : Teller.values())
            for (var owner : teller.tells())
                for (var type : FactType.allOf(owner))
                    assertThat(
                                    words.getMessage(
                                            "fact." + type.replaceFirst("^de\\.stadtforum\\.", ""),
                                            null,
                                            "",
                                            Locale.GERMAN))
                            .as(type)
                            .isNotEmpty();
    }
}
