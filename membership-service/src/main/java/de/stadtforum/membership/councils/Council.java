package de.stadtforum.membership.councils;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.membership.CouncilFact.CompositionRecorded;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A council with its compositions, oldest first; one that was recorded is never rewritten (resolution 3.12).
public record Council(String id, String name, List<Composition> compositions) {
    public enum Refusal implements Reason {
        /// Another council was recorded under this id.
        COUNCIL_EXISTS,
        /// One id stands for two groups of the same composition.
        FACTION_NAMED_TWICE,
        /// For this day another composition is on record.
        COMPOSITION_DIFFERS
    }

    public Council {
        compositions = List.copyOf(compositions);
    }

    static Decision<Council> record(
            @Nullable Council existing, String id, String name, Composition first) {
        if (existing == null) return new Council(id, name, List.of()).take(first);
        return existing.name.equals(name) && existing.compositions.contains(first)
                ? unchanged()
                : refused(Refusal.COUNCIL_EXISTS);
    }

    /// Takes a composition, also one that is recorded late.
    Decision<Council> take(Composition composition) {
        if (compositions.contains(composition)) return unchanged();
        if (!composition.namesEachOnce()) return refused(Refusal.FACTION_NAMED_TWICE);
        if (compositions.stream().anyMatch(known -> known.asOf().equals(composition.asOf())))
            return refused(Refusal.COMPOSITION_DIFFERS);
        var next = new ArrayList<>(compositions);
        next.add(composition);
        next.sort(Comparator.comparing(Composition::asOf));
        return changed(
                new Council(id, name, next),
                new CompositionRecorded(
                        composition.asOf(),
                        composition.mandates(),
                        composition.unattachedMandates()));
    }

    /// The composition in force on a day.
    public Optional<Composition> on(LocalDate date) {
        return compositions.stream()
                .filter(each -> !each.asOf().isAfter(date))
                .reduce((_, newer) -> newer);
    }
}
