package de.stadtforum.testing.red.circle.votes;

import de.stadtforum.testing.red.circle.seats.Seat;

public record Vote(Seat seat) {}
