package de.stadtforum.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The samples of facts that were ever published, `<type>/<number>.json`: a number is added when a field was added, none is changed or taken away.
record Samples(Path folder) {
    /// Digests of what was published, as `sha256sum -c` reads them; lines are only added.
    private static final String DIGESTS = "SHA256SUMS";

    record Sample(String file, JsonNode json) {}

    /// In the order of their publication; the last one is the newest.
    List<Sample> of(String type) {
        var samples = new ArrayList<Sample>();
        for (var file : list(folder.resolve(type)))
            samples.add(
                    new Sample(
                            type + "/" + file,
                            GeneratedText.json(folder.resolve(type).resolve(file))));
        samples.sort(
                Comparator.comparingInt(
                        sample -> Integer.parseInt(sample.file().replaceAll(".*/|\\.json", ""))));
        return samples;
    }

    /// The types of which there are samples.
    SortedSet<String> types() {
        var types = list(folder);
        types.remove(DIGESTS);
        return types;
    }

    /// What was published under another content, or is there without having been published.
    List<String> tamperedWith() {
        var found = new ArrayList<String>();
        var published = published();
        var present = digests();
        published.forEach((file, digest) -> {
            if (!present.containsKey(file))
                found.add("sample %s was published and is gone".formatted(file));
            else if (!present.get(file).equals(digest))
                found.add("sample %s was published and is changed".formatted(file));
        });
        for (var file : present.keySet())
            if (!published.containsKey(file))
                found.add("sample %s is not in %s".formatted(file, DIGESTS));
        return found;
    }

    /// Adds a sample to those of its type.
    void publish(String type, JsonNode sample) {
        var file = "%s/%d.json".formatted(type, of(type).size() + 1);
        GeneratedText.write(folder.resolve(file), GeneratedText.of(sample));
        var lines = new StringBuilder();
        var published = published();
        published.put(file, digests().get(file));
        published.forEach(
                (name, digest) -> lines.append(digest).append("  ").append(name).append('\n'));
        GeneratedText.write(folder.resolve(DIGESTS), lines.toString());
    }

    private SortedMap<String, String> published() {
        var published = new TreeMap<String, String>();
        if (Files.exists(folder.resolve(DIGESTS)))
            GeneratedText.read(folder.resolve(DIGESTS))
                    .lines()
                    .forEach(line -> published.put(line.substring(66), line.substring(0, 64)));
        return published;
    }

    private SortedMap<String, String> digests() {
        var digests = new TreeMap<String, String>();
        for (var type : types())
            for (var file : list(folder.resolve(type)))
                digests.put(
                        type + "/" + file,
                        digest(GeneratedText.read(folder.resolve(type).resolve(file))));
        return digests;
    }

    private static String digest(String text) {
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static SortedSet<String> list(Path folder) {
        if (!Files.isDirectory(folder)) return new TreeSet<>();
        try (var files = Files.list(folder)) {
            var names = new TreeSet<String>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
