package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.lab.ToolFact;
import de.stadtforum.contracts.lab.ToolFact.ToolPresentationWithdrawn;
import de.stadtforum.contracts.lab.ToolFact.ToolStatementMade;
import de.stadtforum.contracts.lab.ToolFact.ToolStatementPresented;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The statement on the city's participation platform as its facts tell it.
public record ToolHistory(
        int edition, @Nullable LocalDate madeOn, SortedMap<String, LocalDate> presented) {
    public static final ToolHistory NONE = new ToolHistory(0, null, new TreeMap<>());

    public ToolHistory after(ToolFact fact) {
        return switch (fact) {
            case ToolStatementMade it -> new ToolHistory(it.edition(), it.on(), presented);
            case ToolPresentationWithdrawn it -> {
                var less = new TreeMap<>(presented);
                less.remove(it.body());
                yield new ToolHistory(edition, madeOn, less);
            }
            case ToolStatementPresented it -> {
                var more = new TreeMap<>(presented);
                more.put(it.body(), it.on());
                yield new ToolHistory(edition, madeOn, more);
            }
        };
    }
}
