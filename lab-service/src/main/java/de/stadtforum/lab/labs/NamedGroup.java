package de.stadtforum.lab.labs;

import de.stadtforum.contracts.session.GroupFact;
import de.stadtforum.contracts.session.GroupFact.GroupEnded;
import de.stadtforum.contracts.session.GroupFact.GroupFormed;
import org.jspecify.annotations.Nullable;

/// A working group of the assembly by its name, so that no page shows an id.
public record NamedGroup(@Nullable String name, boolean ended) {
    static final NamedGroup NONE = new NamedGroup(null, false);

    NamedGroup after(GroupFact fact) {
        return switch (fact) {
            case GroupFormed(var called, _, _) -> new NamedGroup(called.text(), false);
            case GroupEnded _ -> new NamedGroup(name, true);
            default -> this;
        };
    }
}
