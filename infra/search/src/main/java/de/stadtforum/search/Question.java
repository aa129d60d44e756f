package de.stadtforum.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// What a list asks for.
///
/// @param words as they were typed; null where none are looked for, and then everything fits; without a letter or digit nothing does
/// @param filters all must hold
/// @param cursor where the one before ended; null for the first
/// @param limit 1 to 200
/// @param facets keywords whose values are counted, within the question
/// @param seen a change that must be seen, as [SearchIndex#put] gave it; 0 for none
public record Question(
        @Nullable String words,
        List<Filter> filters,
        Sorting sorting,
        @Nullable String cursor,
        int limit,
        List<String> facets,
        long seen) {
    public static final int MOST = 200;

    /// What is typed beyond so many signs is not looked at.
    public static final int MOST_SIGNS = GermanText.MOST_SIGNS;

    public Question {
        if (limit < 1 || limit > MOST)
            throw new IllegalArgumentException("a list has 1 to " + MOST + " lines");
        filters = List.copyOf(filters);
        facets = List.copyOf(facets);
    }

    public static Question of(Sorting sorting) {
        return new Question(null, List.of(), sorting, null, 25, List.of(), 0);
    }

    public Question words(@Nullable String typed) {
        return new Question(typed, filters, sorting, cursor, limit, facets, seen);
    }

    public Question where(Filter filter) {
        var all = new ArrayList<>(filters);
        all.add(filter);
        return new Question(words, all, sorting, cursor, limit, facets, seen);
    }

    public Question from(@Nullable String next) {
        return new Question(words, filters, sorting, next, limit, facets, seen);
    }

    public Question limit(int most) {
        return new Question(words, filters, sorting, cursor, most, facets, seen);
    }

    public Question facets(String... keywords) {
        return new Question(words, filters, sorting, cursor, limit, List.of(keywords), seen);
    }

    public Question seen(long change) {
        return new Question(words, filters, sorting, cursor, limit, facets, change);
    }

    /// The same for Lucene.
    ///
    /// @param ofWords finds the words; not used where none are looked for
    Query query(Query ofWords) {
        var all = new BooleanQuery.Builder();
        for (var filter : filters) all.add(IndexedEntry.query(filter), Occur.FILTER);
        if (words != null) all.add(ofWords, sorting.byRank() ? Occur.MUST : Occur.FILTER);
        var query = all.build();
        return query.clauses().isEmpty() ? MatchAllDocsQuery.INSTANCE : query;
    }
}
