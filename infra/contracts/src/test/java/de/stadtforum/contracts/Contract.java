package de.stadtforum.contracts;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Facts as they were published, in a folder with `schemas` and `samples`, held against the records of today.
final class Contract {
    private static final SchemaRegistry VALIDATOR =
            SchemaRegistry.withDefaultDialect(
                    Dialect.builder(Dialects.getDraft202012())
                            .keyword(new NonValidationKeyword(Schemas.CONSTANTS))
                            .build());
    private final Path schemas;
    private final Samples samples;
    private final Words words;
    private final Map<String, Class<? extends Fact>> facts = new LinkedHashMap<>();

    Contract(Path folder, Words words, List<Class<? extends Fact>> owners) {
        schemas = folder.resolve("schemas");
        samples = new Samples(folder.resolve("samples"));
        this.words = words;
        for (var owner : owners)
            for (var fact : FactType.factsOf(owner)) facts.put(FactType.of(fact), fact);
    }

    Samples samples() {
        return samples;
    }

    /// Schemas that no longer say what the record says.
    List<String> stale() {
        var stale = new ArrayList<String>();
        facts.forEach((type, fact) -> {
            var file = schema(type);
            if (!Files.exists(file)
                    || !GeneratedText.read(file).equals(GeneratedText.of(Schemas.of(fact))))
                stale.add("schema of %s is stale".formatted(type));
        });
        return stale;
    }

    /// Changes that would break somebody who reads or tells by the published schema.
    List<String> incompatible() {
        var breaks = new ArrayList<String>();
        for (var type : samples.types())
            if (!Files.exists(schema(type)))
                breaks.add("%s: its schema was published and is gone".formatted(type));
        for (var type : publishedTypes())
            if (!facts.containsKey(type)) breaks.add("%s: the fact has vanished".formatted(type));
            else
                for (var each :
                        Compatibility.breaks(
                                GeneratedText.json(schema(type)), Schemas.of(facts.get(type))))
                    breaks.add("%s: %s".formatted(type, each));
        return breaks;
    }

    /// Samples that are missing, changed, no longer read, lose a value on the way, or do not fit their schema.
    List<String> faultySamples() {
        var faults = new ArrayList<>(samples.tamperedWith());
        for (var type : samples.types())
            if (!facts.containsKey(type))
                faults.add("samples of %s no longer read: the fact has vanished".formatted(type));
        facts.forEach((type, fact) -> {
            var published = samples.of(type);
            published.forEach(sample -> faults.addAll(faults(fact, sample)));
            if (published.isEmpty()) faults.add("%s has no sample".formatted(type));
            else
                unshown(fact, published)
                        .forEach(field ->
                                faults.add(
                                        "the newest sample of %s does not show %s"
                                                .formatted(type, field)));
        });
        return faults;
    }

    private static List<String> faults(Class<? extends Fact> fact, Samples.Sample sample) {
        var faults = new ArrayList<String>();
        try {
            var mapper = FactMapper.create();
            var read = mapper.treeToValue(sample.json(), fact);
            var again = mapper.readTree(mapper.writeValueAsString(read));
            if (!again.equals(sample.json()))
                faults.add(
                        "sample %s loses a value: %s comes back as %s"
                                .formatted(sample.file(), sample.json(), again));
        } catch (JacksonException unreadable) {
            faults.add(
                    "sample %s no longer reads: %s"
                            .formatted(sample.file(), unreadable.getOriginalMessage()));
        }
        var schema = VALIDATOR.getSchema(Schemas.of(fact));
        for (var error :
                schema.validate(
                        sample.json(),
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true))))
            faults.add("sample %s does not fit its schema: %s".formatted(sample.file(), error));
        return faults;
    }

    private static Set<String> unshown(Class<? extends Fact> fact, List<Samples.Sample> published) {
        var fields = new TreeSet<String>();
        for (var component : fact.getRecordComponents()) fields.add(component.getName());
        fields.removeAll(published.getLast().json().propertyNames());
        return fields;
    }

    /// Brings schemas up to date and adds the samples that are missing.
    ///
    /// @throws IllegalStateException when a published fact would be broken; nothing is written then
    void write() {
        var breaks = incompatible();
        if (!breaks.isEmpty())
            throw new IllegalStateException(
                    "published facts are never changed, only added to: " + breaks);
        facts.forEach((type, fact) -> {
            var published = samples.of(type);
            var whole = words.sample(fact, true);
            JsonNode bare = words.sample(fact, false); // first, because it fails without a word
            GeneratedText.write(schema(type), GeneratedText.of(Schemas.of(fact)));
            if (published.isEmpty() && !bare.equals(whole)) samples.publish(type, bare);
            if (published.isEmpty() || !unshown(fact, published).isEmpty())
                samples.publish(type, whole);
        });
    }

    private Path schema(String type) {
        return schemas.resolve(type + ".json");
    }

    private Set<String> publishedTypes() {
        var types = new TreeSet<String>();
        if (!Files.isDirectory(schemas)) return types;
        try (var files = Files.list(schemas)) {
            files.forEach(file -> types.add(file.getFileName().toString().replace(".json", "")));
            return types;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
