package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A list that keeps the rules passes, and one that breaks any of them is found.
class ListTrialTests {
    private static final int KNOWN = 7;

    enum Fault {
        COUNTS_INSTEAD_OF_STANDING,
        SHOWS_MORE_THAN_ASKED,
        HAS_NO_END,
        FORGETS_WHAT_WAS_ASKED,
        SHOWS_WHAT_WAS_HIDDEN,
        TAKES_ANY_LIMIT,
        TAKES_ANY_CURSOR
    }

    private final MongoClient client = MongoClients.create(TestPlatform.mongodbUri());
    private final MongoDatabase database = client.getDatabase(TestPlatform.own("list-trial"));
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/things", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        client.close();
    }

    private ListTrial trial() {
        return ListTrial.of(server.getAddress().getPort(), database, "things", "/things?of=all")
                .hiding("inside.parts.0.secret");
    }

    @Test
    void aListThatKeepsTheRulesPasses() {
        assertThatCode(() -> trial().check()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void oneThatBreaksAnyIsFound(Fault fault) {
        faults.add(fault);
        assertThatThrownBy(() -> trial().check()).isInstanceOf(AssertionError.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = asked(exchange);
        try {
            page(exchange, limit(asked.get("limit")), after(asked.get("cursor")));
        } catch (IllegalArgumentException wrong) {
            var said = wrong.getMessage().split(":", 2);
            send(
                    exchange,
                    400,
                    "{\"errors\": [{\"field\": \"%s\", \"rule\": \"R\", \"message\": \"%s\"}]}"
                            .formatted(said[0], said[1]));
        }
    }

    private static Map<String, String> asked(HttpExchange exchange) {
        var asked = new TreeMap<String, String>();
        for (var pair : exchange.getRequestURI().getRawQuery().split("&"))
            asked.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        return asked;
    }

    private int limit(String asked) {
        if (asked == null) return 50;
        var number = asked.matches("\\d{1,3}") ? Integer.parseInt(asked) : 0;
        if (number >= 1 && number <= 200) return number;
        if (faults.contains(Fault.TAKES_ANY_LIMIT)) return 50;
        throw new IllegalArgumentException("limit:1 bis 200");
    }

    private String after(String cursor) {
        if (cursor == null) return "";
        var none = new IllegalArgumentException("cursor:keine Marke");
        try {
            var read =
                    Document.parse(
                            new String(
                                    Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (read.getList("place", String.class) == null) throw none;
            if (read.getInteger("list") != KNOWN)
                throw new IllegalArgumentException("cursor:einer anderen Liste");
            return read.getList("place", String.class).getFirst();
        } catch (RuntimeException wrong) {
            if (faults.contains(Fault.TAKES_ANY_CURSOR)) return "";
            throw String.valueOf(wrong.getMessage()).startsWith("cursor:") ? wrong : none;
        }
    }

    private void page(HttpExchange exchange, int limit, String after) throws IOException {
        var skip = faults.contains(Fault.COUNTS_INSTEAD_OF_STANDING);
        var all = new ArrayList<Document>();
        for (var each : database.getCollection("things").find().sort(Sorts.ascending("_id")))
            all.add(each.get("state", Document.class));
        var rest =
                skip
                        ? all.subList(after.isEmpty() ? 0 : Integer.parseInt(after), all.size())
                        : all.stream()
                                .filter(each -> each.getString("id").compareTo(after) > 0)
                                .toList();
        var most = faults.contains(Fault.SHOWS_MORE_THAN_ASKED) ? limit + 1 : limit;
        var lines = rest.subList(0, Math.min(most, rest.size()));
        if (rest.size() > lines.size() || faults.contains(Fault.HAS_NO_END)) {
            var last = lines.isEmpty() ? after : lines.getLast().getString("id");
            var place = skip ? String.valueOf(all.size() - rest.size() + lines.size()) : last;
            var kept = faults.contains(Fault.FORGETS_WHAT_WAS_ASKED) ? "?" : "?of=all&";
            exchange.getResponseHeaders()
                    .set(
                            "Link",
                            "</things%slimit=%d&cursor=%s>; rel=\"next\""
                                    .formatted(kept, limit, cursor(place)));
        }
        send(exchange, 200, lines.stream().map(this::line).toList().toString());
    }

    private static String cursor(String place) {
        var json = new Document("list", KNOWN).append("place", List.of(place)).toJson();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String line(Document state) {
        return faults.contains(Fault.SHOWS_WHAT_WAS_HIDDEN)
                ? state.toJson()
                : new Document("id", state.get("id")).toJson();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
