package de.stadtforum.session.meetings;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.ItemPlaced;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.web.Correction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An item of the agenda; what stands in the closed part tells number and outcome, never its title.
///
/// @param proposal the inbox entry that it treats
/// @param conflicted seats that neither debate nor vote on it: an interest of their own
/// @param chair the seat that leads this item in place of the chair
/// @param corrections what was put right about it, with reasons
public record Item(
        String id,
        String number,
        Part part,
        String title,
        @Nullable String proposal,
        @Nullable ItemOutcome outcome,
        List<String> conflicted,
        @Nullable String chair,
        List<Correction> corrections) {
    private static final List<String> ABOUT_PERSONS = List.of("item-conflict", "item-handover");

    /// Yesterday's items know of no corrections.
    @SuppressWarnings("ConstantValue")
    public Item {
        conflicted = List.copyOf(conflicted);
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    public static Item placed(
            String id, String number, Part part, String title, @Nullable String proposal) {
        return new Item(id, number, part, title, proposal, null, List.of(), null, List.of());
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
        return inPublic()
                ? withoutReasons()
                : new Item(id, number, part, "", null, outcome, List.of(), null, List.of());
    }

    /// Why a conflict or a handover was withdrawn is about persons.
    private Item withoutReasons() {
        var others = corrections.stream().filter(each -> !ABOUT_PERSONS.contains(each.act()));
        return new Item(
                id, number, part, title, proposal, outcome, conflicted, chair, others.toList());
    }

    ItemPlaced told() {
        return new ItemPlaced(
                id, number, part, inPublic() ? new PublicText(title) : null, proposal);
    }

    Item conflicting(String seat) {
        var all = new ArrayList<>(conflicted);
        all.add(seat);
        return new Item(id, number, part, title, proposal, outcome, all, chair, corrections);
    }

    Item ledBy(String seat) {
        return new Item(id, number, part, title, proposal, outcome, conflicted, seat, corrections);
    }

    Item named(String as, Part in, String called) {
        return new Item(id, as, in, called, proposal, outcome, conflicted, chair, corrections);
    }

    Item outcomeCorrected(@Nullable ItemOutcome end, Correction correction) {
        return new Item(id, number, part, title, proposal, end, conflicted, chair, and(correction));
    }

    Item concluded(ItemOutcome end) {
        return new Item(id, number, part, title, proposal, end, conflicted, chair, corrections);
    }

    Item conflictWithdrawn(String seat, Correction correction) {
        var others = conflicted.stream().filter(each -> !each.equals(seat)).toList();
        return new Item(id, number, part, title, proposal, outcome, others, chair, and(correction));
    }

    Item handoverWithdrawn(Correction correction) {
        return new Item(
                id, number, part, title, proposal, outcome, conflicted, null, and(correction));
    }

    boolean wasCorrected(String act, String reason, String before) {
        return corrections.stream()
                .anyMatch(each ->
                        each.act().equals(act)
                                && each.reason().equals(reason)
                                && before.equals(each.before()));
    }

    private List<Correction> and(Correction correction) {
        var all = new ArrayList<>(corrections);
        all.add(correction);
        return all;
    }
}
