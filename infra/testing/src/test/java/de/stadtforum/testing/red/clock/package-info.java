/// Reads the machine's clock.
@NullMarked
package de.stadtforum.testing.red.clock;

import org.jspecify.annotations.NullMarked;
