package de.stadtforum.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Throws what nobody should send at every operation of a service's interface, as the checked-in OpenAPI document describes it: right and wrong
/// types, odd signs, far days, missing and unknown fields, as any role. Whatever comes, the service answers and never with a failure of its own.
///
/// The same seed throws the same.
public final class Fuzz {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> ODD =
            List.of(
                    "",
                    " ",
                    "\u200b",
                    "\u202eoben",
                    "a\u0000b",
                    "\ud83d\ude42",
                    "\ufffe",
                    "null",
                    "-1",
                    "%00",
                    "../..",
                    "$ne",
                    "{\"$gt\":\"\"}",
                    "<script>alert(1)</script>",
                    "9".repeat(400),
                    "x".repeat(12_000),
                    "2024-02-30",
                    "1024-01-01",
                    "9999-12-31",
                    "2024-03-05T25:00:00Z",
                    "+999999999-12-31T23:59:59Z");
    private static final int MOST_DEEP = 6;

    private record Operation(String method, String path, @Nullable JsonNode body) {}

    private final int port;
    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final List<String> ids = new ArrayList<>(List.of("some", "*", "a b"));
    private final Random random;

    private Fuzz(int port, JsonNode document, long seed) {
        this.port = port;
        this.document = document;
        this.random = new Random(seed);
    }

    /// @param openApi the checked-in document
    public static Fuzz of(int port, Path openApi, long seed) {
        var fuzz = new Fuzz(port, JSON.readTree(openApi), seed);
        fuzz.document
                .at("/paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(each ->
                                        fuzz.operations.add(
                                                new Operation(
                                                        each.getKey()
                                                                .toUpperCase(java.util.Locale.ROOT),
                                                        path.getKey(),
                                                        fuzz.bodyOf(each.getValue())))));
        return fuzz;
    }

    /// What is there, so that not every path leads nowhere.
    public Fuzz knowing(String... there) {
        ids.addAll(List.of(there));
        return this;
    }

    /// @return how often each status was answered
    public Map<Integer, Integer> run(int times) throws IOException, InterruptedException {
        if (operations.isEmpty()) throw new AssertionError("no operation to throw at");
        var answers = new TreeMap<Integer, Integer>();
        var wrong = new ArrayList<String>();
        for (var i = 0; i < times; i++) {
            var operation = any(operations);
            var body =
                    operation.body == null ? "" : JSON.writeValueAsString(value(operation.body, 0));
            if (random.nextInt(20) == 0) body = body.substring(body.length() / 2);
            var path =
                    operation.path.replaceAll(
                            "\\{[^}]*}",
                            URLEncoder.encode(any(ids), StandardCharsets.UTF_8)
                                    .replace("+", "%20"));
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(20))
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json")
                            .method(operation.method, BodyPublishers.ofString(body));
            var token = token();
            if (token != null) request.header("Authorization", "Bearer " + token);
            var answer = Answer.to(request.build(), CLIENT);
            answers.merge(answer.status(), 1, Integer::sum);
            if (answer.status() >= 500)
                wrong.add(
                        operation.method
                                + " "
                                + path
                                + " "
                                + answer.status()
                                + " for "
                                + shortened(body));
        }
        if (!wrong.isEmpty())
            throw new AssertionError(wrong.size() + " failures:\n" + String.join("\n", wrong));
        return answers;
    }

    private static String shortened(String body) {
        return body.length() > 300 ? body.substring(0, 300) + "…" : body;
    }

    private @Nullable String token() {
        var role = random.nextInt(RightsMatrix.ROLES.size() + 2);
        if (role >= RightsMatrix.ROLES.size())
            return role == RightsMatrix.ROLES.size() ? null : TestTokens.of("fuzz", "p-fuzz");
        // mostly somebody who may, so that what is behind the door is met
        var name = random.nextBoolean() ? RightsMatrix.ROLES.get(role) : "secretariat";
        return TestTokens.of("fuzz-" + name, random.nextBoolean() ? "p-1" : null, name + ":*");
    }

    private @Nullable JsonNode bodyOf(JsonNode operation) {
        var schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? null : schema;
    }

    private @Nullable Object value(JsonNode schema, int depth) {
        if (depth > MOST_DEEP || random.nextInt(12) == 0) return anything();
        var reference = schema.at("/$ref");
        if (!reference.isMissingNode())
            return value(document.at(reference.asString().substring(1)), depth + 1);
        for (var choice : List.of("oneOf", "anyOf", "allOf"))
            if (schema.has(choice)) return value(any(elements(schema.get(choice))), depth + 1);
        if (schema.has("enum")) return any(elements(schema.get("enum"))).asString();
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" ->
                    Stream.generate(() -> value(schema.path("items"), depth + 1))
                            .limit(random.nextInt(4))
                            .toArray();
            case "integer", "number" -> random.nextInt(-2, 1_000_000);
            case "boolean" -> random.nextBoolean();
            default -> text(schema);
        };
    }

    private Map<String, @Nullable Object> object(JsonNode schema, int depth) {
        var all = new TreeMap<String, @Nullable Object>();
        schema.path("properties")
                .properties()
                .forEach(field -> {
                    if (random.nextInt(10) > 0)
                        all.put(field.getKey(), value(field.getValue(), depth + 1));
                });
        if (schema.path("additionalProperties").isObject())
            all.put(any(ODD), value(schema.get("additionalProperties"), depth + 1));
        if (random.nextInt(20) == 0) all.put("unbekannt", anything());
        return all;
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.get(0).asString() : type.asString("");
    }

    /// Mostly what the document gives as an example, so that later rules are met too.
    private String text(JsonNode schema) {
        if (random.nextInt(4) == 0) return any(ODD);
        var examples = schema.path("examples");
        if (examples.isArray() && !examples.isEmpty()) return examples.get(0).asString();
        return switch (schema.path("format").asString("")) {
            case "date" -> "2024-03-" + (10 + random.nextInt(15));
            case "date-time" -> "2024-03-05T1" + random.nextInt(10) + ":00:00Z";
            default -> random.nextBoolean() ? any(ids) : "Licht am Wall";
        };
    }

    private @Nullable Object anything() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> random.nextInt();
            case 2 -> List.of(List.of(any(ODD)));
            case 3 -> Map.of("x", any(ODD));
            case 4 -> random.nextBoolean();
            default -> any(ODD);
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static List<JsonNode> elements(JsonNode array) {
        return new ArrayList<>(array.values());
    }
}
