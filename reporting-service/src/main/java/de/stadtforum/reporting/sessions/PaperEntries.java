package de.stadtforum.reporting.sessions;

import static de.stadtforum.reporting.entries.AggregateEntries.PLAIN;
import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.PAPER;
import static de.stadtforum.reporting.entries.EntryKind.PAPER_DELIBERATED;
import static de.stadtforum.reporting.entries.EntryKind.PAPER_DRAFTED;
import static de.stadtforum.reporting.entries.EntryKind.PAPER_NUMBERED;

import de.stadtforum.contracts.session.PaperFact;
import de.stadtforum.contracts.session.PaperFact.DeliberationCorrected;
import de.stadtforum.contracts.session.PaperFact.DeliberationPlanned;
import de.stadtforum.contracts.session.PaperFact.DeliberationRecordCorrected;
import de.stadtforum.contracts.session.PaperFact.DeliberationRecorded;
import de.stadtforum.contracts.session.PaperFact.DeliberationWithdrawn;
import de.stadtforum.contracts.session.PaperFact.DraftCorrected;
import de.stadtforum.contracts.session.PaperFact.NumberCorrected;
import de.stadtforum.contracts.session.PaperFact.PaperDrafted;
import de.stadtforum.contracts.session.PaperFact.PaperNumbered;
import de.stadtforum.contracts.session.PaperFact.PaperProposed;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;

/// The way of a council paper that the assembly proposed, dated.
public final class PaperEntries {
    private PaperEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<PaperFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case PaperProposed it ->
                    change.set(PAPER, "", it.on(), marks("title", it.title().text()));
            case PaperDrafted it -> change.set(PAPER_DRAFTED, it.on());
            case DraftCorrected it -> change.set(PAPER_DRAFTED, it.on());
            case PaperNumbered it ->
                    change.set(PAPER_NUMBERED, "", it.on(), marks("number", it.number()));
            case NumberCorrected it ->
                    change.set(PAPER_NUMBERED, "", it.on(), marks("number", it.number()));
            case DeliberationRecorded it ->
                    change.set(PAPER_DELIBERATED, it.body(), it.on(), PLAIN);
            case DeliberationRecordCorrected it ->
                    change.set(PAPER_DELIBERATED, it.body(), it.on(), PLAIN);
            case DeliberationPlanned _, DeliberationCorrected _, DeliberationWithdrawn _ -> {}
        }
        return change.done();
    }
}
