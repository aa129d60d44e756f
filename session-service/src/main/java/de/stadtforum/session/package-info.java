/// The session service: meetings, votes and what follows from them.
@NullMarked
package de.stadtforum.session;

import org.jspecify.annotations.NullMarked;
