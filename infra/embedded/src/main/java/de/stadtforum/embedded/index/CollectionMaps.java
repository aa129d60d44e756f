package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/// Where in the file a collection is, by its full name: the library's own maps, and those of its ordered indexes.
record CollectionMaps(MVStore store, String fullName) {

    MVMap<Object, Document> documents() {
        return store.openMap(
                "databases." + fullName,
                new MVMap.Builder<Object, Document>()
                        .keyType(new PositionType())
                        .valueType(new DocumentType()));
    }

    /// The library's map of an index that keeps values apart.
    MVMap<KeyValue, Object> unique(String index) {
        return store.openMap(fullName + "._index_" + index);
    }

    MVMap<String, Object> meta() {
        return store.openMap("meta." + fullName);
    }

    MVMap<IndexEntry, Boolean> entries(String index) {
        return store.openMap(
                entriesOf(index),
                new MVMap.Builder<IndexEntry, Boolean>()
                        .keyType(new IndexEntry.Type(new PositionType())));
    }

    private String entriesOf(String index) {
        return fullName + "._ordered_" + index;
    }

    /// The library renames none of its maps: it looks for them under the new name, and makes empty ones.
    CollectionMaps renamedTo(String name) {
        rename("databases." + fullName, "databases." + name);
        rename("meta." + fullName, "meta." + name);
        for (var kind : List.of("._index_", "._ordered_"))
            for (var map : List.copyOf(store.getMapNames()))
                if (map.startsWith(fullName + kind))
                    rename(map, name + map.substring(fullName.length()));
        return new CollectionMaps(store, name);
    }

    private void rename(String from, String to) {
        store.removeMap(to);
        store.renameMap(store.openMap(from), to);
    }

    void removeEntries(String index) {
        store.removeMap(entriesOf(index));
    }
}
