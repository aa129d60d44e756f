package de.stadtforum.messaging.feeds;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is kept by key of a feed's documents, so that a page reads one document instead of all it counts: a pure function of the lines of
/// that key. Whoever adds or changes one raises the version of its feed, whose rebuilding computes it for what is there.
///
/// @param name of the rollup among those of its feed, as `by-lab`
/// @param version raised, with that of its feed, with every change of what it makes of the same documents
/// @param field of the state that the key is read from, as `lab`
/// @param key null where a document belongs to none
/// @param line what the fold needs of one document, and no more: the lines of a key are in memory while it is busy
/// @param fold takes the lines of a key, ordered by the id of their documents
/// @param zero of a key without documents; a record
public record Rolling<P, L, R>(
        String name,
        int version,
        String field,
        Function<P, @Nullable String> key,
        Function<P, L> line,
        Function<Collection<L>, R> fold,
        R zero) {}
