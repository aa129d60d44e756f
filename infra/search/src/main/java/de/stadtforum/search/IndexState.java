package de.stadtforum.search;

import org.jspecify.annotations.Nullable;

/// How an index is, for an operator's page.
public sealed interface IndexState {
    /// Why there is no index, or none as it was.
    enum Fault {
        /// Its files cannot be read; it is built anew.
        DAMAGED,
        /// Another form or other fields; it is built anew.
        OUTDATED,
        /// A newer program wrote it; it is built anew.
        NEWER,
        /// Another process has the folder; tried again until that one ends.
        IN_USE,
        /// The disk is full or gone; tried again.
        NOT_WRITABLE
    }

    /// Not there; lists come from the database.
    ///
    /// @param fault null before it was first opened, and after its end
    record Absent(@Nullable Fault fault, String why) implements IndexState {}

    /// Lists come from the database until it is done.
    ///
    /// @param because why it is built anew; null where there was none
    /// @param about how many there are, as the database guesses
    record Building(@Nullable Fault because, long done, long about) implements IndexState {}

    /// @param entries that can be found
    record Ready(long entries) implements IndexState {}
}
