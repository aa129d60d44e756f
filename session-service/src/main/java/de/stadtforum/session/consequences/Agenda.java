package de.stadtforum.session.consequences;

import de.stadtforum.contracts.session.MeetingFact;
import de.stadtforum.contracts.session.MeetingFact.ItemPlaced;
import de.stadtforum.contracts.session.MeetingFact.MeetingPlanned;
import de.stadtforum.contracts.session.MeetingFact.MeetingPostponed;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which proposals a meeting treats: told by its items.
///
/// @param proposals by item
record Agenda(@Nullable LocalDate date, SortedMap<String, String> proposals) {
    static final Agenda NONE = new Agenda(null, new TreeMap<>());

    Agenda after(MeetingFact fact) {
        return switch (fact) {
            case MeetingPlanned(_, var planned) -> new Agenda(planned, proposals);
            case MeetingPostponed(var next, _) -> next == null ? this : new Agenda(next, proposals);
            case ItemPlaced(var item, _, _, _, var proposal) ->
                    proposal == null ? this : with(item, proposal);
            default -> this;
        };
    }

    private Agenda with(String item, String proposal) {
        var all = new TreeMap<>(proposals);
        all.put(item, proposal);
        return new Agenda(date, all);
    }
}
