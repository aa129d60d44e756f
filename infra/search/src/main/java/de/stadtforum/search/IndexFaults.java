package de.stadtforum.search;

import de.stadtforum.messaging.operation.Fault;
import de.stadtforum.messaging.operation.OtherFaults;
import java.util.List;

/// How an index is, for health and the operator's page.
public record IndexFaults(SearchIndex index) implements OtherFaults {
    @Override
    public List<Fault> found() {
        return switch (index.state()) {
            case IndexState.Ready _ -> List.of();
            case IndexState.Building(_, var done, var about) ->
                    List.of(new Fault.IndexBuilding(done, about));
            case IndexState.Absent(var fault, _) ->
                    // null: it is about to be opened
                    fault == null ? List.of() : List.of(new Fault.IndexAbsent(fault.name()));
        };
    }
}
