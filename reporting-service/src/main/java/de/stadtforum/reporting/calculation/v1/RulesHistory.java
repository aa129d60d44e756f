package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.session.RulesFact;
import de.stadtforum.contracts.session.RulesFact.RulesAdopted;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Rules of procedure as they were adopted last.
public record RulesHistory(
        String body,
        boolean forWorkingGroups,
        int edition,
        boolean amended,
        @Nullable LocalDate inForce) {
    public static final RulesHistory NONE = new RulesHistory("", false, 0, false, null);

    public RulesHistory after(RulesFact fact) {
        return switch (fact) {
            case RulesAdopted it ->
                    new RulesHistory(
                            it.body(),
                            it.forWorkingGroups(),
                            it.edition(),
                            it.amended(),
                            it.inForce());
        };
    }
}
