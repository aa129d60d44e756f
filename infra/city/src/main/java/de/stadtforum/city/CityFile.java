package de.stadtforum.city;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One JSON file of a city's folder: what is missing, unknown or of the wrong kind is named with its line.
///
/// @param name within the folder
record CityFile(String name, Lines lines, JsonNode tree, String text) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    static CityFile of(String name, String text) {
        try {
            return new CityFile(name, Lines.of(MAPPER, text), MAPPER.readTree(text), text);
        } catch (JacksonException malformed) {
            throw new Fault(fault(name, malformed));
        }
    }

    /// A fault that ends the reading of this file.
    static final class Fault extends RuntimeException {
        Fault(String message) {
            super(message);
        }
    }

    /// Such as `districts.json:12: …`.
    String at(String pointer, String what) {
        return name + ":" + lines.of(pointer) + ": " + what;
    }

    /// @param faults takes what is wrong
    /// @return null where something is
    <T> @Nullable T as(Class<T> type, List<String> faults) {
        var found = new ArrayList<String>();
        fields(tree, "", type, found);
        if (found.isEmpty())
            try {
                return MAPPER.readValue(text, type);
            } catch (JacksonException wrong) {
                found.add(fault(name, wrong));
            }
        faults.addAll(found);
        return null;
    }

    private static String fault(String name, JacksonException wrong) {
        var where = wrong.getLocation();
        return name
                + ":"
                + (where == null ? 1 : Math.max(1, where.getLineNr()))
                + ": "
                + wrong.getOriginalMessage().lines().findFirst().orElse("not readable");
    }

    private void value(JsonNode node, String pointer, AnnotatedType type, List<String> faults) {
        if (type instanceof AnnotatedParameterizedType many) {
            var inside = many.getAnnotatedActualTypeArguments();
            var list = inside.length == 1;
            if (list ? !node.isArray() : !node.isObject())
                faults.add(at(pointer, list ? "must be a list" : "must be an object"));
            else if (list)
                for (var i = 0; i < node.size(); i++)
                    value(node.get(i), pointer + "/" + i, inside[0], faults);
            else
                node.propertyStream()
                        .forEach(each ->
                                value(
                                        each.getValue(),
                                        pointer + "/" + escaped(each.getKey()),
                                        inside[1],
                                        faults));
        } else if (type.getType() == Object.class) {
            // whatever an interface takes
        } else if (type.getType() instanceof Class<?> plain && plain.isRecord())
            fields(node, pointer, plain, faults);
        else if (node.isNull()) faults.add(at(pointer, "must not be null"));
        else if (node.isContainer()) faults.add(at(pointer, "must be a single value"));
    }

    private void fields(JsonNode node, String pointer, Class<?> type, List<String> faults) {
        if (!node.isObject()) {
            faults.add(at(pointer, "must be an object"));
            return;
        }
        var known = new LinkedHashSet<String>();
        for (var field : type.getRecordComponents()) {
            known.add(field.getName());
            var optional = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
            var given = node.get(field.getName());
            var place = pointer + "/" + field.getName();
            if (given != null && !(optional && given.isNull()))
                value(given, place, field.getAnnotatedType(), faults);
            else if (given == null && !optional)
                faults.add(at(pointer, field.getName() + " is missing"));
        }
        for (Map.Entry<String, JsonNode> each : node.properties())
            if (!known.contains(each.getKey()))
                faults.add(
                        at(
                                pointer + "/" + escaped(each.getKey()),
                                each.getKey()
                                        + " is unknown here; known are "
                                        + Arrays.stream(type.getRecordComponents())
                                                .map(java.lang.reflect.RecordComponent::getName)
                                                .collect(Collectors.joining(", "))));
    }

    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
