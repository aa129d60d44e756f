package de.stadtforum.web;

import de.stadtforum.messaging.commands.Reason;

/// A command was refused by a rule; answered as a problem that names it.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reason reason;

    public Refusal(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
