/// What reporting knows of meetings, votes and what followed from them.
@NullMarked
package de.stadtforum.reporting.sessions;

import org.jspecify.annotations.NullMarked;
