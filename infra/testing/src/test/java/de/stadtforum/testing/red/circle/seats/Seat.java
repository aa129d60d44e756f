package de.stadtforum.testing.red.circle.seats;

import de.stadtforum.testing.red.circle.votes.Vote;
import java.util.List;

public record Seat(List<Vote> votes) {}
