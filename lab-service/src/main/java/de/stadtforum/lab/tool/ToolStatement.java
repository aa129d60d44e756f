package de.stadtforum.lab.tool;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.ToolFact.ToolStatementMade;
import de.stadtforum.contracts.lab.ToolFact.ToolStatementPresented;
import de.stadtforum.lab.presentations.Presentation;
import de.stadtforum.lab.presentations.Presentations;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An edition of the administration's statement: what runs in the city's platform, what here (resolution 5.6).
public record ToolStatement(
        String id, int edition, String text, LocalDate on, Presentations presentations) {

    enum Refusal implements Reason {
        OTHER_CONTENT,
        PRESENTED_OTHERWISE,
        BEFORE_ITS_DRAFT
    }

    static Decision<ToolStatement> make(
            @Nullable ToolStatement existing, String id, int edition, String text, LocalDate on) {
        var made = new ToolStatement(id, edition, text, on, Presentations.NONE);
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
                new ToolStatement(id, edition, text, on, presentations.with(body, presentation)),
                new ToolStatementPresented(edition, body, presentation.on(), presentation.paper()));
    }
}
