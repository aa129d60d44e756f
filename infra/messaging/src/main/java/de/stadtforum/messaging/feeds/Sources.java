package de.stadtforum.messaging.feeds;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.Teller;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Where facts come from. Departments run the same service and give their aggregates the same ids: what comes from the own city's
/// service is known by its id alone, as commands and pages name it; what comes from another has its source before the id.
public final class Sources {
    private final Map<Teller, String> home = new EnumMap<>(Teller.class);

    /// @param operator of this service; where nothing else is said its facts come from its own operator's services
    /// @param others `source` of each teller that is somebody else's
    public Sources(String operator, Map<Teller, String> others) {
        for (var teller : Teller.values())
            home.put(teller, "/" + operator + "/" + teller.name().toLowerCase(Locale.ROOT));
        home.putAll(others);
    }

    /// The id of the projection document, `id` or `operator~service~id`: a tilde is in no id.
    String key(Class<? extends Fact> owner, Envelope envelope) {
        var teller = Teller.of(owner);
        if (envelope.source().equals(home.get(teller))) return envelope.subject();
        var source = envelope.source();
        return (source.startsWith("/") ? source.substring(1) : source).replace('/', '~')
                + "~"
                + envelope.subject();
    }
}
