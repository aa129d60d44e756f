package de.stadtforum.reporting.entries;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.FactType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A log that is kept as a file: one fact a line, in the order of their recording.
public final class LogFile {
    private static final JsonMapper MAPPER = FactMapper.create();

    private LogFile() {}

    /// @param subject the aggregate
    public record Told(String subject, Instant time, Fact fact) {}

    /// The year that the first city plays through, as it was told by the programs that released its two reports with version 3.
    public static List<Told> demoYear() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        LogFile.class.getResourceAsStream(
                                                "/log/dortmund-2024.jsonl")),
                                StandardCharsets.UTF_8))) {
            return lines.lines().map(LogFile::told).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Told told(String line) {
        JsonNode json = MAPPER.readTree(line);
        var type = FactType.find(json.get("type").asString()).orElseThrow();
        return new Told(
                json.get("subject").asString(),
                Instant.parse(json.get("time").asString()),
                MAPPER.treeToValue(json.get("fact"), type));
    }
}
