package de.stadtforum.membership.red;

public record Seat(String id) {}
