package de.stadtforum.benchmark.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A page or record that a service offers everybody, as its `rights.md` lists it: its tests hold that list to what it does.
///
/// @param path with its variables, such as `/labore/{id}`
record Endpoint(String path) {
    private static final List<String> SERVICES =
            List.of("membership", "session", "lab", "reporting");
    private static final Pattern OPEN = Pattern.compile("- `GET (/\\S*)`");

    /// What the gateway leads nobody to, and what only the owner of a link can ask for.
    private static final Pattern NOT_ASKED_FOR =
            Pattern.compile("/\\*\\*|/actuator.*|/webjars/.*|.*\\{secret}.*");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}|\\*");

    /// Of all services; where two fit an address, the one with fewer variables comes first.
    static List<Endpoint> open(Path root) throws IOException {
        var all = new ArrayList<Endpoint>();
        for (var service : SERVICES) {
            var listed = Files.readString(root.resolve(service + "-service/rights.md"));
            OPEN.matcher(listed)
                    .results()
                    .map(each -> each.group(1).replace("/api/*/", "/api/" + service + "/"))
                    .filter(path -> !NOT_ASKED_FOR.matcher(path).matches())
                    .map(Endpoint::new)
                    .forEach(all::add);
        }
        all.sort(
                Comparator.comparingLong((Endpoint each) -> each.variables())
                        .thenComparing(each -> -each.path.length()));
        return all;
    }

    private long variables() {
        return VARIABLE.matcher(path).results().count();
    }

    boolean isPlain() {
        return variables() == 0;
    }

    /// @param path of an address, without its query
    boolean fits(String path) {
        var parts = VARIABLE.splitAsStream(this.path + "\0").map(Pattern::quote);
        return (path + "\0").matches(parts.collect(Collectors.joining("[^/]+")));
    }

    /// With this id where it has one variable.
    String of(String id) {
        return VARIABLE.matcher(path).replaceAll(id);
    }
}
