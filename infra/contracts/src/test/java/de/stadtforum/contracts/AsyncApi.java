package de.stadtforum.contracts;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// The AsyncAPI 3.0 document of the log: topics as channels, facts as CloudEvents, who sends and who receives.
final class AsyncApi {
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build();
    private static final String BINDING = "0.5.0";
    private final Samples samples;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private AsyncApi(Samples samples) {
        this.samples = samples;
    }

    static String yaml(Samples samples) {
        return YAML.writeValueAsString(new AsyncApi(samples).document());
    }

    private ObjectNode document() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Stadtforum: the facts of the participation process")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Facts as CloudEvents 1.0 (Kafka protocol binding, binary mode), kept for ever."
                                + " The key of a record is the aggregate's id, so an aggregate's facts are in order; ce_sequence counts them."
                                + " The log may repeat a fact and never misses one: readers go by ce_sequence."
                                + " Unknown fields, constants and types may come at any time and are passed over.");
        document.put("defaultContentType", Envelope.CONTENT_TYPE);
        var channels = document.putObject("channels");
        EventMap.topics().forEach(topic -> channel(channels.putObject(topic.name()), topic));
        var operations = document.putObject("operations");
        for (var service : Teller.values())
            for (var topic : EventMap.topics()) {
                operation(operations, service, "tells", "send", topic, service.tells());
                operation(operations, service, "hears", "receive", topic, service.hears());
            }
        var components = document.putObject("components");
        var messages = components.putObject("messages");
        for (var topic : EventMap.topics())
            for (var fact : facts(EventMap.ownersOn(topic)))
                message(messages.putObject(FactType.of(fact)), fact);
        trait(components.putObject("messageTraits").putObject("cloudEvent"));
        return document;
    }

    private void channel(ObjectNode channel, Topic topic) {
        var owners = EventMap.ownersOn(topic);
        channel.put("address", topic.name());
        channel.put(
                "description",
                "What the %s service tells.".formatted(EventMap.name(EventMap.tellerOf(topic))));
        var messages = channel.putObject("messages");
        for (var fact : facts(owners))
            messages.putObject(FactType.of(fact))
                    .put("$ref", "#/components/messages/" + FactType.of(fact));
        var kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name());
        kafka.put("partitions", topic.partitions());
        var config = kafka.putObject("topicConfiguration");
        topic.config()
                .forEach((key, value) -> {
                    if (key.equals("cleanup.policy")) config.putArray(key).add(value);
                    else if (key.startsWith("retention.")) config.put(key, Long.parseLong(value));
                });
        kafka.put("bindingVersion", BINDING);
    }

    private static void operation(
            ObjectNode operations,
            Teller service,
            String verb,
            String action,
            Topic topic,
            List<Class<? extends Fact>> declared) {
        var owners = new ArrayList<>(EventMap.ownersOn(topic));
        owners.retainAll(declared);
        if (owners.isEmpty()) return;
        var operation =
                operations.putObject(
                        "%s %s %s"
                                .formatted(EventMap.name(service), verb, topic.name())
                                .replace(' ', '-')
                                .replace('.', '-'));
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
        var messages = operation.putArray("messages");
        for (var fact : facts(owners))
            messages.addObject()
                    .put(
                            "$ref",
                            "#/channels/%s/messages/%s".formatted(topic.name(), FactType.of(fact)));
    }

    private void message(ObjectNode message, Class<? extends Fact> fact) {
        var type = FactType.of(fact);
        message.put("name", type);
        message.put("title", fact.getSimpleName());
        Explanations.of(fact.getEnclosingClass())
                .type(fact)
                .ifPresent(text -> message.put("description", text));
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
        message.putObject("payload").put("$ref", "schemas/%s.json".formatted(type));
        var published = samples.of(type);
        if (!published.isEmpty())
            message.putArray("examples").addObject().set("payload", published.getLast().json());
    }

    private static void trait(ObjectNode trait) {
        trait.put("contentType", Envelope.CONTENT_TYPE);
        var headers = trait.putObject("headers").put("type", "object");
        var properties = headers.putObject("properties");
        header(properties, "ce_specversion", "CloudEvents").put("const", "1.0");
        header(properties, "ce_id", "Id of the fact; the same each time it is told.");
        header(properties, "ce_source", "Who tells: /operator/service.")
                .put("format", "uri-reference");
        header(
                properties,
                "ce_type",
                "Name of the fact, such as de.stadtforum.voting.ballot-cast.");
        header(properties, "ce_subject", "Id of the aggregate; also the key of the record.");
        header(properties, "ce_time", "When it was recorded, in whole milliseconds, UTC.")
                .put("format", "date-time");
        header(
                        properties,
                        "ce_sequence",
                        "1, 2, 3, … within the aggregate, padded with zeros so that it sorts as text.")
                .put("pattern", "^[0-9]{20}$");
        header(
                properties,
                "ce_traceparent",
                "W3C trace context of the command, where there was one.");
        header(properties, "content-type", "Of the payload.").put("const", Envelope.CONTENT_TYPE);
        var required = headers.putArray("required");
        properties.propertyNames().stream()
                .filter(name -> !name.equals("ce_traceparent"))
                .forEach(required::add);
        var kafka = trait.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", "Id of the aggregate.");
        kafka.put("bindingVersion", BINDING);
    }

    private static ObjectNode header(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    private static List<Class<? extends Fact>> facts(List<Class<? extends Fact>> owners) {
        return owners.stream().flatMap(owner -> FactType.factsOf(owner).stream()).toList();
    }
}
