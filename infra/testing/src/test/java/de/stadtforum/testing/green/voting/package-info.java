/// Keeps every rule.
@NullMarked
package de.stadtforum.testing.green.voting;

import org.jspecify.annotations.NullMarked;
