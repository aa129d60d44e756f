package de.stadtforum.gateway.routes;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where each service answers: `stadtforum.routes.*`, a base address each.
///
/// @param longestAnswer a report as PDF takes its time; whoever needs longer has failed
@ConfigurationProperties("stadtforum.routes")
public record Services(
        URI membership,
        URI session,
        URI lab,
        URI reporting,
        @DefaultValue("20s") Duration longestAnswer) {
    List<URI> all() {
        return List.copyOf(byName().values());
    }

    public SequencedMap<String, URI> byName() {
        var all = new LinkedHashMap<String, URI>();
        all.put("lab", lab);
        all.put("session", session);
        all.put("membership", membership);
        all.put("reporting", reporting);
        return all;
    }
}
