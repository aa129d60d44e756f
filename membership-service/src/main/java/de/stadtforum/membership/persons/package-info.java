/// The people behind the seats: their names travel on the topic `persons` and nowhere else.
@NullMarked
package de.stadtforum.membership.persons;

import org.jspecify.annotations.NullMarked;
