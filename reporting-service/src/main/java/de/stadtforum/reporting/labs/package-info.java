/// What reporting knows of the labs and what residents contributed.
@NullMarked
package de.stadtforum.reporting.labs;

import org.jspecify.annotations.NullMarked;
