package de.stadtforum.lab;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.city.City;
import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.Teller;
import de.stadtforum.lab.concepts.Concept;
import de.stadtforum.testing.TestPlatform;
import de.stadtforum.testing.TestTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// The service as its callers see it: residents, the lab team, moderators, the secretariat.
public final class Portal {
    public static final String RESIDENT = "";
    public static final String TEAM = TestTokens.of("team", null, "lab-team:*");
    public static final String TEAM_OF_EVING = TestTokens.of("eving", null, "lab-team:eving");
    public static final String MODERATOR = TestTokens.of("moderation", null, "moderator:*");
    public static final String SECRETARIAT = TestTokens.of("office", null, "secretariat:*");

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final MockMvc mvc;
    private final City city;

    Portal(MockMvc mvc, City city) {
        this.mvc = mvc;
        this.city = city;
    }

    public static String fresh(String prefix) {
        return prefix + "-" + NUMBER.incrementAndGet();
    }

    public MockHttpServletResponse put(String token, String path, String json) {
        return send(MockMvcRequestBuilders.put(path), token, json);
    }

    public MockHttpServletResponse post(String token, String path, String json) {
        return send(MockMvcRequestBuilders.post(path), token, json);
    }

    public MockHttpServletResponse read(String token, String path) {
        return perform(MockMvcRequestBuilders.get(path), token);
    }

    /// An address with signs that a template would not take.
    public MockHttpServletResponse read(String token, URI address) {
        return perform(MockMvcRequestBuilders.get(address), token);
    }

    /// What stands on all pages of a list.
    public String all(String token, String list) {
        var text = new StringBuilder();
        for (var path = list; !path.isEmpty(); ) {
            var page = page(token, path);
            text.append(page.text());
            path = page.select("main nav a[href*='ab=']").attr("href");
        }
        return text.toString();
    }

    public MockHttpServletResponse form(String token, String path, String... fields) {
        var request =
                MockMvcRequestBuilders.post(path)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (var i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return perform(request, token);
    }

    public Document page(String token, String path) {
        var response = read(token, path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return document(response);
    }

    public static Document document(MockHttpServletResponse response) {
        return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    public static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /// Lays a concept before all bodies, so that labs may open from the given date on.
    public void presentConcept(String on) {
        var id = fresh("konzept");
        accepted(
                put(
                        TEAM,
                        "/api/lab/concepts/" + id,
                        "{'edition':%d,'on':'2024-01-15'}".formatted(NUMBER.get())));
        for (var statement : Concept.REQUIRED)
            accepted(
                    post(
                            TEAM,
                            "/api/lab/concepts/" + id + "/statements",
                            "{'statement':'%s','text':'So wird es gemacht.'}"
                                    .formatted(statement)));
        for (var body : city.bodiesBefore())
            accepted(
                    post(
                            TEAM,
                            "/api/lab/concepts/" + id + "/present",
                            "{'body':'%s','on':'%s','paper':'30123-24'}".formatted(body, on)));
    }

    /// The id of the contribution that a form with this key makes.
    public static String sentWith(String key) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return "b-" + HexFormat.of().formatHex(hash).substring(0, 32);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public String plannedLab(String district) {
        var id = fresh("lab-" + district);
        accepted(
                put(
                        TEAM,
                        "/api/lab/labs/" + id,
                        "{'district':'%s','neighbourhood':'Lindenhorst','date':'2024-05-04','place':'HERE'}"
                                .formatted(district)));
        return id;
    }

    public String openedLab(String district) {
        var id = plannedLab(district);
        accepted(
                post(
                        SECRETARIAT,
                        "/api/lab/labs/" + id + "/go-ahead",
                        "{'reason':'Die Bezirksvertretung tagt erst im Mai.','on':'2024-03-01'}"));
        accepted(post(TEAM, "/api/lab/labs/" + id + "/open", "{'on':'2024-04-01'}"));
        return id;
    }

    public String contribution(String lab, String text) {
        var id = fresh("beitrag");
        accepted(
                put(
                        RESIDENT,
                        "/api/lab/contributions/" + id,
                        "{'lab':'%s','channel':'ONLINE','text':'%s','on':'2024-06-20'}"
                                .formatted(lab, text)));
        return id;
    }

    public static void accepted(MockHttpServletResponse response) {
        assertThat(response.getStatus()).as(text(response)).isIn(200, 201);
    }

    private MockHttpServletResponse send(
            MockHttpServletRequestBuilder request, String token, String json) {
        return perform(
                request.contentType(MediaType.APPLICATION_JSON).content(json.replace('\'', '"')),
                token);
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, String token) {
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /// A fact of another service.
    public static void tell(
            String aggregate, long sequence, Class<? extends Fact> owner, Fact fact) {
        var envelope =
                new Envelope(
                        UUID.randomUUID().toString(),
                        "/dortmund/session",
                        FactType.of(fact.getClass()),
                        aggregate,
                        Instant.parse("2024-06-12T10:00:00Z"),
                        sequence,
                        null);
        var message =
                new ProducerRecord<>(
                        Teller.topicOf(owner).name(),
                        aggregate,
                        FactMapper.create().writeValueAsBytes(fact));
        envelope.toHeaders()
                .forEach((name, value) ->
                        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestPlatform.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(message);
        }
    }
}
