package de.stadtforum.reporting.bodies;

import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.measures.Evidence;

/// A body as evidence: its page is open to all.
final class BodyEvidence {
    private BodyEvidence() {}

    static Evidence of(Entry body) {
        return Evidence.of("body", "/gremien/" + body.subject(), "name", body.mark("name"));
    }
}
