package de.stadtforum.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tries every line of a matrix over HTTP on the running service: without a login, with a login alone, with every role where it was given and
/// elsewhere, and with a forged token. What is sent is empty, so that what is allowed (neither 401 nor 403) changes nothing.
public final class RightsTrial {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)(:[^}]*)?}");
    private static final String ELSEWHERE = "elsewhere";
    private static final int AT_ONCE = 8;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// Something real that a path names.
    private record Thing(String id, String scope, Map<String, String> scopes) {}

    private record Caller(String words, @Nullable String token) {}

    private final int port;
    private final RightsMatrix matrix;
    private final Map<Class<?>, Thing> things = new LinkedHashMap<>();
    private final Map<String, String> bodies = new LinkedHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private RightsTrial(int port, RightsMatrix matrix) {
        this.port = port;
        this.matrix = matrix;
    }

    public static RightsTrial of(int port, RightsMatrix matrix) {
        return new RightsTrial(port, matrix);
    }

    /// There is one of this kind, and roles count that were given for the scope.
    public RightsTrial there(Class<?> kind, String id, String scope) {
        things.put(kind, new Thing(id, scope, new LinkedHashMap<>()));
        return this;
    }

    /// For this kind that role counts where it was given for another scope.
    public RightsTrial but(Class<?> kind, String role, String scope) {
        thing(kind).scopes.put(role, scope);
        return this;
    }

    /// A good body, for an endpoint where the body says which scope it is; it is sent by those only who may not.
    public RightsTrial sending(String endpoint, String body) {
        if (matrix.endpoints().stream().noneMatch(each -> each.name().equals(endpoint)))
            throw new AssertionError("no endpoint " + endpoint);
        bodies.put(endpoint, body.replace('\'', '"'));
        return this;
    }

    /// @return how many tries there were
    public int run() {
        var wrong = new ArrayList<String>();
        var tries = new ArrayList<Future<@Nullable String>>();
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var endpoint : matrix.endpoints())
                for (var trial : trials(endpoint)) tries.add(pool.submit(trial));
            for (var each : tries) {
                var answer = each.get();
                if (answer != null) wrong.add(answer);
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
        if (!wrong.isEmpty())
            throw new AssertionError(
                    wrong.size()
                            + " of "
                            + tries.size()
                            + " tries went otherwise than the matrix says:\n"
                            + String.join("\n", wrong));
        return tries.size();
    }

    private List<Callable<@Nullable String>> trials(Endpoint endpoint) {
        var all = new ArrayList<Callable<@Nullable String>>();
        var resident = new Caller("without a login", null);
        all.add(() -> attempt(endpoint, resident, endpoint.isOpen() ? 200 : 401, ""));
        var forged = new Caller("with a forged token", forged());
        all.add(() -> attempt(endpoint, forged, 401, ""));
        var nobody = new Caller("with a login alone", TestTokens.of("trial-nobody", null));
        all.add(() -> attempt(endpoint, nobody, endpoint.loginAlone() ? 200 : 403, ""));
        for (var role : RightsMatrix.ROLES) {
            var may = endpoint.isFor(role);
            var here = caller(role, scope(endpoint, role));
            all.add(() -> attempt(endpoint, here, may ? 200 : 403, ""));
            if (endpoint.isOpen()) continue; // a scope changes nothing
            var elsewhere = caller(role, ELSEWHERE);
            var anywhere = may && !endpoint.looksWhere();
            var body = may && !anywhere && endpoint.kind() == null ? body(endpoint) : "";
            all.add(() -> attempt(endpoint, elsewhere, anywhere ? 200 : 403, body));
        }
        return all;
    }

    private String scope(Endpoint endpoint, String role) {
        if (endpoint.kind() == null) return "here";
        var thing = thing(endpoint.kind());
        return thing.scopes.getOrDefault(role, thing.scope);
    }

    private Thing thing(Class<?> kind) {
        var thing = things.get(kind);
        if (thing == null) throw new AssertionError("the test gives no " + kind.getSimpleName());
        return thing;
    }

    private String body(Endpoint endpoint) {
        var body = bodies.get(endpoint.name());
        if (body == null) throw new AssertionError("the test gives no body for " + endpoint.name());
        return body;
    }

    private Caller caller(String role, String scope) {
        var given = role + ":" + scope;
        return new Caller(
                "as " + given,
                tokens.computeIfAbsent(given, it -> TestTokens.of("trial-" + role, null, it)));
    }

    /// Signed with a key that only looks right.
    private String forged() {
        var good = caller("operator", "*").token;
        if (good == null) throw new IllegalStateException();
        var signature = good.substring(good.lastIndexOf('.') + 1);
        return good.substring(0, good.lastIndexOf('.') + 1)
                + new StringBuilder(signature).reverse();
    }

    /// @param expected 401, 403, or 200 for anything else that is no failure
    private @Nullable String attempt(Endpoint endpoint, Caller caller, int expected, String body)
            throws IOException, InterruptedException {
        var forPrograms = endpoint.path().startsWith("/api/");
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path(endpoint)))
                        .timeout(Duration.ofSeconds(20))
                        .header("Accept", forPrograms ? "application/json" : "text/html, */*")
                        .method(
                                endpoint.method().equals("ANY") ? "GET" : endpoint.method(),
                                BodyPublishers.ofString(body));
        if (!endpoint.method().equals("GET"))
            request.header(
                    "Content-Type",
                    forPrograms ? "application/json" : "application/x-www-form-urlencoded");
        if (caller.token != null) request.header("Authorization", "Bearer " + caller.token);
        var answer = Answer.to(request.build(), CLIENT);
        var status = answer.status();
        var refused = status == 401 || status == 403;
        if (refused ? status == expected : expected == 200 && status != 500) return null;
        return "  %s %s: %s instead of %s, %s"
                .formatted(
                        endpoint.name(),
                        caller.words,
                        status,
                        expected == 200 ? "allowed" : String.valueOf(expected),
                        answer.body().lines().limit(1).findFirst().orElse(""));
    }

    private String path(Endpoint endpoint) {
        if (endpoint.path().equals("/**")) return "/stil/stadtforum.css";
        return VARIABLE.matcher(endpoint.path())
                .replaceAll(it ->
                        Matcher.quoteReplacement(
                                endpoint.kind() != null && it.group(1).equals(endpoint.variable())
                                        ? thing(endpoint.kind()).id
                                        : "some"))
                .replace("/**", "/some");
    }
}
