package de.stadtforum.reporting.sessions;

import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.RULES;

import de.stadtforum.contracts.session.RulesFact;
import de.stadtforum.contracts.session.RulesFact.RulesAdopted;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;

/// Rules of procedure as they came into force.
public final class RulesEntries {
    private RulesEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<RulesFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case RulesAdopted it ->
                    change.add(
                            RULES,
                            "",
                            it.inForce(),
                            null,
                            marks(
                                    "body", it.body(),
                                    "groups", it.forWorkingGroups(),
                                    "edition", it.edition(),
                                    "amended", it.amended()));
        }
        return change.done();
    }
}
