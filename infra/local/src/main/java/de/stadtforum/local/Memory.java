package de.stadtforum.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A process's share of memory: PSS, which counts what processes share once for all of them.
final class Memory {
    private Memory() {}

    /// In bytes; 0 where the system does not tell.
    static long of(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException notTold) {
            return 0;
        }
    }

    static String readable(long bytes) {
        return bytes == 0 ? "–" : "%d MB".formatted(Math.round(bytes / 1e6));
    }
}
