package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtforum.testing.StoredShapes.Kind;
import de.stadtforum.testing.StoredShapes.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredShapesTests {
    private static final Reader READS = (_, _) -> "read";

    @TempDir Path folder;

    record Released(String id, List<Part> parts) {}

    record Part(int seats) {}

    record Grown(String id, List<Part> parts, boolean open) {}

    record Lost(String id) {}

    @BeforeEach
    void releasedOnce() throws Exception {
        Files.writeString(folder.resolve("box.1.json"), "[{\"id\": \"a\"}]");
        System.setProperty("shapes.write", "true");
        check(new Kind("box", 1, true, Released.class, READS));
        System.clearProperty("shapes.write");
    }

    @AfterEach
    void clear() {
        System.clearProperty("shapes.write");
    }

    private void check(Kind kind) {
        StoredShapes.check(folder.resolve("shapes.md"), folder, List.of(kind));
    }

    @Test
    void whatIsAsReleasedIsWell() {
        assertThatCode(() -> check(new Kind("box", 1, true, Released.class, READS)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatAStateGainsIsWrittenDown() {
        assertThatThrownBy(() -> check(new Kind("box", 1, true, Grown.class, READS)))
                .hasMessageContaining("-Dshapes.write=true");
        System.setProperty("shapes.write", "true");
        assertThatCode(() -> check(new Kind("box", 1, true, Grown.class, READS)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatAStateLosesOrAProjectionGainsNeedsAVersionAlsoForWriting() {
        System.setProperty("shapes.write", "true");
        assertThatThrownBy(() -> check(new Kind("box", 1, true, Lost.class, READS)))
                .hasMessageContaining("its version was forgotten");
        assertThatThrownBy(() -> check(new Kind("box", 1, false, Grown.class, READS)))
                .hasMessageContaining("its version was forgotten");
    }

    @Test
    void eachVersionHasASampleThatIsRead() throws Exception {
        assertThatThrownBy(() -> check(new Kind("box", 2, true, Lost.class, READS)))
                .hasMessageContaining("no sample of box, version 2");
        Files.writeString(folder.resolve("box.2.json"), "[]");
        Reader broken =
                (Document _, int version) -> {
                    throw new IllegalStateException("version " + version);
                };
        assertThatThrownBy(() -> check(new Kind("box", 2, true, Lost.class, broken)))
                .hasMessageContaining("is not read any more");
    }
}
