package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.lab.ConceptFact;
import de.stadtforum.contracts.lab.ConceptFact.ConceptDrafted;
import de.stadtforum.contracts.lab.ConceptFact.ConceptPresented;
import de.stadtforum.contracts.lab.ConceptFact.PresentationWithdrawn;
import de.stadtforum.contracts.lab.ConceptFact.Statement;
import de.stadtforum.contracts.lab.ConceptFact.StatementMade;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The concept for the labs as its facts tell it.
///
/// @param presented the day on which it was laid before each body
public record ConceptHistory(
        @Nullable LocalDate draftedOn,
        SortedSet<Statement> statements,
        SortedMap<String, LocalDate> presented) {
    public static final ConceptHistory NONE =
            new ConceptHistory(null, new TreeSet<>(), new TreeMap<>());

    public ConceptHistory after(ConceptFact fact) {
        return switch (fact) {
            case ConceptDrafted it -> new ConceptHistory(it.on(), statements, presented);
            case StatementMade it -> {
                var more = new TreeSet<>(statements);
                more.add(it.statement());
                yield new ConceptHistory(draftedOn, more, presented);
            }
            case PresentationWithdrawn it -> {
                var less = new TreeMap<>(presented);
                less.remove(it.body());
                yield new ConceptHistory(draftedOn, statements, less);
            }
            case ConceptPresented it -> {
                var more = new TreeMap<>(presented);
                more.put(it.body(), it.on());
                yield new ConceptHistory(draftedOn, statements, more);
            }
        };
    }
}
