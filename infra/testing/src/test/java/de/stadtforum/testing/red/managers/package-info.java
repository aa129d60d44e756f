/// Names that say nothing.
@NullMarked
package de.stadtforum.testing.red.managers;

import org.jspecify.annotations.NullMarked;
