package de.stadtforum.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.filter.OncePerRequestFilter;

/// What residents read is never older than a command: keeps their pages as the gateway does, but without end, and asks again for each one that a
/// command's tags leave; it must say what it said before. Import it into the service's test context, give the addresses, send commands, then ask
/// [#stale].
///
/// What other services told meanwhile, and what a test plants past the service, makes everything old, as time does at the gateway.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class CacheTrial extends OncePerRequestFilter {
    private static final String SHOWS = "Stadtforum-Shows";
    private static final String CHANGES = "Stadtforum-Changes";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern FORM =
            Pattern.compile("<form\\b[^>]*\\bmethod\\s*=\\s*[\"']?post", Pattern.CASE_INSENSITIVE);

    /// @param shows of what it shows something; empty where it does not say
    /// @param beside how much was written beside requests when it was asked for
    private record Page(String body, Set<String> shows, long beside) {
        boolean isMadeOldBy(Set<String> changed) {
            return shows.isEmpty() || changed.isEmpty() || !Collections.disjoint(shows, changed);
        }
    }

    /// So many are asked for with each command of a whole service; all of them in `infra/verify --long`, and where few are watched.
    private static final int WITH_EACH_COMMAND = 2;

    private static final int FEW = 4;
    private static final boolean LONG = "none".equals(System.getProperty("tests.left-out"));

    private final ObjectProvider<MockMvc> service;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, @Nullable Page> kept = new TreeMap<>();
    private final Map<String, Integer> asked = new TreeMap<>();
    private final Map<String, Integer> compared = new TreeMap<>();
    private final SortedSet<String> stale = new TreeSet<>();
    private Set<String> watched = Set.of();
    private boolean all;

    CacheTrial(ObjectProvider<MockMvc> service) {
        this.service = service;
    }

    /// From now on these, and whatever residents read below them at an address without a query.
    public void watch(Collection<String> addresses) {
        turn.lock();
        try {
            kept.clear();
            asked.clear();
            compared.clear();
            stale.clear();
            RequestQueries.SEEN.readByTemplates().clear();
            addresses.forEach(each -> kept.put(each, null));
            watched = Set.copyOf(addresses);
            all = LONG || addresses.size() <= FEW;
        } finally {
            turn.unlock();
        }
    }

    /// Pages that a command changed and left, with the command; what a template reads, which is too late to be said in the page's head; and, where all
    /// are asked for, those of the watched that were never kept, or have tags and were left by no command: of them nothing is known.
    public SortedSet<String> stale() {
        turn.lock();
        try {
            watched.stream()
                    .filter(each -> all && !compared.containsKey(each))
                    .forEach(each -> stale.add(each + " was left by no command"));
            RequestQueries.SEEN
                    .readByTemplates()
                    .forEach(each -> stale.add("a template reads " + each + " by itself"));
            watched = Set.of();
            return stale;
        } finally {
            turn.unlock();
        }
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (watched.isEmpty() || turn.isHeldByCurrentThread()) {
            chain.doFilter(request, response);
            return;
        }
        turn.lock();
        try {
            var command = !READING.contains(request.getMethod());
            if (command) keepAll();
            go(request, response, chain);
            if (!command) add(request, response);
            else if (response.getStatus() < 400) compareWhatIsLeftBy(request, response);
        } finally {
            turn.unlock();
        }
    }

    private static void go(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var failed =
                RequestQueries.<@Nullable Exception>duringRequest(
                        false,
                        () -> {
                            try {
                                chain.doFilter(request, response);
                                return null;
                            } catch (IOException | ServletException failure) {
                                return failure;
                            }
                        });
        if (failed instanceof IOException io) throw io;
        if (failed instanceof ServletException servlet) throw servlet;
    }

    private void add(HttpServletRequest request, HttpServletResponse response) {
        var keeping = response.getHeader(HttpHeaders.CACHE_CONTROL);
        if (request.getMethod().equals("GET")
                && request.getQueryString() == null
                && watched.stream().anyMatch(each -> request.getRequestURI().startsWith(each + "/"))
                && response.getStatus() == HttpServletResponse.SC_OK
                && keeping != null
                && keeping.contains("s-maxage")) kept.putIfAbsent(request.getRequestURI(), null);
    }

    private void keepAll() {
        var now = RequestQueries.SEEN.beside();
        kept.replaceAll((_, page) -> page == null || page.beside != now ? null : page);
        for (var each : leastKnown(asked, page -> page == null)) {
            asked.merge(each, 1, Integer::sum);
            kept.put(each, ask(each));
        }
    }

    /// So many as are asked for with each command, those of which the least is known.
    private List<String> leastKnown(Map<String, Integer> times, Predicate<@Nullable Page> which) {
        return kept.entrySet().stream()
                .filter(each -> which.test(each.getValue()))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingInt(each -> times.getOrDefault(each, 0)))
                .limit(all ? Integer.MAX_VALUE : WITH_EACH_COMMAND)
                .toList();
    }

    private void compareWhatIsLeftBy(HttpServletRequest request, HttpServletResponse response) {
        var changed = words(response.getHeader(CHANGES));
        for (var each : kept.entrySet()) {
            var page = each.getValue();
            if (page == null || !page.isMadeOldBy(changed)) continue;
            if (page.shows.isEmpty()) compared.merge(each.getKey(), 0, Integer::sum);
            each.setValue(null);
        }
        for (var address : leastKnown(compared, page -> page != null)) {
            var page = kept.get(address);
            if (page == null) continue;
            var now = ask(address);
            if (RequestQueries.SEEN.beside() != page.beside) continue;
            compared.merge(address, 1, Integer::sum);
            if (now != null && now.body.equals(page.body)) continue;
            kept.put(address, null);
            stale.add(
                    "%s shows %s, and %s %s, which changes %s, left another page"
                            .formatted(
                                    address,
                                    page.shows,
                                    request.getMethod(),
                                    request.getRequestURI(),
                                    changed));
        }
    }

    /// Null where nobody may keep it.
    private @Nullable Page ask(String address) {
        var beside = RequestQueries.SEEN.beside();
        return RequestQueries.<@Nullable Page>duringRequest(true, () -> page(address, beside));
    }

    private @Nullable Page page(String address, long beside) {
        try {
            var answer =
                    service.getObject()
                            .perform(
                                    MockMvcRequestBuilders.get(URI.create(address))
                                            .accept(
                                                    address.startsWith("/api/")
                                                            ? MediaType.APPLICATION_JSON
                                                            : MediaType.TEXT_HTML))
                            .andReturn()
                            .getResponse();
            var body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            return answer.getStatus() == HttpServletResponse.SC_OK && !FORM.matcher(body).find()
                    ? new Page(body, words(answer.getHeader(SHOWS)), beside)
                    : null;
        } catch (Exception failed) {
            throw new IllegalStateException(address, failed);
        }
    }

    private static Set<String> words(@Nullable String header) {
        return header == null ? Set.of() : new TreeSet<>(List.of(header.split(" ")));
    }
}
