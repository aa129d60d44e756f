package de.stadtforum.lab.presentations;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Presentations by body. One that was entered by mistake is withdrawn; what rested on it until then stays as it is.
public record Presentations(SortedMap<String, Presentation> byBody) {
    public static final Presentations NONE = new Presentations(new TreeMap<>());

    public Presentations {
        byBody = Collections.unmodifiableSortedMap(new TreeMap<>(byBody));
    }

    public @Nullable Presentation before(String body) {
        return byBody.get(body);
    }

    public Presentations with(String body, Presentation presentation) {
        var more = new TreeMap<>(byBody);
        more.putIfAbsent(body, presentation);
        return new Presentations(more);
    }

    public Presentations without(String body) {
        var rest = new TreeMap<>(byBody);
        rest.remove(body);
        return new Presentations(rest);
    }

    /// Whether all of these bodies had it before them on this date.
    public boolean everywhere(Collection<String> bodies, LocalDate on) {
        return bodies.stream()
                .map(byBody::get)
                .allMatch(each -> each != null && !each.on().isAfter(on));
    }
}
