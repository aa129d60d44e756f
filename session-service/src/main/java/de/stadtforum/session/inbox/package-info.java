/// The inbox as a secretariat works with it: proposals on the way to an agenda.
@NullMarked
package de.stadtforum.session.inbox;

import org.jspecify.annotations.NullMarked;
