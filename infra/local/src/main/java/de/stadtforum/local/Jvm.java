package de.stadtforum.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A Java process that starts fast and stays small: serial collector, first compiler only, and an ahead-of-time cache that a
/// training run has written (JEP 483, 514).
///
/// @param cache where the ahead-of-time cache is
/// @param training this run writes it
record Jvm(Path cache, boolean training) {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    static Jvm of(Path folder, String name) {
        return new Jvm(
                folder.resolve(
                        name
                                + "-"
                                + Runtime.version().feature()
                                + "."
                                + Runtime.version().update()
                                + ".aot"),
                false);
    }

    Jvm inTraining() {
        return new Jvm(cache, true);
    }

    boolean isTrained() {
        return Files.exists(cache);
    }

    List<String> command(int heapMegabytes, List<String> program) {
        var command =
                new ArrayList<>(
                        List.of(
                                JAVA.toString(),
                                "-Xmx" + heapMegabytes + "m",
                                "-Xss512k",
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Djava.net.preferIPv4Stack=true"));
        if (training) command.add("-XX:AOTCacheOutput=" + cache);
        else if (isTrained()) command.add("-XX:AOTCache=" + cache);
        command.addAll(program);
        return command;
    }

    /// The jars by name: the cache holds for exactly this order.
    static String classpath(Path folder) {
        try (var jars = Files.list(folder)) {
            return jars.map(Path::toString)
                    .filter(jar -> jar.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(":"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
