package de.stadtforum.messaging.commands;

/// What cannot succeed however often it is tried.
final class Refuses extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reason reason;

    Refuses(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
