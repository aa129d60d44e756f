package de.stadtforum.local;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/// Which database this machine has: a given one, an installed `mongod` as a one-node replica set, else the embedded store.
sealed interface Database {
    String uri();

    record Given(String uri) implements Database {}

    record Mongod(Path binary, int port) implements Database {
        @Override
        public String uri() {
            return "mongodb://127.0.0.1:" + port + "/?replicaSet=stadtforum";
        }
    }

    record Embedded(int port) implements Database {
        @Override
        public String uri() {
            return "mongodb://127.0.0.1:" + port;
        }
    }

    static Database find(Map<String, String> environment, int port) {
        var given = environment.get("MONGODB_URI");
        if (given != null && !given.isBlank()) return new Given(given);
        var named =
                Optional.ofNullable(environment.get("MONGOD_BINARY"))
                        .filter(name -> !name.isBlank())
                        .map(Path::of);
        if (named.isPresent() && !Files.isExecutable(named.get()))
            throw new CannotStart("MONGOD_BINARY names " + named.get() + ", which is no program.");
        return named.or(() -> onPath(environment))
                .<Database>map(binary -> new Mongod(binary, port))
                .orElseGet(() -> new Embedded(port));
    }

    private static Optional<Path> onPath(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Makes the node a replica set when it is none yet; true when it takes writes.
    static boolean isPrimary(int port) {
        if (!Port.accepts(port)) return false;
        var direct =
                "mongodb://127.0.0.1:"
                        + port
                        + "/?directConnection=true&serverSelectionTimeoutMS=2000";
        try (var client = MongoClients.create(direct)) {
            var admin = client.getDatabase("admin");
            var hello = admin.runCommand(new Document("hello", 1));
            if (!hello.containsKey("setName")) {
                var self = new Document("_id", 0).append("host", "127.0.0.1:" + port);
                admin.runCommand(
                        new Document(
                                "replSetInitiate",
                                new Document("_id", "stadtforum")
                                        .append("members", List.of(self))));
            }
            return hello.getBoolean("isWritablePrimary", false);
        } catch (MongoException notYet) {
            return false;
        }
    }
}
