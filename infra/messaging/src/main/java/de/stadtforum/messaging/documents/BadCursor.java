package de.stadtforum.messaging.documents;

/// A cursor that does not belong to the list that was asked for.
public final class BadCursor extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public enum Why {
        NO_CURSOR("not a cursor of this service"),
        OF_ANOTHER_VERSION("of another version: begin anew without it"),
        OF_ANOTHER_LIST("of another list, another filter or order: begin anew without it");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    private final Why why;

    public BadCursor(Why why) {
        super(why.words);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
