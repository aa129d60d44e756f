package de.stadtforum.contracts.session;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;

/// A working group: formed by decision, at work on named fields, ended by decision (resolution 4).
public sealed interface GroupFact extends Fact {
    record GroupFormed(PublicText name, String vote, LocalDate on) implements GroupFact {}

    record FieldAssigned(String field, LocalDate on) implements GroupFact {}

    /// A note or paper was laid into the group's room (resolution 4.4); its text stays at home.
    record NoteShared(LocalDate on) implements GroupFact {}

    /// A person agreed to share contact data with the group; the data stay at home.
    record ContactShared(String person, LocalDate on) implements GroupFact {}

    record DateFound(LocalDate date) implements GroupFact {}

    /// The group reported back to the assembly.
    record GroupReported(String meeting, LocalDate on) implements GroupFact {}

    record GroupEnded(String vote, LocalDate on) implements GroupFact {}

    /// The date was found by mistake, or the group does not meet on it.
    record DateWithdrawn(LocalDate date) implements GroupFact {}

    /// A person no longer shares contact data with the group.
    record ContactWithdrawn(String person, LocalDate on) implements GroupFact {}

    /// A note was taken out of the group's room again.
    record NoteWithdrawn(LocalDate on) implements GroupFact {}

    /// The field was assigned by mistake.
    record FieldAssignmentWithdrawn(String field) implements GroupFact {}

    /// The report was entered by mistake.
    record GroupReportWithdrawn(String meeting, LocalDate on) implements GroupFact {}
}
