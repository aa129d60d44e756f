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
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// How many of the found have each value of these keywords. It looks at each one found, and nowhere else does a question cost what it finds:
/// ask for facets where they are shown.
///
/// Lucene's own facets number the values of all segments anew after each refresh; here they are few, and counted by segment.
record FacetCounts(List<String> keywords)
        implements CollectorManager<
                FacetCounts.Counter, SortedMap<String, SortedMap<String, Long>>> {
    @Override
    public Counter newCollector() {
        return new Counter(keywords, new ArrayList<>());
    }

    @Override
    public SortedMap<String, SortedMap<String, Long>> reduce(Collection<Counter> counters)
            throws IOException {
        var facets = new TreeMap<String, SortedMap<String, Long>>();
        for (var keyword : keywords) facets.put(keyword, new TreeMap<>());
        for (var counter : counters)
            for (var column : counter.columns)
                column.addTo(facets.computeIfAbsent(column.keyword, _ -> new TreeMap<>()));
        return facets;
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

    record Counter(List<String> keywords, List<Column> columns) implements Collector {
        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
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
