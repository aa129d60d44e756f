package de.stadtforum.session.rules;

import java.time.LocalDate;

/// Rules of procedure as a list names them, without their text.
///
/// @param amended adopted with changes against the proposal
/// @param vote that adopted them
record RulesLine(
        String id,
        String body,
        boolean forWorkingGroups,
        int edition,
        boolean amended,
        LocalDate inForce,
        String vote) {
    static RulesLine of(Rules rules) {
        return new RulesLine(
                rules.id(),
                rules.body(),
                rules.forWorkingGroups(),
                rules.edition(),
                rules.amended(),
                rules.inForce(),
                rules.vote());
    }
}
