package de.stadtforum.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What the source says about a fact in its `///` sentence; consumers outside this tree read it in the schema.
record Explanations(Map<String, String> types, Map<String, Map<String, String>> fields) {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern DECLARED =
            Pattern.compile("\\s*(?:public )?(?:sealed )?(?:interface|record) (\\w+).*");
    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) (.*)");

    /// The sentences in the source of this owner.
    static Explanations of(Class<?> owner) {
        var source = SOURCES.resolve(owner.getName().replace('.', '/') + ".java");
        if (!Files.exists(source)) return new Explanations(Map.of(), Map.of());
        try {
            return read(Files.readAllLines(source));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Explanations read(List<String> source) {
        var explanations = new Explanations(new TreeMap<>(), new TreeMap<>());
        var sentences = new ArrayList<String>();
        for (var line : source) {
            var declared = DECLARED.matcher(line);
            if (line.strip().startsWith("///")) sentences.add(line.strip().substring(3).strip());
            else if (declared.matches()) explanations.add(declared.group(1), sentences);
            else sentences.clear();
        }
        return explanations;
    }

    private void add(String type, List<String> sentences) {
        var text = new ArrayList<String>();
        var ofFields = new TreeMap<String, String>();
        for (var sentence : sentences) {
            var parameter = PARAMETER.matcher(sentence);
            if (parameter.matches()) ofFields.put(parameter.group(1), parameter.group(2));
            else if (!sentence.isEmpty()) text.add(sentence);
        }
        if (!text.isEmpty()) types.put(type, String.join(" ", text));
        fields.put(type, ofFields);
        sentences.clear();
    }

    Optional<String> type(Class<?> type) {
        return Optional.ofNullable(types.get(type.getSimpleName()));
    }

    Optional<String> field(Class<?> type, String field) {
        return Optional.ofNullable(fields.getOrDefault(type.getSimpleName(), Map.of()).get(field));
    }
}
