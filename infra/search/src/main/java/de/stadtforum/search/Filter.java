package de.stadtforum.search;

import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/// What an entry must have to be found.
public sealed interface Filter {
    /// One of these values; none of them finds nothing.
    record AnyOf(String keyword, List<String> values) implements Filter {
        public AnyOf {
            values = List.copyOf(values);
        }
    }

    /// A number within these, both included.
    record Between(String number, long least, long most) implements Filter {}

    static Filter anyOf(String keyword, String... values) {
        return new AnyOf(keyword, List.of(values));
    }

    static Filter between(String number, long least, long most) {
        return new Between(number, least, most);
    }

    static Query range(String field, long least, long most) {
        return new IndexOrDocValuesQuery(
                LongPoint.newRangeQuery(field, least, most),
                NumericDocValuesField.newSlowRangeQuery(field, least, most));
    }

    /// The same for Lucene.
    default Query query() {
        return switch (this) {
            case AnyOf(var keyword, var values) ->
                    new TermInSetQuery(
                            IndexedEntry.keyword(keyword),
                            values.stream().map(BytesRef::new).toList());
            case Between(var number, var least, var most) ->
                    range(IndexedEntry.number(number), least, most);
        };
    }
}
