package de.stadtforum.lab.labs;

import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.ProposalFact.Kind;
import de.stadtforum.contracts.session.ProposalFact.ProposalReceived;
import org.jspecify.annotations.Nullable;

/// What the labs know of an entry in a body's inbox: whether it is a lab's result, and of which lab.
record Proposed(@Nullable Kind kind, @Nullable String source) {
    static final Proposed NONE = new Proposed(null, null);

    Proposed after(ProposalFact fact) {
        return fact instanceof ProposalReceived(_, var what, var from, _, _)
                ? new Proposed(what, from)
                : this;
    }

    /// The lab whose result this is, or null.
    @Nullable String lab() {
        return kind == Kind.LAB_RESULT ? source : null;
    }
}
