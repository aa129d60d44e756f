package de.stadtforum.gateway.paths;

import de.stadtforum.gateway.paths.Declaration.Signpost;
import de.stadtforum.gateway.upstreams.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;

/// The addresses of all services, as each declared them last; before a service was reached for the first time, as they shipped with this gateway.
/// What stands here in no form does not exist for the outside, and is never kept, whatever a service says.
@Component
public final class KnownPaths {
    /// Looks of pages; every service has the same.
    public static final String STYLES = "styles";

    private static final String UNCHANGING = "-document";
    private static final int LONGEST = 300;
    private static final Pattern PLAIN = Pattern.compile("(/[a-z0-9][a-z0-9.-]{0,79})*/?");
    private static final Pattern STYLE =
            Pattern.compile("/favicon\\.ico|/stil/[A-Za-z0-9/._-]{1,150}");

    private final Prefixes prefixes;
    private volatile SequencedMap<String, Compiled> byService;

    private record Compiled(
            Declaration said,
            @Nullable String refused,
            List<PathPattern> kept,
            List<PathPattern> unchanging,
            List<PathPattern> files,
            List<PathPattern> events,
            Pattern query) {
        static Compiled of(Declaration said) {
            var names = String.join("|", said.questions());
            var one = "(" + names + ")=[A-Za-z0-9._-]{0,40}";
            return new Compiled(
                    said,
                    null,
                    Declaration.parsed(said.keptForEverybody()),
                    Declaration.parsed(said.unchanging()),
                    Declaration.parsed(said.files()),
                    Declaration.parsed(said.events()),
                    // a page has at most three of them
                    Pattern.compile(names.isEmpty() ? "(?!)" : one + "(&" + one + "){0,2}"));
        }

        Compiled refusing(String why) {
            return new Compiled(said, why, kept, unchanging, files, events, query);
        }
    }

    KnownPaths(Prefixes prefixes, Services services) {
        this.prefixes = prefixes;
        var shipped = new LinkedHashMap<String, Compiled>();
        for (var service : services.byName().keySet())
            shipped.put(
                    service, Compiled.of(Declaration.read(shipped(service), prefixes.of(service))));
        byService = shipped;
    }

    private static String shipped(String service) {
        try {
            return new ClassPathResource("paths/" + service + ".json")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// @return whether requests go other ways than before
    /// @throws Declaration.Refused and then stays by what the service said before
    boolean declare(String service, String json) {
        try {
            return put(service, Compiled.of(Declaration.read(json, prefixes.of(service))));
        } catch (Declaration.Refused refused) {
            put(service, known(service).refusing(String.valueOf(refused.getMessage())));
            throw refused;
        }
    }

    private synchronized boolean put(String service, Compiled said) {
        var before = byService.get(service);
        var all = new LinkedHashMap<>(byService);
        all.put(service, said);
        byService = all;
        return before == null || !before.said.goesTheSameWaysAs(said.said);
    }

    private Compiled known(String service) {
        return Optional.ofNullable(byService.get(service)).orElseThrow();
    }

    /// In words for operators.
    public @Nullable String refusedOf(String service) {
        return known(service).refused;
    }

    /// By service.
    public SequencedMap<String, Declaration> all() {
        var all = new LinkedHashMap<String, Declaration>();
        byService.forEach((service, known) -> all.put(service, known.said));
        return all;
    }

    /// Whose address this is, if it may be kept for everybody.
    ///
    /// @param address path and query, as they were sent
    public @Nullable String keeperOf(String address) {
        if (address.length() > LONGEST) return null;
        var question = address.indexOf('?');
        var path = question < 0 ? address : address.substring(0, question);
        var query = question < 0 ? null : address.substring(question + 1);
        if (STYLE.matcher(path).matches())
            return query == null || query.matches("v=[A-Za-z0-9._-]{0,40}") ? STYLES : null;
        if (!PLAIN.matcher(path).matches()) return null;
        var parsed = PathContainer.parsePath(path);
        for (var each : byService.entrySet()) {
            var known = each.getValue();
            if (query != null && !known.query.matcher(query).matches()) continue;
            if (Declaration.matches(known.kept, parsed)) return each.getKey();
            if (Declaration.matches(known.unchanging, parsed)) return each.getKey() + UNCHANGING;
        }
        return null;
    }

    /// @param route files and events of a service have routes of their own
    public static String serviceOf(String route) {
        return route.replaceFirst("-(files|live)$", "");
    }

    /// Whether a form may bring a file there.
    public boolean takesFiles(PathContainer path) {
        return byService.values().stream().anyMatch(each -> Declaration.matches(each.files, path));
    }

    /// Whether an answer stays open there.
    public boolean hasEvents(PathContainer path) {
        return byService.values().stream().anyMatch(each -> Declaration.matches(each.events, path));
    }

    /// In the order of the services.
    public List<Signpost> signposts() {
        return byService.values().stream().flatMap(each -> each.said.signposts().stream()).toList();
    }
}
