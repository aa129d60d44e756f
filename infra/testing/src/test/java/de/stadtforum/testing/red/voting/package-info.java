/// Breaks the rules about domain code and rights.
@NullMarked
package de.stadtforum.testing.red.voting;

import org.jspecify.annotations.NullMarked;
