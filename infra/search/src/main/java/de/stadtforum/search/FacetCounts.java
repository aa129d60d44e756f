package de.stadtforum.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// How many there are, and how many of them have each value of these keywords, in one look at each; it ends after so many.
///
/// Lucene's own facets number the values of all segments anew after each refresh; here they are few, and counted by segment.
///
/// @param most that are looked at; where there are more, how many is not known
record FacetCounts(List<String> keywords, int most)
        implements CollectorManager<FacetCounts.Counter, FacetCounts.Counts> {
    /// @param facets by keyword and value; empty where there are more than are looked at
    record Counts(long entries, SortedMap<String, SortedMap<String, Long>> facets) {}

    @Override
    public Counter newCollector() {
        return new Counter(keywords, most);
    }

    @Override
    public Counts reduce(Collection<Counter> counters) throws IOException {
        var entries = counters.stream().mapToLong(each -> each.entries).sum();
        var facets = new TreeMap<String, SortedMap<String, Long>>();
        if (entries > most) return new Counts(entries, facets);
        for (var keyword : keywords) facets.put(keyword, new TreeMap<>());
        for (var counter : counters)
            for (var column : counter.columns)
                column.addTo(facets.computeIfAbsent(column.keyword, _ -> new TreeMap<>()));
        return new Counts(entries, facets);
    }

    private static final class Column {
        private final String keyword;
        private final SortedSetDocValues values;
        private final long[] counts;

        Column(String keyword, SortedSetDocValues values) {
            this.keyword = keyword;
            this.values = values;
            this.counts = new long[(int) values.getValueCount()];
        }

        void count(int doc) throws IOException {
            if (!values.advanceExact(doc)) return;
            for (var each = values.docValueCount(); each > 0; each--)
                counts[(int) values.nextOrd()]++;
        }

        void addTo(SortedMap<String, Long> facet) throws IOException {
            for (var ord = 0; ord < counts.length; ord++)
                if (counts[ord] > 0)
                    facet.merge(values.lookupOrd(ord).utf8ToString(), counts[ord], Long::sum);
        }
    }

    static final class Counter implements Collector {
        private final List<String> keywords;
        private final int most;
        private final List<Column> columns = new ArrayList<>();
        private long entries;

        private Counter(List<String> keywords, int most) {
            this.keywords = keywords;
            this.most = most;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            if (entries > most) throw new CollectionTerminatedException();
            var here = new ArrayList<Column>();
            for (var keyword : keywords) {
                var values = DocValues.getSortedSet(leaf.reader(), IndexedEntry.keyword(keyword));
                here.add(new Column(keyword, values));
            }
            columns.addAll(here);
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int doc) throws IOException {
                    if (++entries > most) throw new CollectionTerminatedException();
                    for (var column : here) column.count(doc);
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
