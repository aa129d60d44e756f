package de.stadtforum.testing;

import java.util.ArrayDeque;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The document as a text that is the same on every machine and in every run: sorted, and without shapes that nobody uses.
final class OpenApiText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String SCHEMAS = "#/components/schemas/";

    private OpenApiText() {}

    static String of(byte[] json) {
        var document = (ObjectNode) MAPPER.readTree(json);
        var schemas = (ObjectNode) document.at("/components/schemas");
        var sent = new TreeSet<String>();
        var used = new TreeSet<String>();
        for (var path : document.get("paths"))
            for (var operation : path) {
                reach(operation.path("requestBody"), schemas, sent);
                reach(operation, schemas, used);
            }
        reach(document.at("/components/responses"), schemas, used);
        schemas.retain(used);
        for (var name : sent) closed(schemas.get(name));
        return MAPPER.writeValueAsString(sorted(document)).replace("\r\n", "\n") + "\n";
    }

    private static void reach(JsonNode from, ObjectNode schemas, SortedSet<String> reached) {
        var open = new ArrayDeque<JsonNode>();
        open.add(from);
        while (!open.isEmpty())
            for (var reference : open.remove().findValuesAsString("$ref")) {
                if (!reference.startsWith(SCHEMAS)) continue;
                var name = reference.substring(SCHEMAS.length());
                if (reached.add(name)) open.add(schemas.get(name));
            }
    }

    /// What is sent has no other fields.
    private static void closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && !object.has("oneOf"))
            object.put("additionalProperties", false);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var sorted = MAPPER.createObjectNode();
            new TreeSet<>(object.propertyNames())
                    .forEach(name -> sorted.set(name, sorted(object.get(name))));
            return sorted;
        }
        if (!node.isArray()) return node;
        var array = MAPPER.createArrayNode();
        node.forEach(each -> array.add(sorted(each)));
        return array;
    }
}
