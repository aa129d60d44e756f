package de.stadtforum.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends real requests over TCP and reads what comes back.
record Browser(int port, String... headers) {
    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(http.body());
        }

        Document page() {
            return Jsoup.parse(http.body());
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// With one more header.
    Browser with(String name, String value) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return new Browser(port, all);
    }

    Browser as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Answer get(String path) throws Exception {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path) throws Exception {
        return send("POST", path, BodyPublishers.noBody());
    }

    Answer put(String path, String json) throws Exception {
        return with("Content-Type", "application/json")
                .send("PUT", path, BodyPublishers.ofString(json));
    }

    /// A body that does not say its length beforehand.
    Answer chunked(String method, String path, String type, String body) throws Exception {
        return with("Content-Type", type)
                .send(
                        method,
                        path,
                        BodyPublishers.ofInputStream(() ->
                                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }

    Answer send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .method(method, body);
        if (headers.length > 0) request.headers(headers);
        return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }
}
