package de.stadtforum.lab.labs;

import de.stadtforum.city.City;
import de.stadtforum.messaging.feeds.Feed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// To whom a lab's result is reported: the assembly or one of its working groups, by name (resolution 5.7).
@Component
public class ResultBodies {
    /// A choice of a form.
    public record Choice(String id, String name) {}

    private final Feed<NamedGroup> groups;
    private final City city;

    ResultBodies(Feed<NamedGroup> namedGroups, City city) {
        this.groups = namedGroups;
        this.city = city;
    }

    /// The assembly first, then the groups that are at work, by name.
    public List<Choice> choices() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(city.assembly(), city.assemblyName()));
        groups.few().values().stream()
                .filter(each -> each.state().name() != null && !each.state().ended())
                .map(each -> new Choice(each.id(), String.valueOf(each.state().name())))
                .sorted(Comparator.comparing(Choice::name))
                .forEach(choices::add);
        return choices;
    }

    private @Nullable String nameOfGroup(String body) {
        var known = groups.few().get(body);
        return known == null ? null : known.state().name();
    }

    /// Null where no name is known: then a page says what kind of body it is, never its id.
    public @Nullable String nameOf(String body) {
        return body.equals(city.assembly()) ? city.assemblyName() : nameOfGroup(body);
    }
}
