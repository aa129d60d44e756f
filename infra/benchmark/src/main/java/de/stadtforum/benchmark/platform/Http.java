package de.stadtforum.benchmark.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Single requests to programs on this machine, beside the load.
public final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(1))
                    .build();

    private Http() {}

    public static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpRequest.Builder to(int port, String path) {
        return HttpRequest.newBuilder(address(port, path)).timeout(Duration.ofSeconds(30));
    }

    /// The answer's status, or 0 where nobody answers.
    public static int status(int port, String path) {
        try {
            return get(port, path).statusCode();
        } catch (UncheckedIOException nobody) {
            return 0;
        }
    }

    public static HttpResponse<String> get(int port, String path) {
        return send(to(port, path).build());
    }

    public static HttpResponse<String> get(int port, String path, @Nullable String token) {
        var request = to(port, path);
        if (token != null) request.header("Authorization", "Bearer " + token);
        return send(request.build());
    }

    /// A command that must be accepted.
    public static void command(
            int port, String token, String method, String path, Map<String, ?> command) {
        var request =
                to(port, path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(command)))
                        .build();
        var answer = send(request);
        if (answer.statusCode() / 100 != 2)
            throw new IllegalStateException(
                    method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }

    /// A form with a file in its field `file`, which must be taken.
    ///
    /// @return the answer
    public static String file(int port, String token, String path, String name, byte[] content) {
        var end = "----stadtforum";
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                        .formatted(end, name);
        var request =
                to(port, path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=" + end)
                        .POST(
                                BodyPublishers.concat(
                                        BodyPublishers.ofString(head),
                                        BodyPublishers.ofByteArray(content),
                                        BodyPublishers.ofString("\r\n--" + end + "--\r\n")))
                        .build();
        var answer = send(request);
        if (answer.statusCode() / 100 != 2)
            throw new IllegalStateException(
                    path + ": " + answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
