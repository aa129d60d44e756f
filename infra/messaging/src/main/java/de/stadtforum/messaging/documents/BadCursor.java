package de.stadtforum.messaging.documents;

/// A cursor that does not belong to the list that was asked for; the message says why.
public final class BadCursor extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadCursor(String why) {
        super(why);
    }
}
