package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.testing.TestPlatform;
import de.stadtforum.testing.TestTokens;
import de.stadtforum.web.operated.Turnout;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What an operator sees and does, by forms alone: there is no script.
@OperatedTest
class OperationsPagesTests {
    private static final String HOME = "/betrieb/session";
    private static final String OPERATOR = TestTokens.of("betrieb", "p-betrieb", "operator");
    private static final String BALLOT = FactType.of(BallotCast.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final String vote = "v-" + UUID.randomUUID().toString().substring(0, 8);

    @LocalServerPort private int port;
    @Autowired private Feed<Turnout> turnout;
    @Autowired private MongoDatabase database;

    private Browser operator() {
        return new Browser(port, "Accept", "text/html").as(OPERATOR);
    }

    private JsonNode api(String path) throws Exception {
        return new Browser(port).as(OPERATOR).get("/api/session/operations" + path).json();
    }

    private Document page() throws Exception {
        return operator().get(HOME).page();
    }

    private void send(long sequence, String type, String id, String json) throws Exception {
        Map<String, Object> kafka = Map.of("bootstrap.servers", TestPlatform.bootstrapServers());
        try (var producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            var message = new ProducerRecord<>("stadtforum.session", vote, json);
            new Envelope(id, "/dortmund/session", type, vote, Instant.now(), sequence, null)
                    .toHeaders()
                    .forEach((name, value) ->
                            message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get();
        }
    }

    private void ballot(long sequence) throws Exception {
        send(sequence, BALLOT, vote + "-" + sequence, "{}");
    }

    private Element stuck() throws Exception {
        return page().selectFirst("section[data-aggregate=" + vote + "]");
    }

    private Element awaitStuck() {
        await().atMost(PATIENCE).until(() -> stuck() != null);
        try {
            return stuck();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /// Presses the button of a form, as a browser does.
    private Browser.Answer press(Element form) throws Exception {
        var fields =
                form.select("input, textarea").stream()
                        .map(input ->
                                input.attr("name")
                                        + "="
                                        + URLEncoder.encode(
                                                input.is("textarea")
                                                        ? "Beim Test verloren"
                                                        : input.val(),
                                                StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        var action = form.attr("action");
        assertThat(action).as("else a browser posts to the address with its query").isNotEmpty();
        return form.attr("method").equals("get")
                ? operator().get(action + "?" + fields)
                : operator().chunked("POST", action, "application/x-www-form-urlencoded", fields);
    }

    private static Element form(Element place, String action) {
        var form = place.selectFirst("form[action=" + HOME + "/" + action + "]");
        assertThat(form).as(action).isNotNull();
        return form;
    }

    /// The other tests find nothing left behind.
    @AfterEach
    void tidy() throws Exception {
        for (var it = stuck(); it != null; it = stuck()) {
            var upTo = it.selectFirst("input[name=sequence]");
            if (upTo == null) press(form(it, "abhaken"));
            else
                operator()
                        .chunked(
                                "POST",
                                HOME + "/verwerfen",
                                "application/x-www-form-urlencoded",
                                "feed=turnout&aggregate="
                                        + vote
                                        + "&sequence="
                                        + upTo.val()
                                        + "&reason=Aufgeräumt");
        }
    }

    @Test
    void aGapIsNamedAndDroppedAfterBeingAsked() throws Exception {
        ballot(1);
        ballot(4);
        ballot(5);
        assertThat(awaitStuck().text())
                .contains("Es fehlen die Meldungen 2 und 3; spätere warten darauf.");
        assertThat(page().select("#stoerungen").text())
                .contains(
                        "Lücke in der Kopie „Abgegebene Stimmen“: Bei Vorgang "
                                + vote
                                + " fehlt Meldung 2.");
        var health = new Browser(port).get("/actuator/health");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.json().at("/components/facts/details/gap").toString())
                .contains("feed turnout stops at " + vote + " 2");

        var asked = press(form(stuck(), "verwerfen"));
        assertThat(asked.page().select("main").text())
                .contains(
                        "2 Meldungen des Vorgangs "
                                + vote
                                + ", die letzte mit der Nummer 3, fehlen dann für immer");
        assertThat(turnout.find(vote)).contains(new Turnout(1)); // asking alone does nothing

        var done = press(asked.page().selectFirst("main form"));
        assertThat(done.status()).isEqualTo(303);
        assertThat(turnout.find(vote)).contains(new Turnout(3));
        assertThat(stuck()).isNull();
        var notice = done.header("Set-Cookie").replaceFirst(";.*", "");
        assertThat(
                        operator()
                                .with("Cookie", notice)
                                .get(done.header("Location"))
                                .page()
                                .select(".sf-notice")
                                .text())
                .contains("Verworfen");
        assertThat(page().select("#verworfen").text())
                .contains("2 Meldungen bis 3 des Vorgangs " + vote, "Beim Test verloren");
        var audit = api("/audit?aggregate=" + vote).at("/entries/0");
        assertThat(audit.at("/route").asString()).isEqualTo(HOME + "/verwerfen");
        assertThat(audit.at("/person").asString()).isEqualTo("p-betrieb");
        assertThat(audit.at("/outcome").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void whatCannotBeReadStaysUntilItCan() throws Exception {
        send(1, FactType.of(VoteOpened.class), vote + "-1", "{not json");
        ballot(2);
        assertThat(awaitStuck().text()).contains("Meldung 1 ist nicht lesbar.");
        assertThat(press(form(stuck(), "wiederholen")).status()).isEqualTo(303);
        assertThat(stuck()).isNotNull();
    }

    @Test
    void aDivergenceIsNamedAndTakenOffTheList() throws Exception {
        ballot(1);
        await().atMost(PATIENCE).until(() -> turnout.find(vote).isPresent());
        send(1, BALLOT, "another", "{}");
        assertThat(awaitStuck().text()).contains("zwei verschiedene Meldungen");
        assertThat(page().select("#stoerungen").text())
                .contains("Unter der Nummer 1 des Vorgangs " + vote);
        assertThat(press(form(stuck(), "abhaken")).status()).isEqualTo(303);
        assertThat(stuck()).isNull();
    }

    @Test
    void aFeedIsRebuiltWhileThePageSaysHowFarItIs() throws Exception {
        ballot(1);
        await().atMost(PATIENCE).until(() -> turnout.find(vote).isPresent());
        var before = page().select("#feed-turnout time").attr("datetime");

        assertThat(press(form(page(), "neu-aufbauen")).status()).isEqualTo(303);
        assertThat(page().select("#feed-turnout progress")).hasSize(1);
        assertThat(page().select("#feed-turnout form")).isEmpty(); // once is enough

        await().atMost(PATIENCE)
                .until(() -> page().select("#feed-turnout").text().contains("Zuletzt aufgebaut"));
        assertThat(page().select("#feed-turnout time").attr("datetime")).isNotEqualTo(before);
        assertThat(turnout.find(vote)).contains(new Turnout(1));
        var rebuild = api("").at("/feeds/0/rebuild");
        assertThat(rebuild.at("/state").asString()).isEqualTo("DONE");
        assertThat(rebuild.at("/read").asLong())
                .isPositive()
                .isEqualTo(rebuild.at("/all").asLong());
    }

    @Test
    void whatARebuildUnderWayCannotTakeIsNotYetTheFeeds() throws Exception {
        ballot(3);
        awaitStuck();
        var letters = database.getCollection("dead_letters");
        var letter = letters.find(new org.bson.Document("aggregate", vote)).first();
        assertThat(letter).isNotNull();
        var shadow = "turnout~" + UUID.randomUUID() + "~1";
        letters.insertOne(letter.append("_id", shadow + "/x/0/0").append("feed", shadow));
        try {
            var answer = operator().get(HOME);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.page().select("section[data-aggregate=" + vote + "]")).hasSize(1);
        } finally {
            letters.deleteMany(new org.bson.Document("feed", shadow));
        }
    }

    @Test
    void saysHowManyWaitAndHowFarEachFeedIsBehind() throws Exception {
        ballot(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    var page = page();
                    assertThat(page.select("#wartend strong").text()).isEqualTo("0");
                    assertThat(page.select("#rueckstand strong").text()).isEqualTo("0");
                    assertThat(page.select("#feed-turnout").text())
                            .contains(
                                    "Meldungen über Abstimmungen",
                                    "stadtforum.session",
                                    "Alles gelesen");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "wiederholen, feed=nobody&aggregate=a",
        "verwerfen, feed=turnout&aggregate=a&sequence=0",
        "verwerfen, feed=turnout&aggregate=a&sequence=5000",
        "verwerfen, feed=turnout&aggregate=a",
        "neu-aufbauen, feed=nobody",
        "abhaken, x=1"
    })
    void badInputIsRefused(String action, String fields) throws Exception {
        var answer =
                operator()
                        .chunked(
                                "POST",
                                HOME + "/" + action,
                                "application/x-www-form-urlencoded",
                                fields);
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void isForOperatorsOnly() throws Exception {
        for (var role : Role.values()) {
            var token = TestTokens.of("x", null, role.claim() + ":*");
            var expected = role == Role.OPERATOR ? 200 : 403;
            assertThat(new Browser(port).as(token).get(HOME).status())
                    .as(role.claim())
                    .isEqualTo(expected);
            if (role != Role.OPERATOR)
                for (var action :
                        new String[] {"wiederholen", "verwerfen", "abhaken", "neu-aufbauen"})
                    assertThat(new Browser(port).as(token).post(HOME + "/" + action).status())
                            .as(role.claim() + " " + action)
                            .isEqualTo(403);
        }
        assertThat(new Browser(port).get(HOME).status()).isEqualTo(401);
    }
}
