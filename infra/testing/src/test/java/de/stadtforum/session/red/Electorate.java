package de.stadtforum.session.red;

import de.stadtforum.membership.red.Seat;

record Electorate(Seat seat) {}
