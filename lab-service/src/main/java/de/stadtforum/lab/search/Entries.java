package de.stadtforum.lab.search;

import de.stadtforum.lab.contributions.Contribution;
import de.stadtforum.lab.labs.Lab;
import de.stadtforum.search.Entry;
import org.jspecify.annotations.Nullable;

/// What the index knows of labs and contributions. Words are those that everybody may read: of a contribution that is not published, only that
/// it is there.
final class Entries {
    static final String LAB = "lab";
    static final String CONTRIBUTION = "contribution";
    static final String STATE = "state";
    static final String DAY = "day";

    /// Changed with what the entries mean: then the index is built anew.
    static final String MEANING =
            "1: lab with state and day of its plan; contribution with lab, state and day of its receipt";

    private Entries() {}

    static @Nullable Entry of(Lab lab) {
        if (!lab.counts()) return null;
        return Entry.of(LAB, lab.id())
                .keyword(LAB, lab.id())
                .keyword(STATE, lab.course().state().name())
                .number(DAY, lab.plan().date().toEpochDay())
                .title(lab.plan().neighbourhood());
    }

    static Entry of(Contribution contribution) {
        var entry =
                Entry.of(CONTRIBUTION, contribution.id())
                        .keyword(LAB, contribution.lab())
                        .keyword(STATE, contribution.state().name())
                        .number(DAY, contribution.receivedOn().toEpochDay());
        if (contribution.state() != Contribution.State.PUBLISHED) return entry;
        var location = contribution.location();
        var answer = contribution.latest();
        return entry.text(
                contribution.text(),
                location == null ? "" : location,
                answer == null ? "" : answer.text());
    }
}
