/// Open pages learn that what they show has changed: one look at the own database for all who read, events that carry nothing but a mark.
@NullMarked
package de.stadtforum.web.live;

import org.jspecify.annotations.NullMarked;
