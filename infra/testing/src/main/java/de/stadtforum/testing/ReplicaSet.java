package de.stadtforum.testing;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;

/// An installed `mongod` as a replica set of one node, which majority reads and writes need.
final class ReplicaSet {
    private static final String HOST = "127.0.0.1";
    private static final int ALREADY_INITIALIZED = 23;

    private ReplicaSet() {}

    static TestPart of(String binary, Path folder) {
        var port = TestFolder.freePort();
        var data = folder.resolve("mongod");
        data.toFile().mkdirs();
        var command =
                List.of(
                        binary,
                        "--dbpath",
                        data.toString(),
                        "--port",
                        "" + port,
                        "--bind_ip",
                        HOST,
                        "--replSet",
                        "stadtforum",
                        "--wiredTigerCacheSizeGB",
                        "0.25");
        var uri = "mongodb://" + HOST + ":" + port + "/?replicaSet=stadtforum";
        return new OwnPart(
                "mongod", uri, command, folder.resolve("mongod.log"), () -> hasPrimary(port));
    }

    private static boolean hasPrimary(int port) {
        var direct =
                "mongodb://"
                        + HOST
                        + ":"
                        + port
                        + "/?directConnection=true&serverSelectionTimeoutMS=500";
        try (var client = MongoClients.create(direct)) {
            var admin = client.getDatabase("admin");
            try {
                var self = new Document("_id", 0).append("host", HOST + ":" + port);
                admin.runCommand(
                        new Document(
                                "replSetInitiate",
                                new Document("_id", "stadtforum")
                                        .append("members", List.of(self))));
            } catch (MongoCommandException refused) {
                if (refused.getErrorCode() != ALREADY_INITIALIZED) throw refused;
            }
            return admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary");
        } catch (MongoException notYet) {
            return false;
        }
    }
}
