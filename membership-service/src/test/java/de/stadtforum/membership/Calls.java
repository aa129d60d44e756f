package de.stadtforum.membership;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.TestTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls of the interface and of pages in the name of somebody with these roles; without any, of a resident.
///
/// @param account at the identity provider; nothing of a resident
record Calls(MockMvc mvc, String account, List<String> roles) {
    private static final String API = "/api/membership/";

    record Answer(int status, JsonNode body) {
        Answer expect(int expected) {
            assertThat(status).as("%s", body).isEqualTo(expected);
            return this;
        }

        void refused(String rule) {
            expect(409);
            assertThat(body.path("rule").asString("")).isEqualTo(rule);
            assertThat(body.path("detail").asString("")).as("words for %s", rule).isNotBlank();
        }
    }

    Calls(MockMvc mvc, List<String> roles) {
        this(mvc, roles.isEmpty() ? "" : "account", roles);
    }

    Calls as(String... others) {
        return new Calls(mvc, List.of(others));
    }

    /// Somebody with a login of his or her own, and no role from the directory.
    Calls loggedInAs(String other) {
        return new Calls(mvc, other, List.of());
    }

    /// Json with single quotes, which Java reads more easily.
    Answer put(String path, String json) {
        return json(
                send(
                        MockMvcRequestBuilders.put(API + path)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.replace('\'', '"'))));
    }

    Answer post(String path, String json) {
        return json(
                send(
                        MockMvcRequestBuilders.post(API + path)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.replace('\'', '"'))));
    }

    Answer get(String path) {
        return json(send(MockMvcRequestBuilders.get(URI.create(API + path))));
    }

    Document page(String path) {
        var response =
                send(MockMvcRequestBuilders.get(URI.create(path)).accept(MediaType.TEXT_HTML));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(text(response));
    }

    int status(String path) {
        return look(path).getStatus();
    }

    MockHttpServletResponse look(String path) {
        return send(MockMvcRequestBuilders.get(URI.create(path)).accept(MediaType.TEXT_HTML));
    }

    /// @param fields name, value, name, value …
    MockHttpServletResponse form(String path, String... fields) {
        var request =
                MockMvcRequestBuilders.request(HttpMethod.POST, path)
                        .accept(MediaType.TEXT_HTML)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (var field = 0; field < fields.length; field += 2)
            request.param(fields[field], fields[field + 1]);
        return send(request);
    }

    static Document read(MockHttpServletResponse response) {
        return Jsoup.parse(text(response));
    }

    /// Whatever is answered, as it stands.
    String raw(String path) {
        return text(
                send(
                        MockMvcRequestBuilders.get(URI.create(path))
                                .accept(MediaType.TEXT_HTML, MediaType.ALL)));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        if (!account.isEmpty())
            request.header(
                    HttpHeaders.AUTHORIZATION,
                    "Bearer " + TestTokens.of(account, null, roles.toArray(String[]::new)));
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Answer json(MockHttpServletResponse response) {
        return new Answer(response.getStatus(), JsonMapper.shared().readTree(text(response)));
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
