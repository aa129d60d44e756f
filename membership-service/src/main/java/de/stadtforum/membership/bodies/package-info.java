/// Bodies with their seats, and who fills them on which day (resolution 2 to 4).
@NullMarked
package de.stadtforum.membership.bodies;

import org.jspecify.annotations.NullMarked;
