/// Who sits where: bodies, seats, apportionment, delegations, deputies.
@NullMarked
package de.stadtforum.membership;

import org.jspecify.annotations.NullMarked;
