package de.stadtforum.lab.labs;

import java.util.function.ToLongFunction;

/// How many contributions a lab has, that were not withdrawn.
public record Received(ToLongFunction<String> into) {}
