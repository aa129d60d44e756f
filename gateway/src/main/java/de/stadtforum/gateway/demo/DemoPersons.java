package de.stadtforum.gateway.demo;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The persons of the demo, with the tokens that the launcher signed for them: `tokens.json`.
@Component
@Profile("demo")
class DemoPersons {
    /// @param roles without their scope, each once
    record Person(String label, List<String> roles, String token) {
        private static Person of(JsonNode entry) {
            return new Person(
                    entry.get("label").asString(),
                    entry.get("roles")
                            .valueStream()
                            .map(role -> role.asString().replaceFirst(":.*", ""))
                            .distinct()
                            .toList(),
                    entry.get("token").asString());
        }
    }

    private final File tokens;

    DemoPersons(@Value("${stadtforum.demo.tokens:tokens.json}") File tokens) {
        this.tokens = tokens;
    }

    /// By label, in the order of the file; read anew each time, because the launcher signs new tokens at each start.
    Map<String, Person> all() {
        if (!tokens.exists()) return Map.of();
        return JsonMapper.shared()
                .readTree(tokens)
                .valueStream()
                .map(Person::of)
                .collect(
                        Collectors.toMap(
                                Person::label,
                                Function.identity(),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }
}
