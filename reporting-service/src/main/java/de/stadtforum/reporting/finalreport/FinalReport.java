package de.stadtforum.reporting.finalreport;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.reporting.FinalReportFact.FinalPresentationWithdrawn;
import de.stadtforum.contracts.reporting.FinalReportFact.FinalReportPresented;
import de.stadtforum.contracts.reporting.FinalReportFact.MeasureImported;
import de.stadtforum.contracts.reporting.FinalReportFact.Progress;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The final report on an earlier programme: what became of its measures, presented to the committee (resolution 1.1).
public record FinalReport(
        String id,
        List<Measure> measures,
        SortedMap<String, Presentation> presented,
        List<Correction> corrections) {
    /// What was stored before lacks the corrections.
    @SuppressWarnings("NullAway")
    public FinalReport {
        corrections = corrections == null ? List.of() : corrections;
    }

    public record Measure(String measure, String title, Progress progress) {}

    /// @param paper number of the council paper
    public record Presentation(LocalDate on, @Nullable String paper) {}

    public enum Refusal implements Reason {
        /// Other measures were imported under this id.
        OTHER_MEASURES,
        /// It was presented to this body on another day or with another paper.
        PRESENTED_OTHERWISE,
        /// Nobody noted that it was presented to this body.
        NEVER_PRESENTED
    }

    static Decision<FinalReport> importAll(
            @Nullable FinalReport existing, String id, List<Measure> measures) {
        if (existing != null)
            return existing.measures.equals(measures)
                    ? unchanged()
                    : refused(Refusal.OTHER_MEASURES);
        return changed(
                new FinalReport(id, measures, new TreeMap<>(), List.of()),
                measures.stream()
                        .map(each ->
                                new MeasureImported(
                                        each.measure, new PublicText(each.title), each.progress))
                        .toList());
    }

    Decision<FinalReport> present(String body, LocalDate on, @Nullable String paper) {
        var now = new Presentation(on, paper);
        var before = presented.get(body);
        if (before != null)
            return before.equals(now) ? unchanged() : refused(Refusal.PRESENTED_OTHERWISE);
        var all = new TreeMap<>(presented);
        all.put(body, now);
        return changed(
                new FinalReport(id, measures, all, corrections),
                new FinalReportPresented(body, on, paper));
    }

    Decision<FinalReport> withdrawPresentation(String body, String reason, LocalDate today) {
        var before = presented.get(body);
        if (before == null)
            return corrections.stream().anyMatch(each -> each.reason().equals(reason))
                    ? unchanged()
                    : refused(Refusal.NEVER_PRESENTED);
        var less = new TreeMap<>(presented);
        less.remove(body);
        var all = new ArrayList<>(corrections);
        all.add(
                new Correction(
                        "final-presentation",
                        today,
                        reason,
                        DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.GERMAN)
                                .format(before.on)));
        return changed(
                new FinalReport(id, measures, less, all),
                new FinalPresentationWithdrawn(body, today));
    }
}
