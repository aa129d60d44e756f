package de.stadtforum.search;

/// The index cannot answer now: lists come from the database, bounded.
public final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient IndexState state;

    NotReady(IndexState state) {
        super(state.toString());
        this.state = state;
    }

    public IndexState state() {
        return state;
    }
}
