package de.stadtforum.contracts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Who tells and who hears: as table and diagram for people, as topic list for programs.
final class EventMap {
    private EventMap() {}

    /// Every topic of the log, persons last.
    static Set<Topic> topics() {
        var topics = new LinkedHashSet<Topic>();
        for (var teller : Teller.values())
            for (var owner : teller.tells())
                if (!isOnPersons(owner)) topics.add(Teller.topicOf(owner));
        for (var teller : Teller.values())
            for (var owner : teller.tells()) topics.add(Teller.topicOf(owner));
        return topics;
    }

    static Teller tellerOf(Topic topic) {
        return tellerOf(ownersOn(topic).getFirst());
    }

    static List<Class<? extends Fact>> ownersOn(Topic topic) {
        var owners = new ArrayList<Class<? extends Fact>>();
        for (var teller : Teller.values())
            for (var owner : teller.tells())
                if (Teller.topicOf(owner).equals(topic)) owners.add(owner);
        return owners;
    }

    static String name(Teller service) {
        return service.name().toLowerCase(Locale.ROOT);
    }

    static JsonNode topicList() {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var topic : topics()) {
            var entry =
                    list.addObject()
                            .put("name", topic.name())
                            .put("teller", name(tellerOf(topic)))
                            .put("partitions", topic.partitions());
            var config = entry.putObject("config");
            topic.config().forEach(config::put);
        }
        return list;
    }

    /// Table and diagram, in Markdown.
    static String markdown() {
        var text = new StringBuilder();
        text.append("| facts of | told by | on | heard by | the facts |\n|---|---|---|---|---|\n");
        for (var teller : Teller.values())
            for (var owner : teller.tells())
                text.append(
                        "| `%s` | %s | `%s` | %s | %s |%n"
                                .formatted(
                                        owner.getSimpleName(),
                                        name(teller),
                                        Teller.topicOf(owner).name(),
                                        hearers(owner).stream()
                                                .map(EventMap::name)
                                                .collect(Collectors.joining(", ")),
                                        shortNames(owner))
                                .replace("\r\n", "\n"));
        return text.append('\n').append(diagram()).toString();
    }

    private static String diagram() {
        var text = new StringBuilder("```mermaid\nflowchart LR\n");
        for (var service : Teller.values())
            text.append("    %s[%s-service]\n".formatted(name(service), name(service)));
        for (var topic : topics())
            text.append("    %s([%s])\n".formatted(node(topic), topic.name()));
        for (var topic : topics())
            text.append("    %s ==> %s\n".formatted(name(tellerOf(topic)), node(topic)));
        for (var topic : topics())
            for (var service : Teller.values()) {
                var heard = new ArrayList<>(ownersOn(topic));
                heard.retainAll(service.hears());
                if (!heard.isEmpty())
                    text.append(
                            "    %s -- %s --> %s\n"
                                    .formatted(node(topic), label(topic, heard), name(service)));
            }
        return text.append("```\n").toString();
    }

    private static String label(Topic topic, List<Class<? extends Fact>> heard) {
        if (heard.size() > 1 && heard.equals(ownersOn(topic))) return "all";
        return heard.stream().map(FactType::nameOfOwner).collect(Collectors.joining(", "));
    }

    private static String node(Topic topic) {
        return "on-" + topic.name().replace("stadtforum.", "");
    }

    private static List<Teller> hearers(Class<? extends Fact> owner) {
        var hearers = new ArrayList<Teller>();
        for (var service : Teller.values())
            if (service.hears().contains(owner)) hearers.add(service);
        return hearers;
    }

    private static String shortNames(Class<? extends Fact> owner) {
        return FactType.factsOf(owner).stream()
                .map(fact -> FactType.kebab(fact.getSimpleName()))
                .collect(Collectors.joining(" · "));
    }

    private static Teller tellerOf(Class<? extends Fact> owner) {
        for (var teller : Teller.values()) if (teller.tells().contains(owner)) return teller;
        throw new IllegalArgumentException("nobody tells " + owner);
    }

    private static boolean isOnPersons(Class<? extends Fact> owner) {
        return Teller.topicOf(owner).name().equals(Topic.PERSONS);
    }
}
