package de.stadtforum.session;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.TestTokens;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the service as programs and browsers do, with a token where somebody is logged in.
public final class Client {
    public static final String OFFICE = TestTokens.of("office", null, "secretariat:*", "chair:*");
    public static final String MINUTES = TestTokens.of("minutes", null, "minute-taker:*");

    private final MockMvc mvc;
    private final JsonMapper json;

    Client(MockMvc mvc, JsonMapper json) {
        this.mvc = mvc;
        this.json = json;
    }

    public record Answer(int status, String body) {
        public Answer is(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }

        /// Refused by a rule.
        public void isRefused(String rule) {
            is(409);
            assertThat(body).contains("\"rule\":\"" + rule + "\"");
        }
    }

    public Answer put(String token, String path, String body) {
        return send(MockMvcRequestBuilders.put("/api/session" + path), token, body);
    }

    public Answer post(String token, String path, String body) {
        return send(MockMvcRequestBuilders.post("/api/session" + path), token, body);
    }

    public Answer get(String token, String path) {
        return send(MockMvcRequestBuilders.get("/api/session" + path), token, null);
    }

    public JsonNode read(String token, String path) {
        return json.readTree(get(token, path).is(200).body);
    }

    public Answer form(String token, String path, String... fields) {
        var request = MockMvcRequestBuilders.post(path);
        for (var i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return perform(request.contentType(MediaType.APPLICATION_FORM_URLENCODED), token);
    }

    /// A form with a file in its field `file`.
    public Answer file(String token, String path, String name, byte[] content) {
        var file = new MockMultipartFile("file", name, null, content);
        return perform(MockMvcRequestBuilders.multipart(path).file(file), token);
    }

    public Document page(String token, String path) {
        return Jsoup.parse(
                perform(MockMvcRequestBuilders.get(path).accept(MediaType.TEXT_HTML), token)
                        .is(200)
                        .body);
    }

    /// Whatever the answer is.
    public Answer look(String token, String path) {
        return perform(MockMvcRequestBuilders.get(path).accept(MediaType.TEXT_HTML), token);
    }

    public static String member(String person) {
        return TestTokens.of("account-" + person, person, "member:vollversammlung");
    }

    private Answer send(MockHttpServletRequestBuilder request, String token, String body) {
        request.contentType(MediaType.APPLICATION_JSON);
        if (body != null) request.content(body.replace('\'', '"'));
        return perform(request, token);
    }

    private Answer perform(AbstractMockHttpServletRequestBuilder<?> request, String token) {
        if (token != null) request.header("Authorization", "Bearer " + token);
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            response.setCharacterEncoding("UTF-8");
            var target = response.getHeader("Location");
            var cookie = response.getHeader("Set-Cookie");
            return new Answer(
                    response.getStatus(),
                    response.getContentAsString()
                            + (target == null ? "" : " Location: " + target)
                            + (cookie == null ? "" : " Set-Cookie: " + cookie));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
