package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a list of a service's interface as a program does, from its first lines to its end, with 25 items that have the same place in its order
/// but for their ids: each is shown once, also when one arrives in between, no line holds what was hidden in them, and a wrong limit or cursor
/// is answered with the field and its rule.
///
/// The items are the first sample of their kind (`src/test/resources/shapes`); they are gone afterwards.
public final class ListTrial {
    private static final int ITEMS = 25;
    private static final int LIMIT = 10;
    private static final String HIDDEN = "Unverwechselbar4711";
    private static final Pattern NEXT = Pattern.compile("<(/[^<>\"\\s]*)>; rel=\"next\"");
    private static final Path SAMPLES = Path.of("src/test/resources/shapes");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// @param next null at the end
    /// @param all how many lines there are in all, where that is said
    public record Page(List<JsonNode> lines, @Nullable String next, @Nullable Long all) {
        public List<String> ids() {
            return lines.stream().map(line -> line.at("/id").asString()).toList();
        }
    }

    private final int port;
    private final MongoDatabase database;
    private final String collection;
    private final String address;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String run = "liste-" + UUID.randomUUID().toString().substring(0, 8);
    private @Nullable String token;

    private ListTrial(int port, MongoDatabase database, String collection, String address) {
        this.port = port;
        this.database = database;
        this.collection = collection;
        this.address = address;
    }

    /// @param collection where the items are kept
    /// @param address of the list; a query may follow
    public static ListTrial of(
            int port, MongoDatabase database, String collection, String address) {
        return new ListTrial(port, database, collection, address);
    }

    /// @param someone null for everybody
    public ListTrial as(@Nullable String someone) {
        token = someone;
        return this;
    }

    /// What each item has in place of what the sample has.
    ///
    /// @param path such as `items.0.title`
    public ListTrial with(String path, Object value) {
        values.put(path, value);
        return this;
    }

    /// What no line may hold.
    public ListTrial hiding(String... paths) {
        for (var path : paths) values.put(path, HIDDEN);
        return this;
    }

    public void check() {
        try {
            var ids = IntStream.rangeClosed(1, ITEMS).mapToObj(this::id).toList();
            ids.forEach(this::add);
            eachIsShownOnce(ids);
            aWrongLimitIsSaid();
            aWrongCursorIsSaid();
        } finally {
            clear();
        }
    }

    /// One item with this number, to look at it otherwise; [#clear] takes it away.
    ///
    /// @return its id
    public String item(int number) {
        add(id(number));
        return id(number);
    }

    public void clear() {
        database.getCollection(collection).deleteMany(Filters.regex("_id", "^" + run));
    }

    private String id(int number) {
        return "%s-%02d".formatted(run, number);
    }

    private void add(String id) {
        var state = sample();
        state.put("id", id);
        values.forEach((path, value) -> set(state, List.of(path.split("\\.")), value));
        database.getCollection(collection)
                .insertOne(
                        new Document("_id", id)
                                .append("version", 1L)
                                .append("schema", 1)
                                .append("changed", System.currentTimeMillis())
                                .append("told", 0L)
                                .append("pending", List.of())
                                .append("state", state));
    }

