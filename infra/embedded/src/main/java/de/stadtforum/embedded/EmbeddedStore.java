package de.stadtforum.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import java.nio.file.Files;
import org.h2.mvstore.MVStoreTool;

/// A durable store that speaks MongoDB's protocol, on loopback only and in one file.
public final class EmbeddedStore {
    private EmbeddedStore() {}

    public static void main(String... arguments) throws Exception {
        var options = Options.of(arguments);
        options.endWithParent();
        var file = options.path("--data").resolve("store.mv");
        Files.createDirectories(file.getParent());
        // what was deleted or replaced is in no page of the new file
        if (options.rewrite() && Files.exists(file)) MVStoreTool.compact(file.toString(), false);
        var backend = DurableBackend.in(file);
        backend.version(ServerVersion.MONGO_5_0);
        backend.tidyInBackground();
        var server = new MongoServer(backend);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "stop"));
        server.bind("127.0.0.1", options.port("--port"));
        System.out.println("ready");
    }
}
