package de.stadtforum.search;

import java.util.ArrayList;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/// The order of what is found: by a number, and last by kind and id in the same direction, so that no two entries share a place. An entry
/// without the number stands at the end.
///
/// @param byRank those first that fit the words best
public record Sorting(boolean byRank, String number, boolean descending) {
    public static Sorting ascending(String number) {
        return new Sorting(false, number, false);
    }

    public static Sorting descending(String number) {
        return new Sorting(false, number, true);
    }

    /// What fits the words equally well, by this number, the largest first.
    public static Sorting byRankAndThen(String number) {
        return new Sorting(true, number, true);
    }

    Sort sort() {
        var fields = new ArrayList<SortField>();
        if (byRank) fields.add(SortField.FIELD_SCORE);
        fields.add(
                new SortField(
                        IndexedEntry.number(number),
                        SortField.Type.LONG,
                        descending,
                        descending ? Long.MIN_VALUE : Long.MAX_VALUE));
        fields.add(new SortField(IndexedEntry.KEY, SortField.Type.STRING, descending));
        return new Sort(fields.toArray(SortField[]::new));
    }

    /// The first of the fields that [#sort] has, where it is by rank.
    static float rankOf(FieldDoc place) {
        return (Float) place.fields[0];
    }

    /// Of the fields that [#sort] has, the one before the last.
    static long numberOf(FieldDoc place) {
        return (Long) place.fields[place.fields.length - 2];
    }

    /// The last one.
    static BytesRef keyOf(FieldDoc place) {
        return (BytesRef) place.fields[place.fields.length - 1];
    }
}
