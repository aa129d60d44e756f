package de.stadtforum.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What may become of a published schema: optional fields and further constants are added, nothing else ever changes.
final class Compatibility {
    private static final Set<String> SAID_ONLY = Set.of("description");
    private final List<String> breaks = new ArrayList<>();

    private Compatibility() {}

    /// A sentence for each change that would break a reader or a writer; empty when the new schema may be published.
    static List<String> breaks(JsonNode published, JsonNode now) {
        var compatibility = new Compatibility();
        compatibility.compare("the fact", published, now);
        compatibility.compareRequired(published, now);
        return compatibility.breaks;
    }

    private void compare(String what, JsonNode published, JsonNode now) {
        var keywords = new TreeSet<>(published.propertyNames());
        keywords.addAll(now.propertyNames());
        keywords.removeAll(SAID_ONLY);
        for (var keyword : keywords) {
            var before = published.path(keyword);
            var after = now.path(keyword);
            switch (keyword) {
                case "properties" -> compareFields(before, after);
                case "required" -> {} // compared as a whole, because it depends on the fields
                case Schemas.CONSTANTS -> compareConstants(what, before, after);
                case "items", "additionalProperties", "propertyNames" ->
                        compare(what, before, after);
                default -> {
                    if (!before.equals(after))
                        breaks.add(
                                "%s: %s was %s and is %s"
                                        .formatted(what, keyword, shown(before), shown(after)));
                }
            }
        }
    }

    private void compareFields(JsonNode published, JsonNode now) {
        for (var field : published.properties())
            if (now.has(field.getKey()))
                compare(field.getKey(), field.getValue(), now.get(field.getKey()));
            else breaks.add("%s has vanished".formatted(field.getKey()));
    }

    private void compareConstants(String what, JsonNode published, JsonNode now) {
        if (published.isMissingNode()) {
            breaks.add("%s: was a text and is one of the constants %s".formatted(what, now));
            return;
        }
        var gone = texts(published);
        gone.removeAll(texts(now));
        for (var constant : gone)
            breaks.add("%s: the constant %s has vanished".formatted(what, constant));
    }

    private void compareRequired(JsonNode published, JsonNode now) {
        var before = texts(published.path("required"));
        var after = texts(now.path("required"));
        for (var field : after)
            if (!published.path("properties").has(field))
                breaks.add("%s is new and must be optional".formatted(field));
            else if (!before.contains(field))
                breaks.add("%s was optional and is required".formatted(field));
        for (var field : before)
            if (!after.contains(field) && now.path("properties").has(field))
                breaks.add("%s was required and is optional".formatted(field));
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null || value instanceof MissingNode ? "nothing" : value.toString();
    }
}
