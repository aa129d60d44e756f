package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// The documents of a collection by the values of some fields. A document with values that have no order is an entry of its own kind,
/// which every query looks at; one with arrays has an entry for each element.
final class OrderedIndex {
    private static final byte[] FIRST = {0x08};
    private static final byte[] LAST = {(byte) 0xff};
    private static final byte[] UNORDERED = {1};
    private static final byte[] ARRAYS = {2};
    private static final IndexEntry BUILT = new IndexEntry(new byte[] {0}, SortableBytes.VERSION);
    private static final int MOST_ENTRIES = 1000;

    private final List<IndexKey> keys;
    private final boolean sparse;
    private final MVMap<IndexEntry, Boolean> entries;

    OrderedIndex(List<IndexKey> keys, boolean sparse, MVMap<IndexEntry, Boolean> entries) {
        this.keys = keys;
        this.sparse = sparse;
        this.entries = entries;
    }

    List<IndexKey> keys() {
        return keys;
    }

    boolean isSparse() {
        return sparse;
    }

    boolean isBuilt() {
        return entries.containsKey(BUILT);
    }

    /// Anew, from all documents.
    void build(Stream<DocumentWithPosition<Object>> documents) {
        entries.clear();
        documents.forEach(each -> add(each.getDocument(), each.getPosition()));
        entries.put(BUILT, true);
    }

    void add(Document document, Object position) {
        for (var bytes : bytesOf(document)) entries.put(new IndexEntry(bytes, position), true);
    }

    void remove(Document document, Object position) {
        for (var bytes : bytesOf(document)) entries.remove(new IndexEntry(bytes, position));
    }

    void update(Document before, Document after, Object position) {
        var gone = bytesOf(before);
        var added = bytesOf(after);
        for (var bytes : gone)
            if (!added.contains(bytes)) entries.remove(new IndexEntry(bytes, position));
        for (var bytes : added)
            if (!gone.contains(bytes)) entries.put(new IndexEntry(bytes, position), true);
    }

    boolean holds(Document document, Object position) {
        return bytesOf(document).stream()
                .allMatch(bytes -> entries.containsKey(new IndexEntry(bytes, position)));
    }

    private SortedSet<byte[]> bytesOf(Document document) {
        var all = new TreeSet<byte[]>(Arrays::compareUnsigned);
        var values = keys.stream().map(key -> IndexedValues.of(document, key)).toList();
        if (values.stream().anyMatch(value -> value.array)) all.add(ARRAYS);
        if (sparse && values.stream().noneMatch(value -> value.present)) return all;
        if (values.stream().anyMatch(value -> value.unordered)
                || combinations(values) > MOST_ENTRIES) all.add(UNORDERED);
        else addCombined(all, new byte[0], values);
        return all;
    }

    private static long combinations(List<IndexedValues> values) {
        return values.stream()
                .mapToLong(value -> value.bytes.size())
                .reduce(1, (one, two) -> Math.min(one, MOST_ENTRIES + 1) * two);
    }

    private void addCombined(SortedSet<byte[]> all, byte[] beginning, List<IndexedValues> rest) {
        if (rest.isEmpty()) {
            all.add(beginning);
            return;
        }
        var ascending = keys.get(keys.size() - rest.size()).isAscending();
        for (var bytes : rest.getFirst().bytes)
            addCombined(
                    all,
                    SortableBytes.concatenated(
                            beginning, ascending ? bytes : SortableBytes.inverted(bytes)),
                    rest.subList(1, rest.size()));
    }

    boolean holdsArrays() {
        return count(kind(ARRAYS)) > 0;
    }

    long unordered() {
        return count(kind(UNORDERED));
    }

    private static KeyRange kind(byte[] kind) {
        return new KeyRange(IndexEntry.before(kind), IndexEntry.after(kind));
    }

    static KeyRange all() {
        return KeyRange.between(FIRST, LAST);
    }

    /// By the ranks of the bounds: no entry between them is read.
    long count(List<KeyRange> ranges) {
        return ranges.stream().mapToLong(this::count).sum();
    }

    private long count(KeyRange range) {
        return entries.isEmpty() ? 0 : rank(range.to()) - rank(range.from());
    }

    private long rank(IndexEntry bound) {
        var rank = entries.getKeyIndex(bound);
        return rank < 0 ? -rank - 1 : rank;
    }

    List<KeyRange> merged(List<KeyRange> ranges) {
        return KeyRange.merged(ranges, order());
    }

    /// Lazily: nothing is read that nobody takes.
    Stream<Object> positions(List<KeyRange> ranges, ScanDirection direction) {
        return (direction.forward() ? ranges : ranges.reversed())
                .stream().flatMap(range -> entries(range, direction)).map(OrderedIndex::position);
    }

    Stream<Object> unorderedPositions() {
        return entries(kind(UNORDERED), true).map(OrderedIndex::position);
    }

    private static Object position(IndexEntry entry) {
        return Objects.requireNonNull(entry.position());
    }

    private Stream<IndexEntry> entries(KeyRange range, ScanDirection direction) {
        if (direction.forward() == direction.tiesForward())
            return entries(range, direction.forward());
        return groups(range, direction.forward())
                .flatMap(group -> entries(group.within(range, order()), direction.tiesForward()));
    }

    private Stream<IndexEntry> entries(KeyRange range, boolean forward) {
        Iterator<IndexEntry> cursor =
                forward
                        ? entries.cursor(range.from(), range.to(), false)
                        : entries.cursor(range.to(), range.from(), true);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false);
    }

    /// The entries of the same values each, one group after the other.
    private Stream<KeyRange> groups(KeyRange range, boolean forward) {
        return Stream.iterate(
                        groupAt(forward ? range.from() : range.to(), forward),
                        group -> group != null && group.within(range, order()).isNotEmpty(order()),
                        group -> groupAt(forward ? group.to() : group.from(), forward))
                .map(Objects::requireNonNull);
    }

    private @Nullable KeyRange groupAt(IndexEntry bound, boolean forward) {
        var entry = forward ? entries.ceilingKey(bound) : entries.lowerKey(bound);
        return entry == null ? null : kind(entry.bytes());
    }

    private Comparator<IndexEntry> order() {
        return entries.getKeyType();
    }

    /// Whether some of the entries, evenly spread, are those of their documents.
    boolean leadsTo(Map<Object, Document> documents, int samples) {
        var step = 1 + entries.sizeAsLong() / samples;
        return LongStream.iterate(1, place -> place < entries.sizeAsLong(), place -> place + step)
                .mapToObj(entries::getKey)
                .allMatch(entry -> isOf(documents.get(position(entry)), entry));
    }

    private boolean isOf(@Nullable Document document, IndexEntry entry) {
        return document != null && bytesOf(document).contains(entry.bytes());
    }
}
