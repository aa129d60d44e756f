package de.stadtforum.testing;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A real broker and a real database for the tests of one module: started when first asked for, ended with the test run.
///
/// The database is the one that `MONGODB_URI` names, else a `mongod` at `MONGOD_BINARY`, else the embedded store; the broker is
/// the embedded one. With `-Dstadtforum.test.containers=true` both come from Testcontainers.
public final class TestPlatform {
    private static final Once<TestPart> BROKER = new Once<>(() -> tell("broker", startBroker()));
    private static final Once<TestPart> STORE = new Once<>(() -> tell("database", startStore()));
    private static final Once<Path> FOLDER = new Once<>(TestFolder::create);

    private static final String DATABASE =
            "test-" + ProcessHandle.current().pid() + "-" + Long.toString(System.nanoTime(), 36);

    private static final Set<String> OWN = ConcurrentHashMap.newKeySet();

    static {
        OWN.add(DATABASE);
    }

    private TestPlatform() {}

    public static TestPart broker() {
        return BROKER.get();
    }

    public static TestPart store() {
        return STORE.get();
    }

    /// `host:port` of the broker.
    public static String bootstrapServers() {
        return broker().address();
    }

    public static String mongodbUri() {
        return store().address();
    }

    /// One database a module and test run, so that runs share a given `MONGODB_URI` without meeting.
    public static String database() {
        return DATABASE;
    }

    /// A further database of this test run; like the module's own it is gone afterwards from a given `MONGODB_URI`.
    ///
    /// @return the same name
    public static String own(String database) {
        OWN.add(database);
        return database;
    }

    /// A folder of this test run in the module's `target`, gone afterwards.
    public static Path folder() {
        return FOLDER.get();
    }

    private record Named(TestPart part, String kind) {}

    private static TestPart tell(String name, Named started) {
        IO.println("Tests use this " + name + ": " + started.kind + ", " + withoutLogin(started));
        return started.part;
    }

    private static String withoutLogin(Named started) {
        return started.part.address().replaceFirst("//[^/@]*@", "//");
    }

    private static Named startBroker() {
        return Boolean.getBoolean("stadtforum.test.containers")
                ? new Named(Containers.broker(), "apache/kafka in a container")
                : new Named(
                        EmbeddedParts.broker(folder()),
                        "embedded Apache Kafka in a process of its own");
    }

    private static Named startStore() {
        var given = System.getenv("MONGODB_URI");
        if (given != null) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> dropDatabases(given), "end of databases"));
            return new Named(new BorrowedPart(given), "MONGODB_URI");
        }
        if (Boolean.getBoolean("stadtforum.test.containers"))
            return new Named(Containers.store(), "mongo in a container");
        var mongod = System.getenv("MONGOD_BINARY");
        if (mongod != null)
            return new Named(
                    ReplicaSet.of(mongod, folder()), mongod + " as a one-node replica set");
        return new Named(
                EmbeddedParts.store(folder()), "embedded durable store in a process of its own");
    }

    private static void dropDatabases(String uri) {
        try (var client = MongoClients.create(uri)) {
            OWN.forEach(each -> client.getDatabase(each).drop());
        }
    }
}
