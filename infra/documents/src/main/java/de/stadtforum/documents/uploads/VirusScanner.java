package de.stadtforum.documents.uploads;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Asks a clamd whether a file is harmless, by its command `INSTREAM` (clamd(8)).
///
/// @param host where clamd listens, such as `localhost`
/// @param port such as 3310
public record VirusScanner(String host, int port) {
    private static final int LONGEST_MS = 60_000;
    private static final int CONNECTING_MS = 2_000;
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_096;

    /// @param address `host:port`
    /// @throws IllegalArgumentException where it is none
    public static VirusScanner at(String address) {
        var colon = address.lastIndexOf(':');
        if (colon <= 0 || !address.substring(colon + 1).matches("\\d{1,5}"))
            throw new IllegalArgumentException(
                    "stadtforum.files.scanner: " + address + " is not host:port");
        return new VirusScanner(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    /// @throws IOException where it does not answer, or answers that it could not look
    public boolean isHarmless(Path file) throws IOException {
        var answer = ask("INSTREAM", file);
        if (answer.endsWith(" OK")) return true;
        if (answer.endsWith(" FOUND")) return false;
        throw new IOException("clamd could not look");
    }

    public boolean answers() {
        try {
            return ask("PING", null).equals("PONG");
        } catch (IOException away) {
            return false;
        }
    }

    private String ask(String command, @Nullable Path file) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECTING_MS);
            socket.setSoTimeout(LONGEST_MS);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write(("z" + command + "\0").getBytes(StandardCharsets.US_ASCII));
            if (file != null) send(file, out);
            out.flush();
            var answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        }
    }

    /// Chunks with their lengths before them, the last one empty.
    private static void send(Path file, DataOutputStream out) throws IOException {
        try (var content = Files.newInputStream(file)) {
            for (var chunk = content.readNBytes(CHUNK);
                    chunk.length > 0;
                    chunk = content.readNBytes(CHUNK)) {
                out.writeInt(chunk.length);
                out.write(chunk);
            }
        }
        out.writeInt(0);
    }
}
