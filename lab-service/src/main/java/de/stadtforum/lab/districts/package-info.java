/// The city's districts as data: where labs are due, by when, and before which bodies the concept must lie.
@NullMarked
package de.stadtforum.lab.districts;

import org.jspecify.annotations.NullMarked;
