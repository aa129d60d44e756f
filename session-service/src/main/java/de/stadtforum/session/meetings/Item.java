package de.stadtforum.session.meetings;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.ItemPlaced;
import de.stadtforum.contracts.session.MeetingFact.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An item of the agenda; what stands in the closed part tells number and outcome, never its title.
///
/// @param proposal the inbox entry that it treats
/// @param conflicted seats that neither debate nor vote on it (§ 31 GO NRW)
/// @param chair the seat that leads this item in place of the chair
public record Item(
        String id,
        String number,
        Part part,
        String title,
        @Nullable String proposal,
        @Nullable ItemOutcome outcome,
        List<String> conflicted,
        @Nullable String chair) {
    public Item {
        conflicted = List.copyOf(conflicted);
    }

    public static Item placed(
            String id, String number, Part part, String title, @Nullable String proposal) {
        return new Item(id, number, part, title, proposal, null, List.of(), null);
    }

    boolean samePlacement(Item other) {
        return number.equals(other.number)
                && part == other.part
                && title.equals(other.title)
                && Objects.equals(proposal, other.proposal);
    }

    public boolean inPublic() {
        return part == Part.PUBLIC;
    }

    Item forThePublic() {
        return inPublic() ? this : new Item(id, number, part, "", null, outcome, List.of(), null);
    }

    ItemPlaced told() {
        return new ItemPlaced(
                id, number, part, inPublic() ? new PublicText(title) : null, proposal);
    }

    Item conflicting(String seat) {
        var all = new ArrayList<>(conflicted);
        all.add(seat);
        return new Item(id, number, part, title, proposal, outcome, all, chair);
    }

    Item ledBy(String seat) {
        return new Item(id, number, part, title, proposal, outcome, conflicted, seat);
    }

    Item concluded(ItemOutcome end) {
        return new Item(id, number, part, title, proposal, end, conflicted, chair);
    }
}
