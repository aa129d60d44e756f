package de.stadtforum.benchmark.scale;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The addresses that a crawl knows: links of pages, items and next pages of lists. Each kind of address is asked for as often as any other, however
/// many there are of it: those that nobody has read yet first.
final class Frontier {
    /// So many of a kind are remembered.
    private static final int MOST = 1_000;

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");

    private static final Pattern LIST = Pattern.compile("/api/[a-z]+/[a-z-]+");

    private final List<Endpoint> endpoints;

    /// They answer nothing without a query.
    private final Set<Endpoint> asked;

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<Kind> order = new ArrayList<>();
    private final Random random = new Random(20_261_127);
    private int turn;

    /// Addresses that differ in ids and values only.
    private static final class Kind {
        private final Set<String> known = new LinkedHashSet<>();
        private final List<String> inOrder = new ArrayList<>();
        private int next;

        void add(String address) {
            if (known.size() < MOST && known.add(address)) inOrder.add(address);
        }

        String next() {
            return inOrder.get(next++ % inOrder.size());
        }
    }

    /// Begins with all endpoints without a variable, and lists also in pages of ten.
    ///
    /// @param asked addresses with a query, of endpoints that are not asked without one
    Frontier(List<Endpoint> endpoints, List<String> asked) {
        this.endpoints = endpoints;
        this.asked =
                asked.stream()
                        .map(each -> endpoint(path(each)).orElseThrow())
                        .collect(Collectors.toSet());
        for (var each : endpoints)
            if (each.isPlain() && !this.asked.contains(each)) {
                add(each.path());
                if (LIST.matcher(each.path()).matches()) add(each.path() + "?limit=10");
            }
        asked.forEach(this::add);
    }

    /// Unless it is none that everybody may read.
    synchronized void add(String address) {
        kind(address)
                .ifPresent(name ->
                        kinds.computeIfAbsent(
                                        name,
                                        _ -> {
                                            var kind = new Kind();
                                            order.add(kind);
                                            return kind;
                                        })
                                .add(address));
    }

    synchronized String next() {
        if (turn >= order.size()) {
            // else all readers come to the same kinds at the same time
            Collections.shuffle(order, random);
            turn = 0;
        }
        return order.get(turn++).next();
    }

    /// Path with variables, and the names of its query: `/labore/{id}?ab`.
    Optional<String> kind(String address) {
        var parts = address.split("\\?", 2);
        var names = parts.length == 1 ? "" : "?" + names(parts[1]);
        return endpoint(parts[0]).map(each -> each.path() + names);
    }

    static String path(String address) {
        return address.replaceFirst("\\?.*", "");
    }

    Optional<Endpoint> endpoint(String path) {
        return endpoints.stream().filter(each -> each.fits(path)).findFirst();
    }

    private static String names(String query) {
        return Arrays.stream(query.split("&"))
                .map(each -> each.split("=", 2)[0])
                .sorted()
                .distinct()
                .collect(Collectors.joining("&"));
    }

    /// What an answer leads on to.
    void look(String address, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) return;
        answer.headers().allValues("Link").stream()
                .flatMap(each -> NEXT.matcher(each).results())
                .forEach(next -> add(next.group(1)));
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/html")) links(address, answer.body());
        if (type.startsWith("application/json")) items(address, answer.body());
    }

    private void links(String address, String page) {
        var here = URI.create("http://localhost" + address);
        for (var link : Jsoup.parse(page, here.toString()).select("a[href]")) {
            var target = link.attr("abs:href").replaceFirst("#.*", "");
            if (target.startsWith("http://localhost/"))
                add(target.substring("http://localhost".length()));
        }
    }

    /// Of a list the records of its lines.
    private void items(String address, String list) {
        var path = path(address);
        var said = JsonMapper.shared().readTree(list);
        if (!said.isArray()) return;
        for (JsonNode each : said) {
            var id = each.path("id").asString("");
            if (id.isEmpty()) continue;
            for (var endpoint : endpoints)
                if (endpoint.path().startsWith(path + "/{") && !asked.contains(endpoint))
                    add(endpoint.of(id));
        }
    }
}
