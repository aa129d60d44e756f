package de.stadtforum.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The telling values from which the sample of a new fact or field is made: by `owner.fact.field`, else by `field`.
record Words(Properties values) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Words read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            var values = new Properties();
            values.load(reader);
            return new Words(values);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A sample of this fact.
    ///
    /// @param whole with the optional fields, too
    ObjectNode sample(Class<? extends Fact> fact, boolean whole) {
        var sample = JsonNodeFactory.instance.objectNode();
        for (var component : fact.getRecordComponents())
            if (whole || !Schemas.isOptional(component))
                sample.set(component.getName(), value(fact, component));
        return sample;
    }

    private JsonNode value(Class<? extends Fact> fact, RecordComponent component) {
        var type = FactType.of(fact).substring("de.stadtforum.".length());
        var named = type + "." + component.getName();
        var word =
                Optional.ofNullable(values.getProperty(named))
                        .or(() -> Optional.ofNullable(values.getProperty(component.getName())));
        var schema = Schemas.of(fact).path("properties").path(component.getName());
        if (word.isEmpty() && schema.has(Schemas.CONSTANTS))
            return schema.get(Schemas.CONSTANTS).get(0);
        var text =
                word.orElseThrow(() ->
                        new IllegalArgumentException(
                                "sample-words.properties has no value for " + named));
        return schema.path("type").asString().equals("string")
                ? JsonNodeFactory.instance.stringNode(text)
                : JSON.readTree(text);
    }
}
