package de.stadtforum.benchmark.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The programs as they were built, each extracted once a run, as a deployment does.
public final class Jars {
    private final Path root;
    private final Path folder;
    private final Map<String, Path> extracted = new ConcurrentHashMap<>();

    /// @param root under which the modules are
    /// @param folder where they are extracted to, and where logs are written
    public Jars(Path root, Path folder) throws IOException {
        this.root = root;
        this.folder = Files.createDirectories(folder.toAbsolutePath());
    }

    Path folder() {
        return folder;
    }

    Path of(String module) {
        return extracted.computeIfAbsent(module, this::extract);
    }

    private Path extract(String module) {
        var place = folder.resolve(module);
        try (var files = Files.list(root.resolve(module).resolve("target"))) {
            var jar =
                    files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(module + " is not built"));
            Jdk.run(
                    "java",
                    "-Djarmode=tools",
                    "-jar",
                    jar.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    place.toString());
            return place.resolve(jar.getFileName());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
