package de.stadtforum.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.store.Directory;

/// An index that is opened and built, with nothing in it.
record OpenIndex(SearchIndex index) implements AutoCloseable {
    static final String FIELDS = "district, created";
    static final Sorting NEWEST = Sorting.descending("created");
    static final Sorting BEST = Sorting.byRankAndThen("created");

    static OpenIndex in(Path folder) {
        return in(folder, UnaryOperator.identity());
    }

    static OpenIndex in(Path folder, UnaryOperator<Directory> wrap) {
        var opened = new OpenIndex(new SearchIndex(folder, FIELDS, "created", wrap));
        opened.index.open();
        opened.keep();
        return opened;
    }

    static SearchIndex unopened(Path folder) {
        return new SearchIndex(folder, FIELDS, "created");
    }

    void keep() {
        var positions = new TreeMap<String, Long>();
        positions.put("contribution", 1L);
        index.commit(positions);
    }

    static Entry contribution(String id, String title, String text) {
        return Entry.of("contribution", id).title(title).text(text);
    }

    void put(Entry... entries) {
        for (var entry : entries) index.put(entry);
        index.refresh();
    }

    List<String> found(Question question) {
        return index.find(question).ids();
    }

    List<String> found(String words) {
        return found(Question.of(BEST).words(words).limit(Question.MOST));
    }

    @Override
    public void close() {
        index.close();
    }

    /// Whether these letters, of those that Lucene does not pack, are in any file.
    static boolean isInTheFiles(Path folder, String word) throws IOException {
        var bytes = new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) if (holds(file, bytes)) return true;
        }
        return false;
    }

    private static boolean holds(Path file, String bytes) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(bytes);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        }
    }
}
