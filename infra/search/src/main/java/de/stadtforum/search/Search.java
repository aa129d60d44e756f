package de.stadtforum.search;

import de.stadtforum.search.FacetCounts.Counts;
import de.stadtforum.search.Found.Count;
import de.stadtforum.search.GermanText.Word;
import java.io.IOException;
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
        if (!question.sorting().byRank())
            return NearRanges.of(searcher.getIndexReader(), question.sorting(), after).stream()
                    .map(this::within)
                    .toList();
        var any = after == null || (Float) after.fields[0] >= WordQuery.leastRank(words);
        return any ? List.of(question.query(WordQuery.exactly(words))) : List.of();
    }

    private Query within(Filter range) {
        return new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(IndexedEntry.query(range), Occur.FILTER)
                .build();
    }
}
