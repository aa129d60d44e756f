package de.stadtforum.web;

/// Nothing has this id, or nothing that the caller may know of.
public final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Missing() {
        super("missing", null, false, false);
    }
}
