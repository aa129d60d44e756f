package de.stadtforum.gateway.paths;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Below which addresses each service may declare its own: `stadtforum.prefixes.*`. No two services share one.
@ConfigurationProperties("stadtforum.prefixes")
record Prefixes(
        List<String> membership, List<String> session, List<String> lab, List<String> reporting) {
    Prefixes {
        var all =
                Map.of(
                        "membership", membership,
                        "session", session,
                        "lab", lab,
                        "reporting", reporting);
        all.forEach((one, own) ->
                all.forEach((other, theirs) -> {
                    if (!one.equals(other)) requireApart(one, own, other, theirs);
                }));
    }

    private static void requireApart(
            String one, List<String> own, String other, List<String> theirs) {
        for (var prefix : own)
            for (var outer : theirs)
                if (Declaration.isBelow(prefix, outer))
                    throw new IllegalArgumentException(
                            "stadtforum.prefixes."
                                    + one
                                    + ": "
                                    + prefix
                                    + " belongs to "
                                    + other
                                    + " already");
    }

    List<String> of(String service) {
        return switch (service) {
            case "membership" -> membership;
            case "session" -> session;
            case "lab" -> lab;
            case "reporting" -> reporting;
            default -> List.of();
        };
    }
}
