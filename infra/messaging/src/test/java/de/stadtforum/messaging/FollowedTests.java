package de.stadtforum.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.messaging.commands.Decision.Changed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// All of a kind in memory, and yet as they are.
class FollowedTests {
    private final String database = "followed-" + UUID.randomUUID();
    private final TellingProcess process = new TellingProcess(database);

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void whateverAnyProcessWritesIsThereWithTheNextReading() {
        var all = process.boxes.followed();
        assertThat(all.all()).isEmpty();
        process.boxes.create("a", _ -> Box.open("a"));
        assertThat(all.all()).extracting(Box::id).containsExactly("a");
        try (var other = new TellingProcess(database)) {
            other.boxes.decide("a", box -> box.cast("ada"));
            other.boxes.create("b", _ -> Box.open("b"));
        }
        assertThat(all.all()).extracting(Box::id).containsExactly("a", "b");
        assertThat(all.all().getFirst().voters()).containsExactly("ada");
        process.boxes.remove("a", box -> box.cast("eva"));
        assertThat(all.all()).extracting(Box::id).containsExactly("b");
    }

    @Test
    void whatThisProcessWroteIsToldAndWhatChangedNothingIsNot() {
        var told = new ArrayList<String>();
        process.boxes.onWrite(told::add);
        process.boxes.create("a", _ -> Box.open("a"));
        process.boxes.decide("a", box -> box.cast("ada"));
        process.boxes.decide("a", box -> box.cast("ada"));
        process.boxes.decide("a", box -> box.cast(" "));
        assertThat(told).isEqualTo(List.of("a", "a"));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aReaderThatFailsFailsNoCommandThatIsWritten(CapturedOutput output) {
        process.boxes.onWrite(id -> {
            throw new IllegalStateException("what is written in " + id);
        });
        assertThat(process.boxes.create("a", _ -> Box.open("a"))).isInstanceOf(Changed.class);
        assertThat(process.boxes.find("a")).isPresent();
        assertThat(output.getAll())
                .contains("boxes", "IllegalStateException")
                .doesNotContain("what is written");
    }
}
