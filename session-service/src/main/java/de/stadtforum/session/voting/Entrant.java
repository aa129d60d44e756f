package de.stadtforum.session.voting;

/// One vote of a sealed electorate.
///
/// @param deputy the person votes "i. V. f." the seat's delegate
/// @param sourceSequence the last fact of the body that this entry was read from
public record Entrant(String seat, String person, boolean deputy, long sourceSequence) {}
