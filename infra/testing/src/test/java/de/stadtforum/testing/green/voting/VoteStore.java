package de.stadtforum.testing.green.voting;

import org.springframework.core.env.Environment;

/// A bean, because a method of a configuration gives it.
record VoteStore(Environment environment) {}
