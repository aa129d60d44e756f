package de.stadtforum.reporting.obligations;

import de.stadtforum.reporting.obligations.Obligation.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The obligations of a resolution as a city's file has them, in its order.
final class LedgerFile {
    static final String NAME = "obligations.json";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final String name;
    private final String json;
    private final List<Line> lines;

    /// @param id as the sentence is numbered
    /// @param quote word for word
    /// @param list what the sentence lists, word for word
    /// @param strength MUST, ASKED, SHOULD, MAY or IS
    /// @param measure null where nothing measures it
    /// @param with the measure's parameters
    /// @param lights by name, in the order in which they are tried, each with its condition or several that all have to hold
    /// @param statements where nothing measures it
    record Line(
            String id,
            String quote,
            @Nullable List<String> list,
            String strength,
            String owes,
            @Nullable String measure,
            @Nullable Map<String, Object> with,
            @Nullable Map<String, JsonNode> lights,
            @Nullable List<Statement> statements) {}

    /// @param source where the sentences are from
    private record File(String source, List<Line> obligations) {}

    private LedgerFile(String name, String json) {
        this.name = name;
        this.json = json;
        try {
            lines = List.copyOf(MAPPER.readValue(json, File.class).obligations);
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException(
                    "%s, line %d: %s"
                            .formatted(
                                    name,
                                    wrong.getLocation() == null
                                            ? 0
                                            : wrong.getLocation().getLineNr(),
                                    wrong.getOriginalMessage()),
                    wrong);
        }
    }

    /// @param name for what is said of its mistakes
    /// @throws IllegalArgumentException with name and line where it is no such file
    static LedgerFile of(String name, String json) {
        return new LedgerFile(name, json);
    }

    List<Line> lines() {
        return lines;
    }

    /// Where a line stands, as it is said of a mistake.
    String place(Line line) {
        var all = json.lines().toList();
        for (var i = 0; i < all.size(); i++)
            if (all.get(i).contains("\"id\"") && all.get(i).contains('"' + line.id + '"'))
                return "%s, line %d, obligation %s".formatted(name, i + 1, line.id);
        return "%s, obligation %s".formatted(name, line.id);
    }
}
