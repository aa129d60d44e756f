package de.stadtforum.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends requests to the gateway over TCP and reads what comes back.
record Caller(int port, List<String> headers) {
    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String body() {
            return http.body();
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

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Caller(int port) {
        this(port, List.of());
    }

    /// With one more header.
    Caller with(String name, String value) {
        var all = new ArrayList<>(headers);
        all.add(name);
        all.add(value);
        return new Caller(port, all);
    }

    Answer get(String path) throws Exception {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer head(String path) throws Exception {
        return send("HEAD", path, BodyPublishers.noBody());
    }

    /// As it comes over the wire.
    HttpResponse<byte[]> bytes(String path) throws Exception {
        return CLIENT.send(
                request("GET", path, BodyPublishers.noBody()),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    Answer post(String path, String form) throws Exception {
        return with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, BodyPublishers.ofString(form));
    }

    /// A form that does not say its length beforehand.
    Answer chunked(String path, String form) throws Exception {
        var bytes = form.getBytes(StandardCharsets.UTF_8);
        return with("Content-Type", "application/x-www-form-urlencoded")
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    /// A form with a file, which says its length beforehand or does not.
    Answer file(String path, String file, boolean chunked) throws Exception {
        var bytes = file.getBytes(StandardCharsets.UTF_8);
        return with("Content-Type", "multipart/form-data; boundary=x")
                .send(
                        "POST",
                        path,
                        chunked
                                ? BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(bytes))
                                : BodyPublishers.ofByteArray(bytes));
    }

    /// A path that no decent client would send, as it stands.
    String raw(String path) throws IOException {
        return rawAt(path, "localhost");
    }

    /// As if the gateway stood elsewhere.
    String rawAt(String path, String host) throws IOException {
        return rawText(
                "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host));
    }

    /// Whatever it may mean; what came back until the gateway closed.
    String rawText(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Answer send(String method, String path, BodyPublisher body) throws Exception {
        return new Answer(
                CLIENT.send(request(method, path, body), HttpResponse.BodyHandlers.ofString()));
    }

    private HttpRequest request(String method, String path, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                        .method(method, body);
        if (!headers.isEmpty()) request.headers(headers.toArray(String[]::new));
        return request.build();
    }
}
