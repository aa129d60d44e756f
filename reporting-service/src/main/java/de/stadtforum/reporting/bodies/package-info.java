/// What reporting knows of bodies and their seats.
@NullMarked
package de.stadtforum.reporting.bodies;

import org.jspecify.annotations.NullMarked;
