package de.stadtforum.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One of the programs as its users start it: a process of its own that ends with ours.
public record OwnProcess(Process process) implements AutoCloseable {

    public static OwnProcess start(Class<?> program, Object... options) throws IOException {
        var classpath = Path.of("target/classes") + ":" + Path.of("target/lib/*");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ArrayList<>(
                        List.of(
                                java,
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classpath,
                                program.getName(),
                                "--with-parent"));
        for (var option : options) command.add(option.toString());
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        for (var out = process.inputReader(); ; ) {
            var line = out.readLine();
            if (line == null)
                throw new IOException(program.getSimpleName() + " ended before it was ready");
            if (line.equals("ready")) return new OwnProcess(process);
        }
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// As `kill -9` does.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
