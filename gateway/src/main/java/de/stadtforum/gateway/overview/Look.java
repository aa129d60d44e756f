package de.stadtforum.gateway.overview;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What one service says of itself: whether it is well, and its work in hand, where the caller may know.
///
/// @param status of its answer about its operations; 0 where there was none
/// @param replicas how many there should be
/// @param unwell what is not well, by name: parts such as the database, and troubles such as a gap in a feed; null where it does not answer at all
/// @param waiting aggregates whose facts are not told yet
/// @param behind records of the log that are not in every feed yet
/// @param dead records that could not be read or applied
record Look(
        String service,
        int status,
        int replicas,
        @Nullable List<String> unwell,
        @Nullable Long waiting,
        @Nullable Long behind,
        @Nullable Long dead) {
    /// One does not answer while others do.
    private static final String REPLICA = "replica";

    private static final String PATHS = "paths";

    /// @param pathsRefused whether the gateway does not follow what it says of its addresses
    /// @param health what each replica says of itself; null for one that does not answer
    static Look of(
            String service,
            boolean pathsRefused,
            List<@Nullable String> health,
            int status,
            String operations) {
        var state = read(operations);
        return new Look(
                service,
                status,
                health.size(),
                unwell(pathsRefused, health, state),
                number(state.get("waiting")),
                number(state.get("behind")),
                state.get("deadLetters") instanceof JsonNode letters && letters.isArray()
                        ? (Long) (long) letters.size()
                        : null);
    }

    boolean answers() {
        return unwell != null;
    }

    private static @Nullable List<String> unwell(
            boolean pathsRefused, List<@Nullable String> health, JsonNode state) {
        var answering = health.stream().filter(Objects::nonNull).toList();
        if (answering.isEmpty()) return null;
        var named = answering.stream().flatMap(each -> unwell(read(each), state).stream());
        var missing = answering.size() < health.size() ? Stream.of(REPLICA) : Stream.<String>of();
        var refused = pathsRefused ? Stream.of(PATHS) : Stream.<String>of();
        return Stream.of(named, missing, refused).flatMap(each -> each).distinct().toList();
    }

    private static List<String> unwell(JsonNode health, JsonNode state) {
        var parts = health.path("components").propertyStream();
        var named =
                Stream.concat(
                                parts.filter(part -> !well(part.getValue()))
                                        .flatMap(Look::troubles),
                                state.path("wrong")
                                        .valueStream()
                                        .map(each -> each.path("kind").asString("")))
                        .distinct()
                        .toList();
        return named.isEmpty() && !well(health) ? List.of("") : named;
    }

    /// What a part says of itself, else its name.
    private static Stream<String> troubles(Map.Entry<String, JsonNode> part) {
        var details = part.getValue().path("details");
        return part.getKey().equals("facts") && !details.isEmpty()
                ? details.propertyNames().stream()
                : Stream.of(part.getKey());
    }

    private static boolean well(JsonNode part) {
        return part.path("status").asString("").equals("UP");
    }

    private static @Nullable Long number(@Nullable JsonNode value) {
        return value != null && value.isNumber() ? (Long) value.asLong() : null;
    }

    private static JsonNode read(String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException _) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
