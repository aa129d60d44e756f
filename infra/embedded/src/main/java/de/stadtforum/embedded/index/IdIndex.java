package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// The ids of a collection. Texts and object ids are where the documents are, which are kept by them; of the others, of which several
/// are the same (1 and 1.0), the library's map is kept.
final class IdIndex extends AbstractUniqueIndex<Object> {
    private final MVMap<Object, Document> documents;
    private final MVMap<KeyValue, Object> others;

    /// @param others of a program before it may hold all ids
    IdIndex(
            String name,
            List<IndexKey> keys,
            boolean sparse,
            MVMap<Object, Document> documents,
            MVMap<KeyValue, Object> others) {
        super(name, keys, sparse);
        this.documents = documents;
        this.others = others;
        // a program before it that comes again finds none, and begins anew
        for (var each : List.copyOf(others.keySet()))
            if (isPosition(each.get(0))) others.remove(each);
    }

    private static boolean isPosition(Object id) {
        return id instanceof String || id instanceof ObjectId;
    }

    @Override
    public synchronized void add(
            Document document, Object position, MongoCollection<Object> collection) {
        if (!isPosition(Missing.ofNullable(position))) super.add(document, position, collection);
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        var id = key.get(0);
        if (!isPosition(id)) return others.get(key);
        return documents.containsKey(id) ? id : null;
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return others.putIfAbsent(key, Missing.ofNullable(position)) == null;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return isPosition(key.get(0)) ? getPosition(key) : others.remove(key);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        var positions =
                documents.keySet().stream()
                        .filter(IdIndex::isPosition)
                        .map(id -> Map.entry(new KeyValue(id), id));
        return Stream.concat(positions, others.entrySet().stream()).toList();
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    /// It never has to be filled from the documents.
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
