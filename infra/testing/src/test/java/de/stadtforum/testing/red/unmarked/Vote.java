package de.stadtforum.testing.red.unmarked;

/// In a package that says nothing.
record Vote(String id) {}
