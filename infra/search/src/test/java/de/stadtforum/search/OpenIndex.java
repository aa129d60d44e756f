package de.stadtforum.search;

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
}
