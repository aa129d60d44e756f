package de.stadtforum.messaging.feeds;

/// What a feed knows of one aggregate of another service.
///
/// @param sequence of the last fact it took
/// @param stopped a fact is missing or unreadable: what is known may be out of date
public record Known<P>(String id, long sequence, boolean stopped, P state) {}
