package de.stadtforum.testing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/// What came back; of a stream of events, which has no end, only its head: it is closed as soon as that is there.
record Answer(int status, HttpHeaders headers, String body) {
    static Answer to(HttpRequest request, HttpClient client)
            throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            var type = answer.headers().firstValue("Content-Type").orElse("");
            var text = type.startsWith("text/event-stream") ? new byte[0] : body.readAllBytes();
            return new Answer(
                    answer.statusCode(),
                    answer.headers(),
                    new String(text, StandardCharsets.UTF_8));
        }
    }
}
