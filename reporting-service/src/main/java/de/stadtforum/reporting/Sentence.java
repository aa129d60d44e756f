package de.stadtforum.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A sentence of the resolution, word for word, with what it means and who owes it.
///
/// @param strength MUST, ASKED, SHOULD, MAY or IS
/// @param due the day that the sentence itself names
/// @param to the body that it is owed to, where the sentence names one
public record Sentence(
        String id,
        String quote,
        String strength,
        String owes,
        @Nullable LocalDate due,
        @Nullable String to) {
    private record File(List<Sentence> sentences) {}

    /// In the resolution's order.
    public static List<Sentence> all() {
        try (var file = Sentence.class.getResourceAsStream("/data/resolution.json")) {
            var mapper =
                    JsonMapper.builder()
                            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .build();
            return mapper.readValue(file, File.class).sentences;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Something to be brought about, not a description or a permission.
    public boolean obliges() {
        return List.of("MUST", "ASKED", "SHOULD").contains(strength);
    }
}
