package de.stadtforum.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/// Where the next lines of a list by a number most likely are: right behind its cursor. The first range holds some 1,000 entries if the numbers are
/// spread evenly, each further one 16 times as much; where even the last holds too few, the whole list is looked at.
///
/// Lucene leaves out what cannot come into a list as soon as the list is full. But entries lie in an order, the newest first: of the oldest each
/// is a better one than all before it, nothing is left out, and without the ranges a first page would cost all that there is.
final class NearRanges {
    private static final double FIRST = 1_000;
    private static final int WIDER = 16;

    private NearRanges() {}

    static List<Filter> of(IndexReader reader, Sorting sorting, @Nullable FieldDoc after)
            throws IOException {
        var ranges = new ArrayList<Filter>();
        var number = sorting.number();
        var field = IndexedEntry.number(number);
        var entries = PointValues.size(reader, field);
        if (entries == 0) return ranges;
        var least = LongPoint.decodeDimension(PointValues.getMinPackedValue(reader, field), 0);
        var most = LongPoint.decodeDimension(PointValues.getMaxPackedValue(reader, field), 0);
        var begin = after != null ? Sorting.numberOf(after) : sorting.descending() ? most : least;
        var width = ((double) most - least) * FIRST / entries;
        for (var held = FIRST; held < entries; held *= WIDER, width *= WIDER)
            ranges.add(
                    sorting.descending()
                            ? Filter.between(number, (long) (begin - width), begin)
                            : Filter.between(number, begin, (long) (begin + width)));
        return ranges;
    }
}
