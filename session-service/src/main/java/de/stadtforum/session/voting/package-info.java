/// Votes on a sealed electorate, open or secret on paper (§ 50 GO NRW as the measure).
@NullMarked
package de.stadtforum.session.voting;

import org.jspecify.annotations.NullMarked;
