package de.stadtforum.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the public interfaces in the name of an account and at some time of the demo year; the empty account is a resident without a login.
///
/// Each command may be sent again: the platform answers as the first time. So whatever is away is waited for, and after a
/// crash the whole year is simply told again.
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration HEARSAY = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final JsonMapper json = JsonMapper.shared();
    private final URI gateway;
    private final Map<String, String> tokens = new TreeMap<>();
    private int commands;

    Client(URI gateway, Path tokens) {
        this.gateway = gateway;
        for (var entry : json.readTree(tokens.toFile()))
            this.tokens.put(entry.get("account").asString(), entry.get("token").asString());
    }

    /// How many commands were acknowledged.
    int commands() {
        return commands;
    }

    /// Creates something, or finds it there; what takes its time is waited for.
    void put(String as, Instant at, String path, Object body) {
        accepted(as, at, "PUT", path, body);
    }

    void post(String as, Instant at, String path, Object body) {
        accepted(as, at, "POST", path, body);
    }

    /// A command that the rules must refuse.
    ///
    /// @throws DemoFailed when it is accepted or another rule refuses it
    void refused(String as, Instant at, String path, Object body, String rule) {
        var answer = send(as, at, "POST", path, body);
        var refusal =
                answer.statusCode() == 409
                        ? json.readTree(answer.body()).path("rule").asString("")
                        : "";
        if (!refusal.equals(rule))
            throw new DemoFailed(path + " must be refused by " + rule + ", but: " + said(answer));
    }

    /// Reads until the answer is as expected: facts take a moment from one service to another.
    JsonNode await(String as, String path, Predicate<JsonNode> expected) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = send(as, null, "GET", path, null);
            if (answer.statusCode() == 200) {
                var tree = json.readTree(answer.body());
                if (expected.test(tree)) return tree;
            }
            if (System.nanoTime() > until)
                throw new DemoFailed(
                        "GET " + path + " does not become as expected: " + said(answer));
            pause();
        }
    }

    private void accepted(String as, Instant at, String method, String path, Object body) {
        var answer = send(as, at, method, path, body);
        var until = System.nanoTime() + HEARSAY.toNanos();
        while ((answer.statusCode() == 404 || answer.statusCode() == 409)
                && System.nanoTime() < until) {
            pause(); // what another service told may not have been heard yet
            answer = send(as, at, method, path, body);
        }
        if (answer.statusCode() / 100 != 2)
            throw new DemoFailed(
                    method
                            + " "
                            + path
                            + " "
                            + json.writeValueAsString(body)
                            + ": "
                            + said(answer));
        commands++;
        if (answer.statusCode() == 202)
            answer.headers()
                    .firstValue("Location")
                    .ifPresent(where ->
                            await(as, where, job -> job.path("state").asString("").equals("DONE")));
    }

    private HttpResponse<String> send(
            String as, @Nullable Instant at, String method, String path, @Nullable Object body) {
        var request =
                HttpRequest.newBuilder(gateway.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Accept", "application/json");
        if (!as.isEmpty()) request.header("Authorization", "Bearer " + token(as));
        if (at != null) request.header("X-Stadtforum-Time", at.toString());
        if (body == null) request.method(method, BodyPublishers.noBody());
        else
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(json.writeValueAsString(body)));
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = http.send(request.build(), BodyHandlers.ofString());
                if (!isAway(answer.statusCode()) || System.nanoTime() > until) return answer;
            } catch (IOException away) {
                if (System.nanoTime() > until)
                    throw new DemoFailed(method + " " + path + ": nobody answers (" + away + ")");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new DemoFailed("interrupted");
            }
            pause();
        }
    }

    private static boolean isAway(int status) {
        return status == 502 || status == 503 || status == 504 || status == 429;
    }

    private String token(String as) {
        var token = tokens.get(as);
        if (token == null) throw new DemoFailed("nobody has the account " + as + " in tokens.json");
        return token;
    }

    private static String said(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted");
        }
    }
}
