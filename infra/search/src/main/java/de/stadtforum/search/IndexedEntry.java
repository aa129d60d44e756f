package de.stadtforum.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// An entry as it lies in the index: words without places, numbers and keywords as terms and columns, nothing that is stored.
final class IndexedEntry {
    /// Raised whenever what is written here means something else: older indexes are then built anew.
    static final int FORM = 1;

    static final String KEY = "key";

    /// A number of all its words, by which is noticed that they changed.
    private static final String WORDING = "wording";

    /// Of what is not in the index.
    static final long NO_WORDING = 0;

    private static final FieldType WORDS = words();

    private IndexedEntry() {}

    private static FieldType words() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    static String keyword(String name) {
        return "k." + name;
    }

    static String number(String name) {
        return "n." + name;
    }

    static Term term(EntryKey key) {
        return new Term(KEY, key.term());
    }

    static Document of(Entry entry) {
        var document = new Document();
        var key = entry.key().term();
        document.add(new StringField(KEY, key, Field.Store.NO));
        document.add(new SortedDocValuesField(KEY, new BytesRef(key)));
        document.add(new NumericDocValuesField(WORDING, wording(entry)));
        addKeywords(document, Entry.KIND, List.of(entry.key().kind()));
        entry.keywords().forEach((name, values) -> addKeywords(document, name, values));
        entry.numbers()
                .forEach((name, value) -> {
                    document.add(new LongPoint(number(name), value));
                    document.add(new NumericDocValuesField(number(name), value));
                });
        addWords(document, WordQuery.TITLE, entry.title());
        addWords(document, WordQuery.WORD, entry.title());
        addWords(document, WordQuery.WORD, entry.text());
        return document;
    }

    static Query query(Filter filter) {
        return switch (filter) {
            case Filter.AnyOf(var keyword, var values) ->
                    new TermInSetQuery(
                            keyword(keyword), values.stream().map(BytesRef::new).toList());
            case Filter.Between(var number, var least, var most) ->
                    new IndexOrDocValuesQuery(
                            LongPoint.newRangeQuery(number(number), least, most),
                            NumericDocValuesField.newSlowRangeQuery(number(number), least, most));
        };
    }

    private static void addKeywords(Document document, String name, List<String> values) {
        for (var value : values) {
            document.add(new StringField(keyword(name), value, Field.Store.NO));
            document.add(new SortedSetDocValuesField(keyword(name), new BytesRef(value)));
        }
    }

    private static void addWords(Document document, String field, String text) {
        if (text.isBlank()) return;
        var plain = GermanText.plain(text);
        document.add(new Field(field, plain, WORDS));
        document.add(new Field(field + GermanText.STEM, plain, WORDS));
    }

    /// Never [#NO_WORDING].
    static long wording(Entry entry) {
        return 1L | 31L * entry.title().hashCode() + ((long) entry.text().hashCode() << 20);
    }

    static long wording(IndexSearcher searcher, EntryKey key) throws IOException {
        var found = searcher.search(new TermQuery(term(key)), 1, Sort.INDEXORDER).scoreDocs;
        if (found.length == 0) return NO_WORDING;
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(found[0].doc, leaves));
        var wordings = DocValues.getNumeric(leaf.reader(), WORDING);
        wordings.advance(found[0].doc - leaf.docBase);
        return wordings.longValue();
    }
}
