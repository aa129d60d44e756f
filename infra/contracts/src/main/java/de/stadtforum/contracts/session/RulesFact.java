package de.stadtforum.contracts.session;

import de.stadtforum.contracts.Fact;
import java.time.LocalDate;

/// Rules of procedure, which the assembly gives to itself and its working groups (resolution 3.18).
public sealed interface RulesFact extends Fact {
    /// @param amended adopted with changes against the proposal
    record RulesAdopted(
            String body,
            boolean forWorkingGroups,
            int edition,
            boolean amended,
            String vote,
            LocalDate inForce)
            implements RulesFact {}
}
