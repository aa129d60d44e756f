/// What follows from this service's own facts: a carried motion takes effect, a concluded item is heard.
@NullMarked
package de.stadtforum.session.consequences;

import org.jspecify.annotations.NullMarked;
