/// Meetings of a body: invitation, agenda, attendance, quorum, minutes (§§ 47 to 52 GO NRW as the measure).
@NullMarked
package de.stadtforum.session.meetings;

import org.jspecify.annotations.NullMarked;
