package de.stadtforum.messaging.feeds;

/// A fact that an operator decided to go on without.
public record DroppedFact(String feed, String aggregate, long sequence) {}