    private Document sample() {
        try {
            var all = Files.readString(SAMPLES.resolve(collection + ".1.json"));
            return Document.parse("{\"all\": " + all + "}")
                    .getList("all", Document.class)
                    .getFirst();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void set(@Nullable Object at, List<String> path, Object value) {
        var step = path.getFirst();
        var rest = path.subList(1, path.size());
        switch (at) {
            case Document document when rest.isEmpty() -> document.put(step, value);
            case Document document -> set(document.get(step), rest, value);
            case List<?> list when !rest.isEmpty() ->
                    set(list.get(Integer.parseInt(step)), rest, value);
            case null, default -> throw new AssertionError("the sample has no " + step);
        }
    }

    private void eachIsShownOnce(List<String> ids) {
        var page = page(asked("limit=" + LIMIT));
        assertThat(page.lines).hasSize(LIMIT);
        var shown = new ArrayList<>(page.ids());
        add(id(0));
        while (page.next != null) {
            assertThat(page.next).startsWith(asked("limit=" + LIMIT));
            page = page(page.next);
            assertThat(page.lines).hasSizeBetween(1, LIMIT);
            shown.addAll(page.ids());
            assertThat(shown).doesNotHaveDuplicates();
        }
        assertThat(shown).containsAll(ids);
        if (page.all != null) assertThat(page.all).isGreaterThan(ITEMS);
    }

    private void aWrongLimitIsSaid() {
        for (var wrong : List.of("0", "201", "abc", "-1", "99999999999"))
            isRefused(asked("limit=" + wrong), "limit");
        assertThat(page(asked("limit=200")).lines).hasSizeGreaterThan(ITEMS);
        assertThat(page(address).lines).hasSizeGreaterThan(ITEMS);
    }

    private void aWrongCursorIsSaid() {
        var cursor = cursorOf(page(asked("limit=" + LIMIT)));
        var inside = decoded(cursor);
        var list = Pattern.compile("\"list\": ?(-?\\d+)").matcher(inside);
        assertThat(list.find()).isTrue();
        var ofAnother = inside.replace(list.group(1), "4711");
        var nested = "[".repeat(1_400);
        assertThat(isRefused(with(encoded(ofAnother)), "cursor")).contains("anderen Liste");
        for (var forged :
                List.of(
                        "x",
                        cursor.substring(1),
                        "%C3%A4",
                        "a".repeat(3_000),
                        encoded("{}"),
                        encoded(nested),
                        encoded(inside.replaceFirst("\\[.*]", "[{\"\\$gt\": \"\"}]"))))
            assertThat(isRefused(with(forged), "cursor")).contains("keine Marke");
    }

    /// Where the next lines begin.
    public static String cursorOf(Page page) {
        if (page.next == null) throw new AssertionError("there are no next lines");
        return page.next.replaceFirst(".*[?&]cursor=", "").replaceFirst("&.*", "");
    }

    private static String decoded(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }

    private static String encoded(String cursor) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    private String with(String cursor) {
        return asked("limit=" + LIMIT + "&cursor=" + cursor);
    }

    private String asked(String query) {
        return address + (address.contains("?") ? "&" : "?") + query;
    }

    /// One page of a list.
    ///
    /// @param at its address, with its query
    public Page page(String at) {
        var answer = get(at);
        assertThat(answer.status()).as("%s: %s", at, answer.body()).isEqualTo(200);
        assertThat(answer.body()).as(at).doesNotContain(HIDDEN);
        var lines = new ArrayList<JsonNode>();
        JSON.readTree(answer.body()).forEach(lines::add);
        var next =
                answer.headers()
                        .firstValue("Link")
                        .map(link -> {
                            var found = NEXT.matcher(link);
                            assertThat(found.matches()).as(link).isTrue();
                            return found.group(1);
                        });
        return new Page(
                List.copyOf(lines),
                next.orElse(null),
                answer.headers().firstValue("Total-Count").map(Long::valueOf).orElse(null));
    }

    /// @return the rule in words
    public String isRefused(String at, String field) {
        var answer = get(at);
        assertThat(answer.status()).as("%s: %s", at, answer.body()).isEqualTo(400);
        var errors = JSON.readTree(answer.body()).at("/errors");
        assertThat(errors.at("/0/field").asString()).as(answer.body()).isEqualTo(field);
        assertThat(errors.at("/0/rule").asString()).as(answer.body()).isNotBlank();
        return errors.at("/0/message").asString();
    }

    private Answer get(String at) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + at))
                        .timeout(Duration.ofSeconds(30))
                        .header("Accept", "application/json");
        if (token != null) request.header("Authorization", "Bearer " + token);
        try {
            return Answer.to(request.build(), CLIENT);
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
