package de.stadtforum.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTests {
    @TempDir Path folder;

    @Test
    void takesAGivenOneBeforeAnInstalledOneBeforeTheEmbeddedOne() throws Exception {
        var mongod = Files.createFile(folder.resolve("mongod"));
        assertThat(mongod.toFile().setExecutable(true)).isTrue();
        var path = folder.toString();

        assertThat(Database.find(Map.of("MONGODB_URI", "mongodb://db", "PATH", path), 1))
                .isEqualTo(new Database.Given("mongodb://db"));
        assertThat(Database.find(Map.of("PATH", path), 1))
                .isEqualTo(new Database.Mongod(mongod, 1));
        assertThat(Database.find(Map.of("MONGOD_BINARY", mongod.toString(), "PATH", ""), 1))
                .isEqualTo(new Database.Mongod(mongod, 1));
        assertThat(Database.find(Map.of("PATH", "/nowhere"), 1))
                .isEqualTo(new Database.Embedded(1));
    }

    @Test
    void saysThatMongodBinaryNamesNoProgram() {
        assertThatThrownBy(() -> Database.find(Map.of("MONGOD_BINARY", "/nowhere/mongod"), 1))
                .isInstanceOf(CannotStart.class);
    }
}
