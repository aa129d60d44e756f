package de.stadtforum.reporting.labs;

import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.TOOL;
import static de.stadtforum.reporting.entries.EntryKind.TOOL_PRESENTED;

import de.stadtforum.contracts.lab.ToolFact;
import de.stadtforum.contracts.lab.ToolFact.ToolPresentationWithdrawn;
import de.stadtforum.contracts.lab.ToolFact.ToolStatementMade;
import de.stadtforum.contracts.lab.ToolFact.ToolStatementPresented;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;

/// The statement on the city's participation platform, dated (resolution 5.6).
public final class ToolEntries {
    private ToolEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<ToolFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case ToolStatementMade it ->
                    change.add(TOOL, "", it.on(), null, marks("edition", it.edition()));
            case ToolStatementPresented it ->
                    change.set(TOOL_PRESENTED, it.body(), it.on(), marks("edition", it.edition()));
            case ToolPresentationWithdrawn it ->
                    change.withdraw(TOOL_PRESENTED, each -> each.part().equals(it.body()));
        }
        return change.done();
    }
}
