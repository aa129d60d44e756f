package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// Keeps its ordered indexes with its documents, and asks them before it scans.
final class IndexedCollection extends H2Collection {
    private static final int SAMPLES = 64;
    private static final int LEAST_BUDGET = 1000;
    private static final int SCANNED_PER_LOOK = 16;

    private final MVMap<Object, Document> documents;
    private final IndexedDatabase database;
    private final Map<String, OrderedIndex> ordered = new ConcurrentHashMap<>();
    private CollectionMaps maps;

    IndexedCollection(
            IndexedDatabase database,
            String name,
            CollectionOptions options,
            CollectionMaps maps,
            CursorRegistry cursors) {
        var documents = maps.documents();
        super(database, name, options, documents, maps.meta(), cursors);
        this.documents = documents;
        this.maps = maps;
        this.database = database;
    }

    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
        if (isOrderable(index)) ordered.computeIfAbsent(index.getName(), _ -> open(index));
    }

    /// The ids have their order from the documents' own map.
    private boolean isOrderable(Index<Object> index) {
        return !index.equals(ids())
                && index.getKeys().stream()
                        .flatMap(key -> Stream.of(key.getKey().split("\\.", -1)))
                        .noneMatch(part -> part.isEmpty() || part.startsWith("$"));
    }

    private OrderedIndex open(Index<Object> index) {
        var sparse = index.toIndexDescription().containsKey("sparse");
        var opened = new OrderedIndex(index.getKeys(), sparse, maps.entries(index.getName()));
        // one that is made later may find the entries of one that the library forgot
        if (database.isOpened() || !opened.isBuilt() || !agrees(opened))
            opened.build(streamAllDocumentsWithPosition());
        return opened;
    }

    /// By samples: to read all documents would make each start slow.
    private boolean agrees(OrderedIndex index) {
        var step = 1 + documents.sizeAsLong() / SAMPLES;
        return LongStream.iterate(0, place -> place < documents.sizeAsLong(), place -> place + step)
                        .mapToObj(documents::getKey)
                        .allMatch(position -> index.holds(getDocument(position), position))
                && index.leadsTo(documents, SAMPLES);
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        if (ordered.remove(name) != null) maps.removeEntries(name);
    }

    void moved(CollectionMaps to) {
        maps = to;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        var position = super.addDocumentInternal(document);
        var stored = Missing.ofNullable(position);
        ordered.values().forEach(index -> index.add(document, stored));
        return position;
    }

    @Override
    protected void removeDocument(Object position) {
        var document = getDocument(position);
        if (document != null) ordered.values().forEach(index -> index.remove(document, position));
        super.removeDocument(position);
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        super.handleUpdate(position, before, after);
        var stored = Missing.ofNullable(position);
        ordered.values().forEach(index -> index.update(before, after, stored));
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        var wanted = limit > 0 ? (long) numberToSkip + limit : 0;
        var path = planner().cheapest(query, orderBy, wanted);
        if (path != null) {
            try {
                return matchDocumentsFromStream(
                        query,
                        path.positions(budget(path, wanted))
                                .map(this::getDocument)
                                .filter(Objects::nonNull),
                        numberToSkip,
                        limit,
                        batchSize,
                        path.inOrder() ? null : deriveComparator(orderBy),
                        fields);
            } catch (AccessPath.GaveUp _) {
                // a scan after all
            }
        }
        return matchDocuments(query, orderBy, numberToSkip, limit, batchSize, fields);
    }

    /// In an order of values each document is on another page of the file: soon a scan is faster.
    private long budget(AccessPath path, long wanted) {
        if (!path.inOrder() || wanted == 0) return Long.MAX_VALUE;
        return Math.max(LEAST_BUDGET, wanted + documents.sizeAsLong() / SCANNED_PER_LOOK);
    }

    /// The library changes a found document field by field, while another answer that holds it may be on its way: each has its own, and
    /// the stored one is replaced.
    @Override
    protected QueryResult createQueryResult(List<Document> found, int batchSize) {
        return super.createQueryResult(found.stream().map(Document::clone).toList(), batchSize);
    }

    private QueryPlanner planner() {
        return new QueryPlanner(new DocumentIds(documents, getIdField(), ids()), ordered.values());
    }

    private @Nullable Index<Object> ids() {
        return getIndexes().stream()
                .filter(index -> index.getKeys().size() == 1)
                .filter(index -> index.getKeys().getFirst().getKey().equals(getIdField()))
                .findFirst()
                .orElse(null);
    }

    /// The documents that an aggregation begins with, if the indexes have fewer than all for it.
    ///
    /// @return null if it must begin with all
    synchronized @Nullable H2Collection narrowedFor(
            List<Document> pipeline, CursorRegistry cursors) {
        var start = PipelineStart.of(pipeline);
        if (planner().cheapest(start.filter(), start.sort(), start.wanted()) == null) return null;
        return new H2Collection(
                getDatabase(), getCollectionName(), options, documents, maps.meta(), cursors) {
            @Override
            public Stream<Document> queryAllAsStream() {
                return start.in(IndexedCollection.this);
            }
        };
    }

    /// See [QueryPlanner#counted].
    synchronized OptionalLong counted(Document filter) {
        return planner().counted(filter);
    }

    @Override
    public synchronized int count(@Nullable Document query, int skip, int limit) {
        return super.count(query, skip, limit);
    }

    @Override
    protected boolean documentMatchesQuery(Document document, Document query) {
        database.countLook();
        return super.documentMatchesQuery(document, query);
    }
}
