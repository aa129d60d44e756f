package de.stadtforum.session.rules;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.session.RulesFact.RulesAdopted;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One edition of rules of procedure, in force from the day that the decision names (resolution 3.18).
///
/// @param amended adopted with changes against the proposal
public record Rules(
        String id,
        String body,
        boolean forWorkingGroups,
        int edition,
        boolean amended,
        String text,
        LocalDate inForce,
        String vote) {
    public enum Refusal implements Reason {
        OTHER_CONTENT
    }

    public static Decision<Rules> adopt(@Nullable Rules existing, Rules adopted) {
        if (existing != null)
            return existing.equals(adopted) ? unchanged() : refused(Refusal.OTHER_CONTENT);
        return changed(
                adopted,
                new RulesAdopted(
                        adopted.body,
                        adopted.forWorkingGroups,
                        adopted.edition,
                        adopted.amended,
                        adopted.vote,
                        adopted.inForce));
    }
}
