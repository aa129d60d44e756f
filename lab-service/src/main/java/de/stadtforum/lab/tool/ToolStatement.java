package de.stadtforum.lab.tool;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.ToolFact.ToolPresentationWithdrawn;
import de.stadtforum.contracts.lab.ToolFact.ToolStatementMade;
import de.stadtforum.contracts.lab.ToolFact.ToolStatementPresented;
import de.stadtforum.lab.presentations.Presentation;
import de.stadtforum.lab.presentations.Presentations;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An edition of the administration's statement: what runs in the city's platform, what here (resolution 5.6).
public record ToolStatement(
        String id,
        int edition,
        String text,
        LocalDate on,
        Presentations presentations,
        List<Correction> corrections) {

    enum Refusal implements Reason {
        OTHER_CONTENT,
        PRESENTED_OTHERWISE,
        BEFORE_ITS_DRAFT,
        NOT_PRESENTED_THERE;

        @Override
        public @Nullable String field() {
            return switch (this) {
                case BEFORE_ITS_DRAFT -> "on";
                case PRESENTED_OTHERWISE, NOT_PRESENTED_THERE -> "body";
                default -> null;
            };
        }
    }

    @SuppressWarnings("NullAway") // documents of yesterday have no corrections
    public ToolStatement {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    static Decision<ToolStatement> make(
            @Nullable ToolStatement existing, String id, int edition, String text, LocalDate on) {
        var made = new ToolStatement(id, edition, text, on, Presentations.NONE, List.of());
        if (existing == null)
            return changed(made, new ToolStatementMade(edition, new PublicText(text), on));
        return existing.edition == edition && existing.text.equals(text) && existing.on.equals(on)
                ? unchanged()
                : refused(Refusal.OTHER_CONTENT);
    }

    Decision<ToolStatement> present(String body, Presentation presentation) {
        var before = presentations.before(body);
        if (before != null)
            return before.equals(presentation) ? unchanged() : refused(Refusal.PRESENTED_OTHERWISE);
        if (presentation.on().isBefore(on)) return refused(Refusal.BEFORE_ITS_DRAFT);
        return changed(
                new ToolStatement(
                        id, edition, text, on, presentations.with(body, presentation), corrections),
                new ToolStatementPresented(edition, body, presentation.on(), presentation.paper()));
    }

    /// It was entered by mistake.
    Decision<ToolStatement> withdraw(String body, String named, String reason, LocalDate today) {
        var before = presentations.before(body);
        if (before == null) {
            var again =
                    corrections.stream()
                            .anyMatch(each ->
                                    each.act().equals("presentation-withdrawn")
                                            && each.reason().equals(reason)
                                            && String.valueOf(each.before()).startsWith(named));
            return again ? unchanged() : refused(Refusal.NOT_PRESENTED_THERE);
        }
        var more = new ArrayList<>(corrections);
        more.add(
                new Correction(
                        "presentation-withdrawn", today, reason, named + ", " + before.words()));
        return changed(
                new ToolStatement(id, edition, text, on, presentations.without(body), more),
                new ToolPresentationWithdrawn(edition, body, today));
    }
}
