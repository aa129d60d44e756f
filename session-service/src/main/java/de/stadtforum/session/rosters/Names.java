package de.stadtforum.session.rosters;

import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.web.BadInput;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// How bodies, seats and persons are called; a person whose name is gone is said to be so, never by the id.
@Component
public class Names {
    /// Erased, or not told of yet.
    static final String NAMELESS = "Name gelöscht";

    /// Not told of yet, or never.
    static final String BODY = "Stelle, deren Name noch nicht bekannt ist";

    private final Feed<Roster> rosters;
    private final Feed<Person> persons;

    Names(Feed<Roster> rosters, Feed<Person> persons) {
        this.rosters = rosters;
        this.persons = persons;
    }

    public String body(String id) {
        return bodies().of(id);
    }

    public Bodies bodies() {
        var names = new LinkedHashMap<String, String>();
        rosters.few().forEach((id, known) -> names.put(id, known.state().name()));
        return new Bodies(names);
    }

    /// How all bodies are called that were told of.
    ///
    /// @param all by body
    public record Bodies(Map<String, String> all) {
        public String of(String id) {
            var name = all.getOrDefault(id, "");
            return name.isEmpty() ? BODY : name;
        }
    }

    /// @throws BadInput where no body of this id was ever told of
    public void needBody(String field, String id) {
        if (!rosters.few().containsKey(id))
            throw new BadInput(field, "Dieses Gremium gibt es nicht.");
    }

    public Map<String, String> persons(Collection<String> ids) {
        var names = new LinkedHashMap<String, String>();
        ids.forEach(id -> names.put(id, NAMELESS));
        persons.findAll(ids)
                .forEach((id, person) -> {
                    var name = person.name();
                    if (name != null) names.put(id, name);
                });
        return names;
    }
}
