package de.stadtforum.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema (2020-12) of a fact, derived from its record: what is `@Nullable` is optional, everything else is required.
///
/// Constants are an open list (`x-extensible-enum`): more may come, and a reader takes what it does not know for `UNKNOWN`.
final class Schemas {
    static final String CONSTANTS = "x-extensible-enum";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Schemas() {}

    static ObjectNode of(Class<? extends Fact> fact) {
        var explanations = Explanations.of(fact.getEnclosingClass());
        var schema =
                JSON.objectNode()
                        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                        .put("title", FactType.of(fact));
        explanations.type(fact).ifPresent(text -> schema.put("description", text));
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var component : fact.getRecordComponents()) {
            var property = of(component.getGenericType());
            explanations
                    .field(fact, component.getName())
                    .ifPresent(text -> property.put("description", text));
            properties.set(component.getName(), property);
            if (!isOptional(component)) required.add(component.getName());
        }
        return schema;
    }

    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode of(Type type) {
        var schema = JSON.objectNode();
        return switch (type) {
            case ParameterizedType list when list.getRawType() == List.class -> {
                schema.put("type", "array").set("items", of(list.getActualTypeArguments()[0]));
                yield schema;
            }
            case ParameterizedType map when map.getRawType() == SortedMap.class -> {
                schema.put("type", "object");
                schema.set("propertyNames", of(map.getActualTypeArguments()[0]));
                schema.set("additionalProperties", of(map.getActualTypeArguments()[1]));
                yield schema;
            }
            case Class<?> plain -> plain(schema, plain);
            default -> throw noSchema(type);
        };
    }

    private static ObjectNode plain(ObjectNode schema, Class<?> type) {
        if (type == String.class) return schema.put("type", "string");
        if (type == PublicText.class)
            return schema.put("type", "string").put("maxLength", PublicText.LONGEST);
        if (type == LocalDate.class) return schema.put("type", "string").put("format", "date");
        if (type == Instant.class) return schema.put("type", "string").put("format", "date-time");
        if (type == boolean.class || type == Boolean.class) return schema.put("type", "boolean");
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class)
            return schema.put("type", "integer");
        if (!type.isEnum()) throw noSchema(type);
        schema.put("type", "string");
        var constants = schema.putArray(CONSTANTS);
        var names = Arrays.stream(type.getFields()).filter(Field::isEnumConstant).toList();
        for (var name : names)
            if (!isDefault(name)) constants.add(name.getName());
            else if (!name.getName().equals("UNKNOWN")) throw notOpen(type);
        if (names.stream().noneMatch(Schemas::isDefault)) throw notOpen(type);
        return schema;
    }

    private static boolean isDefault(Field constant) {
        return constant.isAnnotationPresent(JsonEnumDefaultValue.class);
    }

    private static IllegalArgumentException notOpen(Class<?> type) {
        return new IllegalArgumentException(
                type.getSimpleName()
                        + " needs a last constant UNKNOWN with @JsonEnumDefaultValue,"
                        + " or no constant could ever be added");
    }

    private static IllegalArgumentException noSchema(Type type) {
        return new IllegalArgumentException(
                "facts are flat: no field of type "
                        + type.getTypeName()
                        + ", but texts, dates, numbers, constants, lists and sorted maps");
    }
}
