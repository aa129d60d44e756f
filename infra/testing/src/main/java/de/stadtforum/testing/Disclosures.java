package de.stadtforum.testing;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// Who finds what in the answers: every endpoint that is read is asked over HTTP as the public, with a login alone and as every role, where it was
/// given and elsewhere, on a service in which names, contact data and titles of the closed part were planted.
///
/// What is found is the second table of the checked-in `rights.md` (`-Drights.write=true` writes it anew). Whatever the table says, the public and
/// a login alone find nothing, and a role for which no reason is given finds nothing either.
public final class Disclosures {
    static final String HEADING = "## What is in the answers";
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?\\w+(:[^}]*)?}");
    private static final String ELSEWHERE = "elsewhere";
    private static final String PUBLIC = "no login";
    private static final String LOGIN_ALONE = "login alone";

    /// May say that something is broken, such as a feed that another test cut off.
    private static final String HEALTH = "/actuator/health";

    private static final int AT_ONCE = 8;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// @param sign in the table
    private record Planted(String kind, char sign, String value) {}

    /// @param column of the table
    private record Caller(String column, boolean elsewhere, @Nullable String token) {}

    /// By column: what is found where the role was given, and what also elsewhere.
    private record Found(Map<String, Set<Character>> here, Map<String, Set<Character>> elsewhere) {
        Found() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        boolean nothing() {
            return here.values().stream().allMatch(Set::isEmpty)
                    && elsewhere.values().stream().allMatch(Set::isEmpty);
        }

        String cell(String column) {
            var found = new TreeSet<>(here.getOrDefault(column, Set.of()));
            var anywhere = elsewhere.getOrDefault(column, Set.of());
            found.addAll(anywhere);
            return found.isEmpty()
                    ? "–"
                    : found.stream()
                            .map(sign -> anywhere.contains(sign) ? sign + "*" : "" + sign)
                            .collect(joining(" "));
        }
    }

    private final int port;
    private final RightsMatrix matrix;
    private final List<Planted> planted = new ArrayList<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final List<String> scopes = new ArrayList<>();
    private final Map<String, List<String>> addresses = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final Set<String> wrong = new TreeSet<>();

    private Disclosures(int port, RightsMatrix matrix) {
        this.port = port;
        this.matrix = matrix;
    }

    public static Disclosures of(int port, RightsMatrix matrix) {
        return new Disclosures(port, matrix);
    }

    /// @param sign in the table, such as `N`
    /// @param value that stands nowhere else in the service
    public Disclosures planted(String kind, char sign, String value) {
        planted.add(new Planted(kind, sign, value));
        return this;
    }

    /// The id of a person, which no page says to anybody.
    public Disclosures person(String id) {
        ids.add(id);
        return this;
    }

    /// For what the roles are given.
    public Disclosures in(String... given) {
        scopes.addAll(List.of(given));
        return this;
    }

    /// Where to look for whatever stands behind this pattern of an address; a query may follow.
    ///
    /// @param pattern such as `/sitzungen/{id}`, for `/sitzungen/{id}/niederschrift` too
    public Disclosures at(String pattern, String... real) {
        addresses.computeIfAbsent(pattern, _ -> new ArrayList<>()).addAll(List.of(real));
        return this;
    }

    /// Why a role finds something; a role without a reason must find nothing anywhere.
    public Disclosures because(String role, String reason) {
        if (!RightsMatrix.ROLES.contains(role)) throw new AssertionError("no role " + role);
        reasons.put(role, reason);
        return this;
    }

    /// The file says of every answer what was found in it, and nobody finds what is not theirs.
    public void check(Path file) {
        if (planted.isEmpty()) throw new AssertionError("nothing was planted");
        var holds = HEADING + "\n\n" + markdown(look());
        try {
            if (Boolean.getBoolean("rights.write"))
                Files.writeString(file, RightsMatrix.firstPart(file) + "\n" + holds);
            var text = Files.exists(file) ? Files.readString(file) : "";
            var start = text.indexOf(HEADING);
            var stands = start < 0 ? "" : text.substring(start);
            if (!stands.equals(holds))
                wrong.add(
                        file
                                + " is not what the answers show (-Drights.write=true writes it anew)."
                                + RightsMatrix.difference(stands, holds));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!wrong.isEmpty()) throw new AssertionError(String.join("\n", wrong));
    }

    private Map<Endpoint, Found> look() {
        var all = new LinkedHashMap<Endpoint, Found>();
        var looks = new ArrayList<Future<?>>();
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var endpoint : matrix.endpoints()) {
                if (!endpoint.method().equals("GET")) continue;
                var found = new Found();
                all.put(endpoint, found);
                for (var address : addresses(endpoint))
                    for (var caller : callers())
                        looks.add(
                                pool.submit(() -> {
                                    look(endpoint, address, caller, found);
                                    return null;
                                }));
            }
            for (var each : looks) each.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
        return all;
    }

    private List<String> addresses(Endpoint endpoint) {
        var path = endpoint.path();
        var real = new ArrayList<String>();
        addresses.keySet().stream()
                .filter(each -> path.equals(each) || path.startsWith(each + "/"))
                .max(comparingInt(String::length))
                .ifPresent(pattern -> {
                    var rest = path.substring(pattern.length());
                    for (var each : addresses.getOrDefault(pattern, List.of())) {
                        var query = each.indexOf('?');
                        real.add(
                                query < 0
                                        ? each + rest
                                        : each.substring(0, query) + rest + each.substring(query));
                    }
                });
        if (real.isEmpty()) real.add(endpoint.path());
        var filled =
                real.stream()
                        .map(each -> each.replace("/**", "").replace("*", "some"))
                        .map(each -> each.isEmpty() ? "/" : each)
                        .toList();
        for (var each : filled)
            if (VARIABLE.matcher(each).find())
                throw new AssertionError("the test gives no address for " + endpoint.name());
        return filled;
    }

    private List<Caller> callers() {
        var all = new ArrayList<Caller>();
        all.add(new Caller(PUBLIC, false, null));
        all.add(new Caller(LOGIN_ALONE, false, TestTokens.of("trial-nobody", null)));
        for (var role : RightsMatrix.ROLES) {
            var here = scopes.stream().map(scope -> role + ":" + scope).toArray(String[]::new);
            all.add(new Caller(role, false, TestTokens.of("trial-" + role, null, here)));
            all.add(
                    new Caller(
                            role,
                            true,
                            TestTokens.of("trial-" + role, null, role + ":" + ELSEWHERE)));
        }
        return all;
    }

    private void look(Endpoint endpoint, String address, Caller caller, Found found)
            throws IOException, InterruptedException {
        var forPrograms = endpoint.path().startsWith("/api/");
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                        .timeout(Duration.ofSeconds(30))
                        .header("Accept", forPrograms ? "application/json" : "text/html, */*");
        if (caller.token != null) request.header("Authorization", "Bearer " + caller.token);
        var answer = Answer.to(request.build(), CLIENT);
        var signs = new TreeSet<Character>();
        for (var each : planted) if (answer.body().contains(each.value)) signs.add(each.sign);
        synchronized (wrong) {
            var where = caller.elsewhere ? found.elsewhere : found.here;
            where.computeIfAbsent(caller.column, _ -> new TreeSet<>()).addAll(signs);
            if (answer.status() >= 500 && !endpoint.path().startsWith(HEALTH))
                wrong.add(address + ": " + answer.status());
            if (!signs.isEmpty() && !may(caller))
                wrong.add(
                        endpoint.name() + " as " + caller.column + " shows " + signs + ", unasked");
            if (!forPrograms && saysAnId(answer.body()))
                wrong.add(endpoint.name() + " as " + caller.column + " says the id of a person");
        }
    }

    private boolean may(Caller caller) {
        return reasons.containsKey(caller.column);
    }

    /// As it is read: what stands in a form's hidden field or an address is not said, nor what the audit keeps in its fold of ids.
    private boolean saysAnId(String page) {
        if (ids.stream().noneMatch(page::contains)) return false;
        var read = Jsoup.parse(page);
        read.select("details.sf-ids").remove();
        var text = read.text();
        return ids.stream().anyMatch(text::contains);
    }

    private String markdown(Map<Endpoint, Found> all) {
        var shown = all.entrySet().stream().filter(each -> !each.getValue().nothing()).toList();
        return "Found by `RightsTests` in the answers of the running service, in which one of each was planted: "
                + planted.stream()
                        .map(each -> "`" + each.sign + "` " + each.kind)
                        .collect(joining(", "))
                + ". `*` also where the role was given for something else. No other answer shows any of it, and a login alone sees what the public sees.\n\n"
                + (shown.isEmpty() ? "No answer shows any of it, to nobody.\n" : table(shown));
    }

    private String table(List<Map.Entry<Endpoint, Found>> shown) {
        var columns =
                Stream.concat(Stream.of(PUBLIC, LOGIN_ALONE), RightsMatrix.ROLES.stream()).toList();
        var head =
                columns.stream()
                        .map(each -> each.replace('-', ' '))
                        .collect(joining(" | ", "| endpoint | ", " |\n"));
        var rows =
                shown.stream()
                        .map(each ->
                                columns.stream()
                                        .map(each.getValue()::cell)
                                        .collect(
                                                joining(
                                                        " | ",
                                                        "| `" + each.getKey().name() + "` | ",
                                                        " |")))
                        .collect(joining("\n"));
        var why =
                reasons.entrySet().stream()
                        .map(each ->
                                "- " + each.getKey().replace('-', ' ') + ": " + each.getValue())
                        .collect(joining("\n"));
        return head
                + "|---|"
                + ":-:|".repeat(columns.size())
                + "\n"
                + rows
                + "\n\nWhose task it is:\n\n"
                + why
                + "\n";
    }
}
