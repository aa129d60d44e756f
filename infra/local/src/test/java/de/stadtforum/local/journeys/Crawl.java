package de.stadtforum.local.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Follows every link that somebody is offered, as far as the platform's own pages go.
final class Crawl {
    /// More pages than the demo year has; whoever reaches it has found a way that does not end.
    private static final int MOST = 2_000;

    private static final List<String> BEGINNINGS =
            List.of(
                    "/",
                    "/versammlung",
                    "/sitzungen",
                    "/gremien",
                    "/empfehlungen",
                    "/handlungsfelder",
                    "/berichte",
                    "/beschluss");
    private static final Pattern UNSAID = Pattern.compile("\\?\\?[a-zA-Z0-9._-]+\\?\\?");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI site;
    private final @Nullable String token;
    private final SequencedMap<String, String> foundOn = new LinkedHashMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, String> faults = new TreeMap<>();

    private Crawl(URI site, @Nullable String token) {
        this.site = site;
        this.token = token;
    }

    /// @param site the gateway
    /// @param token of whoever goes; none for the public
    static Crawl as(@Nullable String token, URI site) {
        var crawl = new Crawl(site, token);
        crawl.go();
        return crawl;
    }

    /// What was wrong, by address: a link that leads nowhere, an error, words without a text.
    Map<String, String> faults() {
        return faults;
    }

    /// What is read on each page, by address.
    Map<String, String> texts() {
        return texts;
    }

    private void go() {
        var next = new ArrayDeque<String>();
        for (var each : BEGINNINGS) {
            foundOn.put(each, "the menu");
            next.add(each);
        }
        while (!next.isEmpty()) {
            var address = next.remove();
            var answer = get(address);
            // a page that says who may is no dead end, nor is one that leads on
            if (List.of(303, 401, 403).contains(answer.statusCode())) continue;
            if (answer.statusCode() != 200) {
                faults.put(address, answer.statusCode() + ", linked on " + foundOn.get(address));
                continue;
            }
            if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"))
                continue;
            var page = Jsoup.parse(answer.body(), site.resolve(address).toString());
            look(address, page);
            for (var link : page.select("a[href]")) {
                var target = own(link.attr("abs:href"));
                if (target != null && foundOn.putIfAbsent(target, address) == null)
                    next.add(target);
            }
            if (foundOn.size() > MOST) {
                faults.put(address, "there is no end of pages");
                return;
            }
        }
    }

    private void look(String address, Document page) {
        // the head names who is logged in
        texts.put(address, page.select("main").text());
        if (page.title().isBlank()) faults.put(address, "has no title");
        if (!page.select("html").attr("lang").matches("de|en"))
            faults.put(address, "says no language");
        var unsaid = UNSAID.matcher(page.html());
        if (unsaid.find()) faults.put(address, "has no words for " + unsaid.group());
    }

    /// Path and query of an address of the platform's own pages; null for others, and for what begins or ends a login.
    private @Nullable String own(String href) {
        try {
            var address = URI.create(href);
            if (!site.getAuthority().equals(address.getAuthority())) return null;
            var path = address.getPath();
            if (path.startsWith("/anmelden")
                    || path.startsWith("/abmelden")
                    || path.startsWith("/api")) return null;
            var query = address.getRawQuery();
            // the audit goes on for as long as there are entries
            if (query != null && query.contains("after=")) return null;
            return address.getRawPath() + (query == null ? "" : "?" + query);
        } catch (IllegalArgumentException odd) {
            faults.put(href, "is no address");
            return null;
        }
    }

    private HttpResponse<String> get(String address) {
        var request =
                HttpRequest.newBuilder(site.resolve(address))
                        .timeout(Duration.ofSeconds(30))
                        .header("Accept", "text/html");
        if (token != null) request.header("Authorization", "Bearer " + token);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
