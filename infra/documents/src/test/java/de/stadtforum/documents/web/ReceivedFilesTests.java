package de.stadtforum.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.documents.files.StoredFiles;
import de.stadtforum.documents.uploads.FileKind;
import de.stadtforum.documents.uploads.UploadCheck;
import de.stadtforum.documents.uploads.VirusScanner;
import de.stadtforum.messaging.operation.Fault;
import de.stadtforum.testing.TestPlatform;
import de.stadtforum.web.Actor;
import de.stadtforum.web.BadInput;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockMultipartFile;

/// How much room files have, and what happens where it ends or nobody can look at them.
class ReceivedFilesTests {
    private static final UploadCheck CHECK =
            new UploadCheck(Set.of(FileKind.PDF), UploadCheck.TEN_MEGABYTES);
    private static final int SIZE = 400;

    private final MongoClient client = MongoClients.create(TestPlatform.mongodbUri());
    private final MongoDatabase database =
            client.getDatabase(TestPlatform.own("received-" + UUID.randomUUID()));
    private final StoredFiles files = new StoredFiles(database, InstantSource.system());

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    private ReceivedFiles received(Optional<VirusScanner> scanner, long most) {
        var words = new StaticMessageSource();
        words.setUseCodeAsDefaultMessage(true);
        return new ReceivedFiles(files, scanner, most, words);
    }

    private static MockMultipartFile pdf() {
        return pdf("rede.pdf");
    }

    private static MockMultipartFile pdf(String name) {
        var bytes = ("%PDF-1.7" + " ".repeat(SIZE - 8)).getBytes(StandardCharsets.US_ASCII);
        return new MockMultipartFile("file", name, null, bytes);
    }

    @Test
    void whereTheRoomEndsNothingIsTakenAndHealthSaysSoBefore() {
        var received = received(Optional.empty(), 2 * SIZE + 50);
        var faults = new FileFaults(files, Optional.empty(), 2 * SIZE + 50);
        var first = received.keep("file", pdf(), CHECK, "papers/a", Actor.RESIDENT);
        assertThat(faults.found()).noneMatch(Fault.FilesFull.class::isInstance);
        received.keep("file", pdf("zwei.pdf"), CHECK, "papers/a", Actor.RESIDENT);
        assertThat(faults.found()).contains(new Fault.FilesFull(2 * SIZE, 2 * SIZE + 50));
        assertThatThrownBy(() ->
                        received.keep("file", pdf("drei.pdf"), CHECK, "papers/a", Actor.RESIDENT))
                .isInstanceOf(BadInput.class)
                .hasMessage("upload.NO_ROOM");
        files.remove(first.id());
        received.keep("file", pdf(), CHECK, "papers/b", Actor.RESIDENT);
        assertThat(files.of("papers/a")).hasSize(1);

        var afterARestart = new StoredFiles(database, InstantSource.system());
        afterARestart.sweep();
        assertThat(afterARestart.used()).isEqualTo(2 * SIZE);
    }

    @Test
    void whileTheScannerIsAwayNothingIsTaken() {
        var away = Optional.of(VirusScanner.at("127.0.0.1:1"));
        assertThatThrownBy(() ->
                        received(away, 1_000_000)
                                .keep("file", pdf(), CHECK, "papers/a", Actor.RESIDENT))
                .isInstanceOf(BadInput.class)
                .hasMessage("upload.NOT_SCANNED");
        assertThat(files.of("papers/a")).isEmpty();
        var faults = new FileFaults(files, away, 1_000_000);
        faults.look();
        assertThat(faults.found()).contains(new Fault.ScannerAway());
    }
}
