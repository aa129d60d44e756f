package de.stadtforum.search;

import de.stadtforum.search.FacetCounts.Counts;
import de.stadtforum.search.Found.Count;
import de.stadtforum.search.GermanText.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/// Answers one question from one view of the index.
///
/// @param query of the question, as Lucene sees it
/// @param after the place at which the one before ended
record Search(
        IndexSearcher searcher,
        Question question,
        List<Word> words,
        Query query,
        @Nullable FieldDoc after) {
    static Search of(
            IndexSearcher searcher, Question question, List<Word> words, @Nullable FieldDoc after)
            throws IOException {
        var query = searcher.rewrite(question.query(WordQuery.of(words)));
        return new Search(searcher, question, words, query, after);
    }

    Found found() throws IOException {
        var counts = counts();
        var count = Count.of(counts.entries());
        // words cost more to look for again than a few entries to look at
        var few = question.words() != null && count.exact();
        var lines = few ? lines(query) : linesOfMany();
        var shown = lines.subList(0, Math.min(lines.size(), question.limit()));
        var keys =
                shown.stream()
                        .map(each -> EntryKey.of(Sorting.keyOf(each).utf8ToString()))
                        .toList();
        var next = lines.size() > shown.size() ? SearchCursor.of(question, shown.getLast()) : null;
        return new Found(keys, next, count, counts.facets());
    }

    /// One more than is shown, where there is a next. What is likely to hold enough is looked at first, and cheap.
    private List<FieldDoc> linesOfMany() throws IOException {
        for (var likely : likely()) {
            var found = lines(likely);
            if (found.size() == lines()) return found;
        }
        return lines(query);
    }

    private int lines() {
        return question.limit() + 1;
    }

    /// What has all words as they are is cheap to count; where that alone is more than is counted, nothing else matters.
    private Counts counts() throws IOException {
        if (question.words() != null) {
            var exactly = question.query(WordQuery.exactly(words));
            var some = searcher.search(exactly, new FacetCounts(List.of(), Count.EXACT_TO));
            if (some.entries() > Count.EXACT_TO) return some;
        }
        return searcher.search(query, new FacetCounts(question.facets(), most()));
    }

    /// So many are counted: all of a list whose facets are asked for, which cost little each; words do not.
    private int most() {
        return question.words() == null && !question.facets().isEmpty()
                ? Integer.MAX_VALUE
                : Count.EXACT_TO;
    }

    private List<FieldDoc> lines(Query part) throws IOException {
        var sort = question.sorting().sort();
        var found = searcher.search(part, new TopFieldCollectorManager(sort, lines(), after, 1));
        return Arrays.stream(found.scoreDocs).map(FieldDoc.class::cast).toList();
    }

    /// Parts of the list whose lines come before all others.
    private List<Query> likely() throws IOException {
        return question.sorting().byRank() ? likelyByRank() : ranges(query, after, null);
    }

    /// What has all words as they are; of that only a title gives a better rank than the least, so first what is near by its number or has one.
    private List<Query> likelyByRank() throws IOException {
        var least = WordQuery.leastRank(words);
        if (after != null && Sorting.rankOf(after) < least) return List.of();
        var exactly = question.query(WordQuery.exactly(words));
        var begin = after != null && Sorting.rankOf(after) == least ? after : null;
        var parts = ranges(exactly, begin, WordQuery.anyInTitle(words));
        parts.add(exactly);
        return parts;
    }

    /// @param begin the place that they follow; null from the beginning
    /// @param always what is in each of them wherever it lies; null for nothing
    private List<Query> ranges(Query part, @Nullable FieldDoc begin, @Nullable Query always)
            throws IOException {
        var parts = new ArrayList<Query>();
        for (var range : NearRanges.of(searcher.getIndexReader(), question.sorting(), begin))
            parts.add(within(part, IndexedEntry.query(range), always));
        return parts;
    }

    private static Query within(Query part, Query range, @Nullable Query always) {
        var near = new BooleanQuery.Builder().add(range, Occur.SHOULD);
        if (always != null) near.add(always, Occur.SHOULD);
        return new BooleanQuery.Builder()
                .add(part, Occur.MUST)
                .add(near.build(), Occur.FILTER)
                .build();
    }
}
