package de.stadtforum.reporting.labs;

import static de.stadtforum.reporting.entries.AggregateEntries.PLAIN;
import static de.stadtforum.reporting.entries.EntryKind.CONCEPT;
import static de.stadtforum.reporting.entries.EntryKind.CONCEPT_PRESENTED;
import static de.stadtforum.reporting.entries.EntryKind.CONCEPT_STATEMENT;

import de.stadtforum.contracts.lab.ConceptFact;
import de.stadtforum.contracts.lab.ConceptFact.ConceptDrafted;
import de.stadtforum.contracts.lab.ConceptFact.ConceptPresented;
import de.stadtforum.contracts.lab.ConceptFact.PresentationWithdrawn;
import de.stadtforum.contracts.lab.ConceptFact.StatementMade;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;

/// The concept for the labs: what it says and before whom it was laid, dated (resolution 5.3).
public final class ConceptEntries {
    private ConceptEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<ConceptFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case ConceptDrafted it -> change.set(CONCEPT, it.on());
            case StatementMade it ->
                    change.set(CONCEPT_STATEMENT, it.statement().name(), change.today(), PLAIN);
            case ConceptPresented it -> change.set(CONCEPT_PRESENTED, it.body(), it.on(), PLAIN);
            case PresentationWithdrawn it ->
                    change.withdraw(CONCEPT_PRESENTED, each -> each.part().equals(it.body()));
        }
        return change.done();
    }
}
