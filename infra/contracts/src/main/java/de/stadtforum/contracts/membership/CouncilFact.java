package de.stadtforum.contracts.membership;

import de.stadtforum.contracts.Fact;
import java.time.LocalDate;
import java.util.SortedMap;

/// Who sits in the city council; the weights of the apportionment (resolution 3.12).
public sealed interface CouncilFact extends Fact {
    /// @param mandates seats in the council, by faction id
    /// @param unattached seats of councillors without a faction
    record CompositionRecorded(LocalDate asOf, SortedMap<String, Integer> mandates, int unattached)
            implements CouncilFact {}
}
