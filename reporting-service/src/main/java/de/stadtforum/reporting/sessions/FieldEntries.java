package de.stadtforum.reporting.sessions;

import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.FIELD;
import static de.stadtforum.reporting.entries.EntryKind.FIELD_SHAPED;

import de.stadtforum.contracts.session.FieldFact;
import de.stadtforum.contracts.session.FieldFact.FieldNamed;
import de.stadtforum.contracts.session.FieldFact.FieldShaped;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;

/// When a field of action was named and shaped.
public final class FieldEntries {
    private FieldEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<FieldFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case FieldNamed it ->
                    change.set(
                            FIELD, "", it.on(), marks("title", it.title().text(), "lab", it.lab()));
            case FieldShaped it -> change.add(FIELD_SHAPED, it.on());
        }
        return change.done();
    }
}
