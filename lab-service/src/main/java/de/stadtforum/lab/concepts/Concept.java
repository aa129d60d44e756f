package de.stadtforum.lab.concepts;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.ConceptFact.ConceptDrafted;
import de.stadtforum.contracts.lab.ConceptFact.ConceptPresented;
import de.stadtforum.contracts.lab.ConceptFact.PresentationWithdrawn;
import de.stadtforum.contracts.lab.ConceptFact.Statement;
import de.stadtforum.contracts.lab.ConceptFact.StatementMade;
import de.stadtforum.lab.presentations.Presentation;
import de.stadtforum.lab.presentations.Presentations;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
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
        Presentations presentations,
        List<Correction> corrections) {

    enum Refusal implements Reason {
        OTHER_CONTENT,
        STATEMENTS_MISSING,
        ALREADY_PRESENTED,
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

    /// What resolution 5.4 asks the concept to say.
    public static final List<Statement> REQUIRED =
            List.of(
                    Statement.POLITICS_INFORMED,
                    Statement.CONTRIBUTIONS_RECEIVED,
                    Statement.ASSOCIATIONS_INVOLVED);

    @SuppressWarnings("NullAway") // documents of yesterday have no corrections
    public Concept {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        statements = Collections.unmodifiableSortedMap(new TreeMap<>(statements));
    }

    static Decision<Concept> draft(
            @Nullable Concept existing, String id, int edition, LocalDate on) {
        if (existing == null)
            return changed(
                    new Concept(id, edition, on, new TreeMap<>(), Presentations.NONE, List.of()),
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
                new Concept(id, edition, on, more, presentations, corrections),
                new StatementMade(statement, new PublicText(text)));
    }

    Decision<Concept> present(String body, Presentation presentation) {
        var before = presentations.before(body);
        if (before != null)
            return before.equals(presentation) ? unchanged() : refused(Refusal.PRESENTED_OTHERWISE);
        if (!statements.keySet().containsAll(REQUIRED)) return refused(Refusal.STATEMENTS_MISSING);
        if (presentation.on().isBefore(on)) return refused(Refusal.BEFORE_ITS_DRAFT);
        return changed(
                new Concept(
                        id,
                        edition,
                        on,
                        statements,
                        presentations.with(body, presentation),
                        corrections),
                new ConceptPresented(body, presentation.on(), presentation.paper()));
    }

    /// It was entered by mistake. A lab that was opened because it lay there stays open; the next one asks anew.
    Decision<Concept> withdraw(String body, String named, String reason, LocalDate today) {
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
                new Concept(id, edition, on, statements, presentations.without(body), more),
                new PresentationWithdrawn(body, today));
    }
}
