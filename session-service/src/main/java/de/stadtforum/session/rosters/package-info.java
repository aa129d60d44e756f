/// The local copy of who sits where, and of names.
@NullMarked
package de.stadtforum.session.rosters;

import org.jspecify.annotations.NullMarked;
