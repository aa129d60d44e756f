package de.stadtforum.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// The programs of infra/embedded, each in a process with a classpath of its own.
final class EmbeddedParts {
    private static final String HOST = "127.0.0.1";

    private EmbeddedParts() {}

    static TestPart broker(Path folder) {
        var port = TestFolder.freePort();
        var address = HOST + ":" + port;
        return start(
                "broker",
                address,
                folder,
                "EmbeddedBroker",
                List.of("--port", "" + port, "--controller-port", "" + TestFolder.freePort()));
    }

    static TestPart store(Path folder) {
        var port = TestFolder.freePort();
        return start(
                "store",
                "mongodb://" + HOST + ":" + port,
                folder,
                "EmbeddedStore",
                List.of("--port", "" + port));
    }

    private static TestPart start(
            String name, String address, Path folder, String program, List<String> options) {
        var log = folder.resolve(name + ".log");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classpath(),
                                "de.stadtforum.embedded." + program,
                                "--with-parent",
                                "--data",
                                folder.resolve(name).toString()));
        command.addAll(options);
        return new OwnPart(name, address, command, log, new SaysReady(log));
    }

    /// Each start adds one line `ready` to the log.
    private static final class SaysReady implements BooleanSupplier {
        private final Path log;
        private long before;

        SaysReady(Path log) {
            this.log = log;
        }

        @Override
        public boolean getAsBoolean() {
            try (var lines = Files.lines(log)) {
                var now = lines.filter("ready"::equals).count();
                if (now <= before) return false;
                before = now;
                return true;
            } catch (IOException notWrittenYet) {
                return false;
            }
        }
    }

    private static String classpath() {
        var parts = root().resolve("infra/embedded/target/lib");
        if (!Files.isDirectory(parts))
            throw new IllegalStateException(
                    "infra/embedded is not built yet: mvn -pl infra/embedded install -DskipTests");
        return parts.resolve("*").toString();
    }

    /// The reactor's root: told by the build, or found upwards from the module where an IDE starts a test.
    static Path root() {
        var told = System.getProperty("stadtforum.root");
        var start = Path.of(told != null ? told : System.getProperty("user.dir")).toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("infra/embedded/pom.xml")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no infra/embedded above " + start));
    }
}
