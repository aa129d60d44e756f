package de.stadtforum.city;

import java.util.Map;
import java.util.TreeMap;

/// `law.json`: the state's municipal code, as far as pages and refusals cite it or a rule takes its default from it.
///
/// @param cites what is cited for what, as `quorum`: `§ 49 GO NRW`
/// @param invitationPeriodDays holds until a body's rules of procedure say otherwise
public record Law(
        String name, String shortName, int invitationPeriodDays, Map<String, String> cites) {
    public Law {
        cites = new TreeMap<>(cites);
    }
}
