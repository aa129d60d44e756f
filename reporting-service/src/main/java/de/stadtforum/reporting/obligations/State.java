package de.stadtforum.reporting.obligations;

import java.util.List;

/// How far a sentence of the resolution is, and where that can be seen.
public record State(Progress progress, String note, List<Evidence> evidence) {
    public enum Progress {
        OVERDUE,
        OPEN,
        STANDING,
        FULFILLED
    }

    /// @param path of a page of the platform
    public record Evidence(String label, String path) {}

    static State fulfilled(String note, List<Evidence> evidence) {
        return new State(Progress.FULFILLED, note, evidence);
    }

    static State open(String note) {
        return new State(Progress.OPEN, note, List.of());
    }

    /// Fulfilled as soon as there is something to show.
    static State shown(String note, List<Evidence> evidence) {
        return evidence.isEmpty() ? open("Noch nichts geschehen.") : fulfilled(note, evidence);
    }
}
