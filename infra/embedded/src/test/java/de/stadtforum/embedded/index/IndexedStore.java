package de.stadtforum.embedded.index;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/// A store in this process, so that a test sees how many documents a query looks at; its clients come over TCP as others do.
record IndexedStore(Backend backend, MongoServer server, MongoClient client)
        implements AutoCloseable {
    private static final String SCANNED = "scanned";

    /// @param file null for a store in memory
    static IndexedStore in(Path file) {
        var store = new MVStore.Builder().autoCommitDisabled();
        return over(new Backend((file == null ? store : store.fileName(file.toString())).open()));
    }

    private static IndexedStore over(Backend backend) {
        var server = new MongoServer(backend);
        var address = server.bind();
        return new IndexedStore(
                backend,
                server,
                MongoClients.create(
                        "mongodb://127.0.0.1:"
                                + address.getPort()
                                + "/?uuidRepresentation=standard"));
    }

    static final class Backend extends H2Backend {
        Backend(MVStore store) {
            super(store);
        }

        @Override
        protected de.bwaldvogel.mongo.MongoDatabase openOrCreateDatabase(String name) {
            return name.equals(SCANNED)
                    ? new ScannedDatabase(getMvStore(), getCursorRegistry())
                    : new IndexedDatabase(name, getMvStore(), getCursorRegistry());
        }
    }

    /// Looks at each document for each query.
    private static final class ScannedDatabase extends H2Database {
        private final MVStore store;

        ScannedDatabase(MVStore store, CursorRegistry cursors) {
            this.store = store;
            super(SCANNED, store, cursors);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(
                String name, CollectionOptions options) {
            var maps = new CollectionMaps(store, getFullCollectionNamespace(name));
            return new H2Collection(
                    this, name, options, maps.documents(), maps.meta(), cursorRegistry) {
                @Override
                protected QueryResult queryDocuments(
                        Document query,
                        Document order,
                        int skip,
                        int limit,
                        int batch,
                        Document fields) {
                    return matchDocuments(query, order, skip, limit, batch, fields);
                }
            };
        }
    }

    MongoDatabase scannedDatabase() {
        return client.getDatabase(SCANNED);
    }

    MongoDatabase database() {
        return client.getDatabase("store");
    }

    /// How many documents are held against filters meanwhile.
    long looked(Runnable meanwhile) {
        var database = (IndexedDatabase) backend.resolveDatabase("store");
        var before = database.looked();
        meanwhile.run();
        return database.looked() - before;
    }

    @Override
    public void close() {
        client.close();
        backend.commit();
        server.shutdownNow();
    }
}
