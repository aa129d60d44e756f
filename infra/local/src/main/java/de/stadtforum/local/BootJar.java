package de.stadtforum.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/// A service's executable jar and what it is extracted to: jars that lie side by side start faster and can be cached.
record BootJar(Path jar, Path extracted) {

    static BootJar of(Path root, Service service) {
        var target = root.resolve(service.module).resolve("target");
        var program = "(stadtforum-)?" + Path.of(service.module).getFileName() + "-[\\w.-]+\\.jar";
        try (var files = Files.list(target)) {
            var jar =
                    files.filter(file -> file.getFileName().toString().matches(program))
                            .filter(file -> !file.toString().contains("-sources"))
                            .findFirst()
                            .orElseThrow(() -> notBuilt(service));
            return new BootJar(jar, target.resolve("run"));
        } catch (IOException missing) {
            throw notBuilt(service);
        }
    }

    private static CannotStart notBuilt(Service service) {
        return new CannotStart(
                service.module + " is not built: call infra/start, which builds what is stale.");
    }

    Path program() {
        return extracted.resolve(jar.getFileName());
    }

    /// Extracts it when its content is another than the last time; the caches beside it go with the old one.
    void extractWhenStale() throws IOException, InterruptedException {
        var known = extracted.resolve("content.txt");
        var content = content();
        if (Files.exists(known) && Files.readString(known).equals(content)) return;
        remove(extracted);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var extraction =
                new ProcessBuilder(
                                java,
                                "-Djarmode=tools",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--destination",
                                extracted.toString())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(extraction.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (extraction.waitFor() != 0)
            throw new CannotStart("cannot extract " + jar + ": " + said.strip());
        Files.writeString(known, content);
    }

    /// Every build writes the jar anew; what counts is what is in it.
    private String content() throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(entry -> entry.getName() + " " + Long.toHexString(entry.getCrc()))
                    .collect(Collectors.joining("\n"));
        }
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
