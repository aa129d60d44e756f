package de.stadtforum.documents.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said to a clamd, by its protocol, and what its answers mean.
class VirusScannerTests {
    private static final String HARMFUL = "harmful";

    @TempDir Path folder;

    /// Speaks as clamd does, and finds one word.
    private static final class Clamd implements AutoCloseable {
        private final ServerSocket socket =
                new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final Thread serving;
        private volatile int received;

        Clamd() throws IOException {
            serving =
                    Thread.ofVirtual()
                            .start(() -> {
                                while (!socket.isClosed())
                                    try (var asked = socket.accept()) {
                                        var answer =
                                                answer(new DataInputStream(asked.getInputStream()));
                                        asked.getOutputStream()
                                                .write(
                                                        (answer + "\0")
                                                                .getBytes(StandardCharsets.UTF_8));
                                    } catch (IOException closed) {
                                        return;
                                    }
                            });
        }

        private String answer(DataInputStream in) throws IOException {
            var command = new StringBuilder();
            for (var sign = in.read(); sign != 0; sign = in.read()) command.append((char) sign);
            if (command.toString().equals("zPING")) return "PONG";
            var content = new ByteArrayOutputStream();
            for (var length = in.readInt(); length > 0; length = in.readInt())
                content.write(in.readNBytes(length));
            received = content.size();
            return content.toString(StandardCharsets.ISO_8859_1).contains(HARMFUL)
                    ? "stream: Eicar-Signature FOUND"
                    : "stream: OK";
        }

        VirusScanner scanner() {
            return VirusScanner.at("127.0.0.1:" + socket.getLocalPort());
        }

        /// Gone for good: until its thread has left, the system still takes connections for it.
        @Override
        public void close() throws IOException {
            socket.close();
            try {
                serving.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void aWholeFileIsSentAndTheAnswerUnderstood() throws IOException {
        var large = new byte[1_000_003];
        new Random(3).nextBytes(large);
        try (var clamd = new Clamd()) {
            assertThat(clamd.scanner().answers()).isTrue();
            assertThat(clamd.scanner().isHarmless(Files.write(folder.resolve("a"), large)))
                    .isTrue();
            assertThat(clamd.received).isEqualTo(large.length);
            assertThat(clamd.scanner().isHarmless(Files.writeString(folder.resolve("b"), HARMFUL)))
                    .isFalse();
        }
    }

    /// The program itself, where it is on the machine, with one signature of our own.
    @Test
    void aRealClamdFindsWhatItsSignaturesName() throws Exception {
        var program = Path.of("/usr/sbin/clamd");
        assumeTrue(Files.isExecutable(program), "no clamd on this machine");
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var signatures = Files.createDirectories(folder.resolve("signatures"));
        var hex =
                HexFormat.of().formatHex("quite-harmful-words".getBytes(StandardCharsets.US_ASCII));
        Files.writeString(signatures.resolve("ours.ndb"), "Ours.Harmful:0:*:" + hex + "\n");
        var settings =
                Files.writeString(
                        folder.resolve("clamd.conf"),
                        """
                        Foreground yes
                        TCPAddr 127.0.0.1
                        TCPSocket %d
                        DatabaseDirectory %s
                        """
                                .formatted(port, signatures));
        var clamd =
                new ProcessBuilder(program.toString(), "--config-file=" + settings)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("clamd.log").toFile())
                        .start();
        try {
            var scanner = VirusScanner.at("127.0.0.1:" + port);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> {
                        if (!clamd.isAlive())
                            throw new AssertionError(Files.readString(folder.resolve("clamd.log")));
                        return scanner.answers();
                    });
            var large = new byte[9 * 1024 * 1024];
            new Random(3).nextBytes(large);
            assertThat(scanner.isHarmless(Files.write(folder.resolve("a"), large))).isTrue();
            var harmful = folder.resolve("b");
            Files.writeString(harmful, "these are quite-harmful-words in a text");
            assertThat(scanner.isHarmless(harmful)).isFalse();
        } finally {
            clamd.destroyForcibly().waitFor();
        }
    }

    @Test
    void whereItIsAwayItSaysSo() throws IOException {
        VirusScanner gone;
        try (var clamd = new Clamd()) {
            gone = clamd.scanner();
        }
        assertThat(gone.answers()).isFalse();
        var file = Files.writeString(folder.resolve("a"), "a");
        assertThatThrownBy(() -> gone.isHarmless(file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> VirusScanner.at("scanner")).hasMessageContaining("host:port");
    }
}
