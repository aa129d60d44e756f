package de.stadtforum.web;

import java.util.Optional;
import java.util.function.Function;

/// How a service finds the scope of what a path names; a bean for each kind that an [In] names.
///
/// @param scope by id; empty where nothing has this id
public record ScopeOf(Class<?> kind, Function<String, Optional<Scope>> scope) {}
