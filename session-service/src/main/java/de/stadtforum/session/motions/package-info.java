/// What a vote would bring about, and what may stand in its way.
@NullMarked
package de.stadtforum.session.motions;

import org.jspecify.annotations.NullMarked;
