package de.stadtforum.messaging.feeds;

/// This program does not have that version of a fold any more, or yet.
public final class FoldNotKept extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String feed;
    private final int version;

    public FoldNotKept(String feed, int version) {
        super("fold " + feed + " is not kept in version " + version);
        this.feed = feed;
        this.version = version;
    }

    public String feed() {
        return feed;
    }

    public int version() {
        return version;
    }
}
