/// Access for people of the roster who stand in no directory of the city: given by a link, once, and taken back with the last seat.
@NullMarked
package de.stadtforum.membership.invitations;

import org.jspecify.annotations.NullMarked;
