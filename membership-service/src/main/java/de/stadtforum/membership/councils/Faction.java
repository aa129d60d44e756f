package de.stadtforum.membership.councils;

/// A faction, or councillors without one, with its seats in the council.
public record Faction(String id, String name, int mandates) {}
