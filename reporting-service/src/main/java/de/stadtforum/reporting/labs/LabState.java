package de.stadtforum.reporting.labs;

import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import java.time.LocalDate;

/// How far a lab is on a day.
public enum LabState {
    PLANNED,
    OPEN,
    HELD,
    MISSED;

    /// At the end of that day.
    public static LabState on(Knowledge known, String lab, LocalDate day) {
        if (reached(known, EntryKind.LAB_HELD, lab, day)) return HELD;
        if (reached(known, EntryKind.LAB_MISSED, lab, day)) return MISSED;
        return reached(known, EntryKind.LAB_OPENED, lab, day) ? OPEN : PLANNED;
    }

    private static boolean reached(Knowledge known, EntryKind kind, String lab, LocalDate day) {
        return known.any(kind, lab, each -> !each.on().isAfter(day));
    }
}
