package de.stadtforum.messaging.documents;

import java.util.function.BiFunction;
import org.bson.Document;

/// What is stored under one name: the record, the version of its shape, and how documents of this or an older version are read.
///
/// @param read takes a state and the version that it was written with
public record Stored(
        String name, int version, Class<?> type, BiFunction<Document, Integer, Object> read) {}
