package de.stadtforum.lab.concepts;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.ConceptFact.ConceptDrafted;
import de.stadtforum.contracts.lab.ConceptFact.ConceptPresented;
import de.stadtforum.contracts.lab.ConceptFact.Statement;
import de.stadtforum.contracts.lab.ConceptFact.StatementMade;
import de.stadtforum.lab.presentations.Presentation;
import de.stadtforum.lab.presentations.Presentations;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An edition of the concept: it makes three statements and is then laid before the bodies (resolution 5.3, 5.4a to 5.4c).
public record Concept(
        String id,
        int edition,
        LocalDate on,
        SortedMap<Statement, String> statements,
        Presentations presentations) {

    enum Refusal implements Reason {
        OTHER_CONTENT,
        STATEMENTS_MISSING,
        ALREADY_PRESENTED,
        PRESENTED_OTHERWISE,
        BEFORE_ITS_DRAFT
    }

    /// What resolution 5.4 asks the concept to say.
    public static final List<Statement> REQUIRED =
            List.of(
                    Statement.POLITICS_INFORMED,
                    Statement.CONTRIBUTIONS_RECEIVED,
                    Statement.ASSOCIATIONS_INVOLVED);

    public Concept {
        statements = Collections.unmodifiableSortedMap(new TreeMap<>(statements));
    }

    static Decision<Concept> draft(
            @Nullable Concept existing, String id, int edition, LocalDate on) {
        if (existing == null)
            return changed(
                    new Concept(id, edition, on, new TreeMap<>(), Presentations.NONE),
                    new ConceptDrafted(edition, on));
        return existing.edition == edition && existing.on.equals(on)
                ? unchanged()
                : refused(Refusal.OTHER_CONTENT);
    }

    Decision<Concept> state(Statement statement, String text) {
        if (text.equals(statements.get(statement))) return unchanged();
        if (!presentations.byBody().isEmpty()) return refused(Refusal.ALREADY_PRESENTED);
        var more = new TreeMap<>(statements);
        more.put(statement, text);
        return changed(
                new Concept(id, edition, on, more, presentations),
                new StatementMade(statement, new PublicText(text)));
    }

    Decision<Concept> present(String body, Presentation presentation) {
        var before = presentations.before(body);
        if (before != null)
            return before.equals(presentation) ? unchanged() : refused(Refusal.PRESENTED_OTHERWISE);
        if (!statements.keySet().containsAll(REQUIRED)) return refused(Refusal.STATEMENTS_MISSING);
        if (presentation.on().isBefore(on)) return refused(Refusal.BEFORE_ITS_DRAFT);
        return changed(
                new Concept(id, edition, on, statements, presentations.with(body, presentation)),
                new ConceptPresented(body, presentation.on(), presentation.paper()));
    }
}
