/// Hare-Niemeyer, exact: how many seats each faction sends (resolution 3.11, 3.12).
@NullMarked
package de.stadtforum.membership.apportionment;

import org.jspecify.annotations.NullMarked;
