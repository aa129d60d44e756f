/// What the platform promises its users, tried on the whole of it: real processes, real broker, real database, real browser.
@NullMarked
package de.stadtforum.local.journeys;

import org.jspecify.annotations.NullMarked;
