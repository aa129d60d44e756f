package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/// A database whose collections answer from ordered indexes.
public final class IndexedDatabase extends H2Database {
    private final MVStore store;
    private final LongAdder looked;
    private final Lock dropping;
    private boolean opened;

    public IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
        // the library opens the collections while it is constructed
        this.store = store;
        this.looked = new LongAdder();
        this.dropping = new ReentrantLock();
        super(name, store, cursors);
        this.opened = true;
    }

    /// Whether all collections of the file have their indexes.
    boolean isOpened() {
        return opened;
    }

    void countLook() {
        looked.increment();
    }

    /// How many documents were held against filters since the start.
    long looked() {
        return looked.sum();
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(
            String name, CollectionOptions options) {
        var maps = new CollectionMaps(store, getFullCollectionNamespace(name));
        return new IndexedCollection(this, name, options, maps, cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() != 1 || !keys.getFirst().getKey().equals("_id"))
            return super.openOrCreateUniqueIndex(collection, name, keys, sparse);
        var maps = new CollectionMaps(store, getFullCollectionNamespace(collection));
        return new IdIndex(name, keys, sparse, maps.documents(), maps.unique(name));
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new ListedIndex(name, keys, sparse);
    }

    /// What the library knows of a secondary index; the collection keeps its entries.
    private static final class ListedIndex extends EmptyIndex<Object> {
        private final boolean sparse;

        ListedIndex(String name, List<IndexKey> keys, boolean sparse) {
            super(name, keys);
            this.sparse = sparse;
        }

        /// Or the library would read all documents to fill it.
        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public Document toIndexDescription() {
            var description = super.toIndexDescription();
            // to the library it is sparse, whatever was asked for: it has no position for any
            // document
            if (!sparse) description.remove("sparse");
            return description;
        }
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        var maps = new CollectionMaps(store, collection.getFullName());
        super.moveCollection(from, collection, name);
        ((IndexedCollection) collection).moved(maps.renamedTo(collection.getFullName()));
    }

    @Override
    public Document handleCommand(
            Channel channel,
            String command,
            Document query,
            DatabaseResolver resolver,
            Oplog oplog) {
        if (command.equalsIgnoreCase("aggregate")
                && query.get(command) instanceof String name
                && resolveCollection(name, false) instanceof IndexedCollection collection) {
            var pipeline = Aggregation.parse(query.get("pipeline"));
            var counted = counted(collection, pipeline);
            if (counted != null) {
                clearLastStatus(channel);
                return counted;
            }
            var narrowed = collection.narrowedFor(pipeline, cursorRegistry);
            if (narrowed != null) {
                clearLastStatus(channel);
                return aggregate(narrowed, pipeline, query, resolver, oplog);
            }
        }
        if (!command.equalsIgnoreCase("drop"))
            return super.handleCommand(channel, command, query, resolver, oplog);
        dropping.lock(); // the second of two at once would miss the indexes
        try {
            return super.handleCommand(channel, command, query, resolver, oplog);
        } finally {
            dropping.unlock();
        }
    }

    private static @Nullable Document counted(
            IndexedCollection collection, List<Document> pipeline) {
        var name = PipelineStart.counting(pipeline);
        if (name == null) return null;
        var count = collection.counted(PipelineStart.of(pipeline).filter());
        if (count.isEmpty()) return null;
        var number = count.getAsLong();
        return answer(
                collection,
                number == 0
                        ? List.of()
                        : List.of(new Document("_id", 1).append(name, (int) number)));
    }

    private Document aggregate(
            H2Collection collection,
            List<Document> pipeline,
            Document query,
            DatabaseResolver resolver,
            Oplog oplog) {
        var aggregation = Aggregation.fromPipeline(pipeline, resolver, this, collection, oplog);
        aggregation.validate(query);
        return answer(collection, aggregation.computeResult());
    }

    private static Document answer(MongoCollection<?> collection, List<Document> found) {
        var cursor =
                new Document("id", 0L)
                        .append("ns", collection.getFullName())
                        .append("firstBatch", found);
        return new Document("cursor", cursor).append("ok", 1.0);
    }
}
