package de.stadtforum.gateway.upstreams;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where each service answers: `stadtforum.routes.*`, a base address each, or several with commas, one for each replica.
/// `dns://name:port` stands for all addresses that the name has.
///
/// @param longestAnswer a report as PDF takes its time; whoever needs longer has failed
@ConfigurationProperties("stadtforum.routes")
public record Services(
        List<URI> membership,
        List<URI> session,
        List<URI> lab,
        List<URI> reporting,
        @DefaultValue("20s") Duration longestAnswer) {
    private static final String BY_NAME = "dns";

    public Services {
        for (var addresses : List.of(membership, session, lab, reporting))
            if (addresses.isEmpty())
                throw new IllegalArgumentException("stadtforum.routes: an address is missing");
    }

    public SequencedMap<String, List<URI>> byName() {
        var all = new LinkedHashMap<String, List<URI>>();
        all.put("lab", lab);
        all.put("session", session);
        all.put("membership", membership);
        all.put("reporting", reporting);
        return all;
    }

    /// As they are set, names and all.
    List<URI> of(String service) {
        return switch (service) {
            case "membership" -> membership;
            case "session" -> session;
            case "lab" -> lab;
            case "reporting" -> reporting;
            default -> throw new IllegalArgumentException("no service " + service);
        };
    }

    /// Where a route leads: to the one address, else to the load balancer.
    public URI target(String service) {
        var addresses = of(service);
        return isReplicated(service) ? URI.create("lb://" + service) : addresses.getFirst();
    }

    public boolean isReplicated(String service) {
        var addresses = of(service);
        return addresses.size() > 1 || isName(addresses.getFirst());
    }

    static boolean isName(URI address) {
        return BY_NAME.equals(address.getScheme());
    }
}
