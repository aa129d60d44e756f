package de.stadtforum.documents.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.documents.uploads.FileKind;
import de.stadtforum.documents.uploads.Upload;
import de.stadtforum.testing.TestPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredFilesTests {
    private final MongoClient client = MongoClients.create(TestPlatform.mongodbUri());
    private final MongoDatabase database =
            client.getDatabase(TestPlatform.own("files-" + UUID.randomUUID()));
    private volatile Instant now = Instant.parse("2025-02-18T10:00:00Z");
    private final StoredFiles files = new StoredFiles(database, () -> now);
    @TempDir Path folder;

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private Upload.Accepted pdf(String name, byte[] bytes) throws IOException {
        var content = Files.write(folder.resolve(name), bytes);
        return new Upload.Accepted(FileKind.PDF, name, content, bytes.length);
    }

    private byte[] read(StoredFile file, long from, long to) throws IOException {
        try (var in = files.open(file)) {
            in.skipNBytes(from);
            return in.readNBytes((int) (to - from));
        }
    }

    @Test
    void aFileComesBackAsItWasSentWholeAndInParts() throws Exception {
        for (var size :
                new int[] {
                    1, StoredFiles.PIECE - 1, StoredFiles.PIECE, 3 * StoredFiles.PIECE + 7
                }) {
            var sent = bytes(size);
            var kept = files.keep("papers/licht", pdf("vorlage-" + size + ".pdf", sent), "max");
            assertThat(read(kept, 0, size)).isEqualTo(sent);
            assertThat(read(kept, size / 3, size / 2 + 1))
                    .isEqualTo(Arrays.copyOfRange(sent, size / 3, size / 2 + 1));
            assertThat(kept.hash())
                    .isEqualTo(
                            HexFormat.of()
                                    .formatHex(MessageDigest.getInstance("SHA-256").digest(sent)));
            assertThat(files.find(kept.id())).contains(kept);
            now = now.plusSeconds(1);
        }
        assertThat(files.of("papers/licht"))
                .extracting(StoredFile::size)
                .containsExactly(
                        1L,
                        (long) StoredFiles.PIECE - 1,
                        (long) StoredFiles.PIECE,
                        3L * StoredFiles.PIECE + 7);
        assertThat(files.of("papers/andere")).isEmpty();
    }

    @Test
    void theSameFileSentAgainIsTheOneThatIsThere() throws IOException {
        var kept = files.keep("labs/a", pdf("a.pdf", bytes(10)), "max");
        assertThat(files.keep("labs/a", pdf("a.pdf", bytes(10)), "max")).isEqualTo(kept);
        assertThat(files.keep("labs/a", pdf("b.pdf", bytes(10)), "max")).isNotEqualTo(kept);
        assertThat(files.keep("labs/a", pdf("a.pdf", bytes(11)), "max")).isNotEqualTo(kept);
        assertThat(files.keep("labs/b", pdf("a.pdf", bytes(10)), "max")).isNotEqualTo(kept);
        assertThat(files.of("labs/a")).hasSize(3);
        assertThat(files.used()).isEqualTo(41);
        assertThat(database.getCollection("files-pieces").countDocuments()).isEqualTo(4);
    }

    @Test
    void whatIsErasedIsGoneWithEveryPiece() throws IOException {
        var kept = files.keep("labs/a", pdf("a.pdf", bytes(2 * StoredFiles.PIECE)), "max");
        var other = files.keep("labs/b", pdf("b.pdf", bytes(10)), "max");
        files.removeAllOf("labs/a");
        assertThat(files.find(kept.id())).isEmpty();
        assertThatThrownBy(() -> read(kept, 0, 1)).isInstanceOf(IOException.class);
        assertThat(database.getCollection("files-pieces").countDocuments()).isEqualTo(1);
        files.remove(other.id());
        assertThat(database.getCollection("files").countDocuments()).isZero();
        assertThat(database.getCollection("files-pieces").countDocuments()).isZero();
    }

    @Test
    void anUploadThatFailsLeavesNothing() {
        var gone = new Upload.Accepted(FileKind.PDF, "weg.pdf", folder.resolve("weg.pdf"), 10);
        assertThatThrownBy(() -> files.keep("labs/a", gone, "max")).isInstanceOf(IOException.class);
        assertThat(database.getCollection("files").countDocuments()).isZero();
    }

    @Test
    void whatACrashLeftIsNotSeenAndGoesWithTheNextSweepAfterItsTime() throws IOException {
        var kept = files.keep("labs/a", pdf("a.pdf", bytes(StoredFiles.PIECE + 1)), "max");
        var crashed = database.getCollection("files");
        crashed.updateOne(
                new Document("_id", kept.id()),
                new Document("$set", new Document("state", "ARRIVING")));
        assertThat(files.of("labs/a")).isEmpty();
        assertThat(files.find(kept.id())).isEmpty();
        assertThat(files.sweep()).as("it may still be on its way").isZero();
        now = now.plus(StoredFiles.LONGEST_UPLOAD).plus(Duration.ofSeconds(1));
        assertThat(files.sweep()).isEqualTo(1);
        assertThat(database.getCollection("files-pieces").countDocuments()).isZero();
        assertThat(files.sweep()).isZero();
    }

    @Test
    void anUploadThatTakesTooLongLeavesNothing() throws Exception {
        var pipe = folder.resolve("langsam.pdf");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        var upload = new Upload.Accepted(FileKind.PDF, "langsam.pdf", pipe, 2 * StoredFiles.PIECE);
        var kept = new FutureTask<>(() -> files.keep("labs/a", upload, "max"));
        Thread.ofVirtual().start(kept);
        var pieces = database.getCollection("files-pieces");
        try (var sender = Files.newOutputStream(pipe)) {
            sender.write(bytes(StoredFiles.PIECE));
            sender.flush();
            await().until(() -> pieces.countDocuments() == 1);
            now = now.plus(StoredFiles.LONGEST_UPLOAD).plus(Duration.ofSeconds(1));
            assertThat(files.sweep()).isEqualTo(1);
            sender.write(bytes(StoredFiles.PIECE));
        }
        assertThatThrownBy(kept::get).hasCauseInstanceOf(IOException.class);
        assertThat(pieces.countDocuments()).isZero();
        assertThat(database.getCollection("files").countDocuments()).isZero();
    }

    @Test
    void aRemovalThatWasBrokenOffIsFinished() throws IOException {
        var kept = files.keep("labs/a", pdf("a.pdf", bytes(10)), "max");
        database.getCollection("files")
                .updateOne(
                        new Document("_id", kept.id()),
                        new Document("$set", new Document("state", "GOING")));
        assertThat(files.find(kept.id())).isEmpty();
        assertThat(files.sweep()).isEqualTo(1);
        assertThat(database.getCollection("files-pieces").countDocuments()).isZero();
    }
}
