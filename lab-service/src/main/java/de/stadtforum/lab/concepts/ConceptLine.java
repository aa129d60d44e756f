package de.stadtforum.lab.concepts;

import java.time.LocalDate;

/// An edition of the concept as a list names it.
///
/// @param on when it was drafted
/// @param statements how many of its points are stated
/// @param presented before how many bodies
record ConceptLine(String id, int edition, LocalDate on, int statements, int presented) {
    static ConceptLine of(Concept concept) {
        return new ConceptLine(
                concept.id(),
                concept.edition(),
                concept.on(),
                concept.statements().size(),
                concept.presentations().byBody().size());
    }
}
