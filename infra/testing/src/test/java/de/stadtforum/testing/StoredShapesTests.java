package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtforum.testing.StoredShapes.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredShapesTests {
    private static final BiFunction<Document, Integer, Object> READS = (_, _) -> "read";

    @TempDir Path folder;

    record Released(String id, List<Part> parts) {}

    record Part(int seats) {}

    record Grown(String id, List<Part> parts, boolean open) {}

    record Lost(String id) {}

    @BeforeEach
    void releasedOnce() throws Exception {
        Files.writeString(folder.resolve("box.1.json"), "[{\"id\": \"a\"}]");
        System.setProperty("shapes.write", "true");
        state(new Kind("box", 1, Released.class, READS));
        System.clearProperty("shapes.write");
    }

    @AfterEach
    void clear() {
        System.clearProperty("shapes.write");
    }

    private void state(Kind kind) {
        StoredShapes.check(folder.resolve("shapes.md"), folder, List.of(kind), List.of());
    }

    private void projection(Kind kind) {
        StoredShapes.check(folder.resolve("shapes.md"), folder, List.of(), List.of(kind));
    }

    @Test
    void whatIsAsReleasedIsWell() {
        assertThatCode(() -> state(new Kind("box", 1, Released.class, READS)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatAStateGainsIsWrittenDown() {
        assertThatThrownBy(() -> state(new Kind("box", 1, Grown.class, READS)))
                .hasMessageContaining("-Dshapes.write=true");
        System.setProperty("shapes.write", "true");
        assertThatCode(() -> state(new Kind("box", 1, Grown.class, READS)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatAStateLosesOrAProjectionGainsNeedsAVersionAlsoForWriting() {
        System.setProperty("shapes.write", "true");
        assertThatThrownBy(() -> state(new Kind("box", 1, Lost.class, READS)))
                .hasMessageContaining("its version was forgotten");
        assertThatThrownBy(() -> projection(new Kind("box", 1, Grown.class, READS)))
                .hasMessageContaining("its version was forgotten");
    }

    @Test
    void eachVersionHasASampleThatIsRead() throws Exception {
        assertThatThrownBy(() -> state(new Kind("box", 2, Lost.class, READS)))
                .hasMessageContaining("no sample of box, version 2");
        Files.writeString(folder.resolve("box.2.json"), "[]");
        BiFunction<Document, Integer, Object> broken =
                (_, version) -> {
                    throw new IllegalStateException("version " + version);
                };
        assertThatThrownBy(() -> state(new Kind("box", 2, Lost.class, broken)))
                .hasMessageContaining("is not read any more");
    }
}
