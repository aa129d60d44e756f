package de.stadtforum.membership.councils;

/// A faction, or councillors without one, with its seats in the council (§ 56 GO NRW).
public record Faction(String id, String name, int mandates) {}
