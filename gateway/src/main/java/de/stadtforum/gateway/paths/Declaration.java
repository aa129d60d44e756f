package de.stadtforum.gateway.paths;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What one service says of its addresses (`paths/{service}.json`, [Following#ADDRESS]). Patterns are Spring's: `/labore/{id}`, `/labore/**`.
///
/// @param paths where its requests go
/// @param keptForEverybody pages that answer all residents alike: with a login nothing is ever kept
/// @param unchanging the same of files that no command changes
/// @param questions what pages that are kept can be asked for: names of parameters
/// @param files where a form may bring a file
/// @param events where pages follow their changes
/// @param signposts where whose work begins
public record Declaration(
        List<String> paths,
        List<String> keptForEverybody,
        List<String> unchanging,
        List<String> questions,
        List<String> files,
        List<String> events,
        List<Signpost> signposts) {
    /// A declaration is a page of text, not a book.
    static final int LONGEST = 64 * 1024;

    private static final int MOST = 300;
    private static final int LONGEST_TITLE = 200;
    private static final Pattern PATTERN = Pattern.compile("/[A-Za-z0-9/{}*.:_+()|\\[\\]-]{0,199}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    // a newer service may say more
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /// Where the work of somebody with one of these roles begins; `*` stands for everybody who is logged in.
    ///
    /// @param title in German; null until the service itself has said it
    public record Signpost(String path, Set<String> roles, @Nullable String title) {}

    public Declaration {
        paths = orNone(paths);
        keptForEverybody = orNone(keptForEverybody);
        unchanging = orNone(unchanging);
        questions = orNone(questions);
        files = orNone(files);
        events = orNone(events);
        signposts = signposts == null ? List.of() : List.copyOf(signposts);
    }

    @SuppressWarnings("NullAway")
    private static List<String> orNone(List<String> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    boolean goesTheSameWaysAs(Declaration other) {
        return paths.equals(other.paths)
                && files.equals(other.files)
                && events.equals(other.events);
    }

    /// @throws Refused where it cannot be read, or goes beyond the service's own prefixes
    static Declaration read(String json, List<String> prefixes) {
        if (json.length() > LONGEST) throw new Refused("it is longer than 64 KB");
        try {
            var said = JSON.readValue(json, Declaration.class);
            said.check(prefixes);
            return said;
        } catch (JacksonException | NullPointerException unreadable) {
            throw new Refused("it cannot be read");
        }
    }

    private void check(List<String> prefixes) {
        if (paths.isEmpty()) throw new Refused("it names no path");
        var all = patterns().toList();
        if (all.size() > MOST) throw new Refused("it names more than " + MOST + " paths");
        for (var each : all) check(each, prefixes);
        for (var each : questions)
            if (!NAME.matcher(each).matches())
                throw new Refused("a question has a name of its own: letters and digits");
        for (var each : signposts)
            if (each.roles == null || each.title != null && each.title.length() > LONGEST_TITLE)
                throw new Refused("the signpost to " + each.path + " has roles and a short title");
    }

    private static void check(String pattern, List<String> prefixes) {
        if (!PATTERN.matcher(pattern).matches())
            throw new Refused("a path begins with / and has at most 200 plain signs");
        try {
            PathPatternParser.defaultInstance.parse(pattern);
        } catch (PatternParseException broken) {
            throw new Refused(pattern + " is no pattern of a path");
        }
        if (prefixes.stream().noneMatch(prefix -> isBelow(pattern, prefix)))
            throw new Refused(pattern + " is below none of its prefixes");
    }

    /// `/labore` has `/labore`, `/labore/{id}` and not `/laborex`; the start page `/` has nothing below it.
    static boolean isBelow(String path, String prefix) {
        return path.equals(prefix) || !prefix.equals("/") && path.startsWith(prefix + "/");
    }

    private Stream<String> patterns() {
        return Stream.of(
                        paths.stream(),
                        keptForEverybody.stream(),
                        unchanging.stream(),
                        files.stream(),
                        events.stream(),
                        signposts.stream().map(Signpost::path))
                .flatMap(Function.identity());
    }

    static boolean matches(List<PathPattern> patterns, PathContainer path) {
        for (var each : patterns) if (each.matches(path)) return true;
        return false;
    }

    static List<PathPattern> parsed(List<String> patterns) {
        return patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    /// What a service said is not followed; what it said before stands.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why, null, false, false);
        }
    }
}
