package de.stadtforum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A city is data alone: no class, template, message, default or pattern of an id names one, its districts, its law, its bodies or its programme.
///
/// The words are those of the folders in `infra/cities`, so a further city brings its own. A comment in Java may name the law that a
/// rule was taken from: it says where the rule comes from, not which one holds.
public final class CityWords {
    private static final Set<String> NEVER_MAIN =
            Set.of("target", "node_modules", "test", ".git", ".data");
    private static final Set<String> READ =
            Set.of("java", "html", "properties", "json", "js", "css", "svg");

    /// Whose forms stand in `words.properties` and are one city's own; others, such as `Rat`, are words of every day.
    private static final List<String> TERMS =
            List.of(
                    "assembly",
                    "steering",
                    "district",
                    "local-council",
                    "programme.short",
                    "programme");

    private final List<String> words;

    private CityWords(List<String> words) {
        this.words = words;
    }

    /// @param cities the folder of folders, `infra/cities`
    public static CityWords of(Path cities) {
        var words = new TreeSet<String>();
        try (var all = Files.list(cities)) {
            for (var folder : all.filter(Files::isDirectory).toList()) read(folder, words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new CityWords(
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).distinct().toList());
    }

    private static void read(Path folder, Set<String> words) throws IOException {
        var city = json(folder, "city.json");
        for (var field :
                List.of("id", "name", "assembly", "steeringGroup", "reportedTo", "factionSeats"))
            words.add(city.get(field).asString());
        // such as `ag-` of `ag-.*`
        words.add(city.get("workingGroups").asString().replaceFirst("[^a-z0-9-].*", ""));
        words.add(json(folder, "law.json").get("shortName").asString());
        for (var district : json(folder, "districts.json").get("districts"))
            words.addAll(
                    List.of(
                            district.get("id").asString(),
                            district.get("name").asString(),
                            district.get("council").get("id").asString()));
        for (var body : json(folder, "bodies.json").get("bodies"))
            if (body.has("shortName")) words.add(body.get("shortName").asString());
        var german = properties(folder, "words.properties");
        for (var term : TERMS) words.add(german.getProperty("term." + term));
        words.add(german.getProperty("term.local-council.many"));
        var english = properties(folder, "words_en.properties");
        for (var term : List.of("programme", "programme.short"))
            words.add(english.getProperty("term." + term));
    }

    private static Properties properties(Path folder, String file) throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve(file))) {
            words.load(reader);
        }
        return words;
    }

    private static JsonNode json(Path folder, String file) {
        return JsonMapper.shared().readTree(folder.resolve(file).toFile());
    }

    /// @param root of the tree: every module's `src/main` is read
    /// @return `path:line: word`
    public List<String> in(Path root) {
        var found = new ArrayList<String>();
        try {
            Files.walkFileTree(
                    root,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            return NEVER_MAIN.contains(folder.getFileName().toString())
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            if (isMain(root.relativize(file).toString())) read(root, file, found);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found.stream().sorted().toList();
    }

    private static boolean isMain(String path) {
        return path.contains("src/main/")
                && READ.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    private void read(Path root, Path file, List<String> found) throws IOException {
        var java = file.toString().endsWith(".java");
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (java && line.strip().startsWith("//")) continue;
            var said = foundIn(line.toLowerCase(Locale.ROOT));
            if (!said.isEmpty()) found.add(root.relativize(file) + ":" + number + ": " + said);
        }
    }

    private String foundIn(String line) {
        return words.stream()
                .filter(word -> beginsIn(line, word))
                .collect(Collectors.joining(", "));
    }

    private static boolean beginsIn(String line, String word) {
        for (var at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1))
            if (at == 0
                    || !Character.isLetterOrDigit(line.charAt(at - 1))
                            && line.charAt(at - 1) != '-') return true;
        return false;
    }
}
