package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The shapes of all that a service stores, as they were released (`shapes.md`), and samples of what was stored with each of them
/// (`src/test/resources/shapes`): whoever changes a shape says so, and what was ever released is read for ever.
///
/// With `-Dshapes.write=true` the list is written anew, but never over a change whose version was forgotten.
public final class StoredShapes {
    private static final String HEAD =
            """
            # The shapes of what is stored

            Written by `ShapesTests` (with `-Dshapes.write=true`) from the records of this service. A state that loses or changes something needs \
            a step in its `Schema`; a projection whose shape or rule changes needs a new version of its fold.
            """;

    /// @param version of the schema or the fold
    /// @param read takes a document and the version that it was written with
    public record Kind(
            String name, int version, Class<?> record, BiFunction<Document, Integer, Object> read) {
        String head() {
            return "## " + name + ", version " + version;
        }
    }

    private record Released(int version, SortedMap<String, String> paths) {}

    private StoredShapes() {}

    /// What a service stores, in the module where its tests run.
    ///
    /// @param states what one gains needs no new version: it reads as its default
    public static <S> void check(List<S> states, List<S> projections, Function<S, Kind> kind) {
        check(
                Path.of("shapes.md"),
                Path.of("src/test/resources/shapes"),
                states.stream().map(kind).toList(),
                projections.stream().map(kind).toList());
    }

    static void check(Path list, Path samples, List<Kind> states, List<Kind> projections) {
        var released = read(list);
        var wrong = new ArrayList<String>();
        var kinds = Stream.concat(states.stream(), projections.stream()).toList();
        for (var kind : kinds) {
            var before = released.get(kind.name());
            if (before != null)
                forgotten(kind, before, states.contains(kind)).ifPresent(wrong::add);
            sample(kind, samples, wrong);
        }
        assertThat(wrong).isEmpty();
        if (Boolean.getBoolean("shapes.write")) write(list, kinds);
        var listed = read(list);
        for (var kind : kinds)
            assertThat(listed.get(kind.name()))
                    .as(kind.name() + " in shapes.md (-Dshapes.write=true writes it)")
                    .isEqualTo(new Released(kind.version(), Shape.of(kind.record())));
    }

    private static Optional<String> forgotten(Kind kind, Released before, boolean mayGrow) {
        var now = Shape.of(kind.record());
        if (kind.version() != before.version || now.equals(before.paths)) return Optional.empty();
        var lost = new TreeMap<>(before.paths);
        now.forEach((path, type) -> {
            if (type.equals(lost.get(path)) || grownConstants(lost.get(path), type))
                lost.remove(path);
        });
        if (mayGrow && lost.isEmpty()) return Optional.empty();
        return Optional.of(
                kind.name()
                        + " has another shape than version "
                        + before.version
                        + " was released with; its version was forgotten. Was: "
                        + before.paths
                        + ", is: "
                        + now);
    }

    private static boolean grownConstants(@Nullable String was, String is) {
        return was != null && was.startsWith("one of ") && is.startsWith(was + ", ");
    }

    /// A sample of each version that was ever released.
    private static void sample(Kind kind, Path samples, List<String> wrong) {
        for (var version = 1; version <= kind.version(); version++) {
            var file = samples.resolve(kind.name() + "." + version + ".json");
            if (!Files.exists(file)) {
                wrong.add("no sample of " + kind.name() + ", version " + version + ": " + file);
                continue;
            }
            for (var document : documents(file)) {
                try {
                    var _ = kind.read().apply(document, version);
                } catch (RuntimeException unread) {
                    wrong.add(file + " is not read any more: " + unread);
                }
            }
        }
    }

    private static List<Document> documents(Path file) {
        return Document.parse("{\"all\":" + text(file) + "}").getList("all", Document.class);
    }

    private static Map<String, Released> read(Path list) {
        var released = new TreeMap<String, Released>();
        if (!Files.exists(list)) return released;
        var name = "";
        for (var line : text(list).lines().toList()) {
            if (line.startsWith("## ")) {
                var parts = line.substring(3).split(", version ");
                name = parts[0];
                released.put(name, new Released(Integer.parseInt(parts[1]), new TreeMap<>()));
            } else if (line.startsWith("- `") && released.containsKey(name)) {
                var parts = line.substring(3).split("`: ", 2);
                released.get(name).paths.put(parts[0], parts[1]);
            }
        }
        return released;
    }

    private static void write(Path list, List<Kind> kinds) {
        var text = new StringBuilder(HEAD);
        for (var kind : kinds) {
            text.append("\n").append(kind.head()).append("\n\n");
            Shape.of(kind.record())
                    .forEach((path, type) -> text.append("- `%s`: %s\n".formatted(path, type)));
        }
        try {
            Files.writeString(list, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
