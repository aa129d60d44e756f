package de.stadtforum.benchmark.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The programs of the JDK that this one runs on.
public final class Jdk {
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

    private Jdk() {}

    static String java() {
        return BIN.resolve("java").toString();
    }

    /// Calls a program and waits for its end.
    ///
    /// @return what it said
    public static String run(String program, String... arguments) {
        var call = new ArrayList<>(List.of(BIN.resolve(program).toString()));
        call.addAll(List.of(arguments));
        try {
            var running = new ProcessBuilder(call).redirectErrorStream(true).start();
            var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var exit = running.waitFor();
            if (exit != 0)
                throw new IllegalStateException(
                        "%s ended with %d: %s".formatted(call, exit, said.strip()));
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
