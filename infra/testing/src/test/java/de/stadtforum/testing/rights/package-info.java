/// A service of a few endpoints, to see the matrix red.
@NullMarked
package de.stadtforum.testing.rights;

import org.jspecify.annotations.NullMarked;
