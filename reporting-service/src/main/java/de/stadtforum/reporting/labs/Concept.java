package de.stadtforum.reporting.labs;

import de.stadtforum.contracts.lab.ConceptFact.Statement;
import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The concept for the labs: before whom it was laid and what it says (resolution 5.3, 5.4).
public final class Concept {
    private static final List<Evidence> PAGE = List.of(Evidence.of("concept", "/konzept"));

    private Concept() {}

    /// Whether it lay before all who ought to have it, before the next labs began.
    ///
    /// @param bodies that it is owed to: those that the obligation names, and all of the kinds that it names
    /// @param missing names of those that it was not laid before
    /// @param complete the day on which the last of them had it
    /// @param early labs that were opened or held before that, without a recorded go-ahead
    public record Presented(
            int bodies,
            int presented,
            List<String> missing,
            @Nullable LocalDate complete,
            List<String> early,
            List<Evidence> evidence) {}

    public static Presented presented(Knowledge known, Span span, Parameters parameters) {
        var wanted = wanted(known, span, parameters);
        var days = new ArrayList<LocalDate>();
        var missing = new ArrayList<String>();
        for (var body : wanted) {
            var day =
                    known.all(EntryKind.CONCEPT_PRESENTED)
                            .filter(each -> each.part().equals(body) && span.reached(each.on()))
                            .map(Entry::on)
                            .findFirst();
            day.ifPresentOrElse(days::add, () -> missing.add(known.nameOf(body).orElse(body)));
        }
        var complete =
                missing.isEmpty() && !days.isEmpty()
                        ? days.stream().max(LocalDate::compareTo).orElseThrow()
                        : null;
        var early =
                wanted.isEmpty()
                        ? List.<Entry>of()
                        : known.all(EntryKind.LAB)
                                .filter(each -> beganBefore(known, each, span, complete))
                                .filter(each ->
                                        known.first(EntryKind.LAB_GO_AHEAD, each.subject())
                                                .isEmpty())
                                .toList();
        return new Presented(
                wanted.size(),
                days.size(),
                missing,
                complete,
                LabEvidence.names(early.stream()),
                days.isEmpty() ? List.of() : PAGE);
    }

    private static List<String> wanted(Knowledge known, Span span, Parameters parameters) {
        var kinds = parameters.list("kinds");
        return Stream.concat(
                        parameters.list("bodies").stream(),
                        known.all(EntryKind.BODY)
                                .filter(each ->
                                        kinds.contains(each.mark("kind"))
                                                && each.covers(span.until()))
                                .map(Entry::subject))
                .distinct()
                .toList();
    }

    private static boolean beganBefore(
            Knowledge known, Entry lab, Span span, @Nullable LocalDate complete) {
        return Stream.of(EntryKind.LAB_OPENED, EntryKind.LAB_HELD)
                .flatMap(kind -> known.of(kind, lab.subject()))
                .map(Entry::on)
                .filter(span::covers)
                .anyMatch(each -> complete == null || each.isBefore(complete));
    }

    /// What the concept says of one question, and who was involved in the labs that were held.
    ///
    /// @param made 1 where it says something
    /// @param held labs that were held since
    /// @param withoutYouthWork neighbourhoods of held labs without youth work
    /// @param withoutSocialWork neighbourhoods of held labs without social work
    public record Says(
            int made,
            int held,
            List<String> withoutYouthWork,
            List<String> withoutSocialWork,
            List<Evidence> evidence) {}

    public static Says says(Knowledge known, Span span, Parameters parameters) {
        var statement = parameters.requiredConstant("statement", Statement.class);
        var made =
                known.all(EntryKind.CONCEPT_STATEMENT)
                        .anyMatch(each ->
                                each.part().equals(statement.name()) && span.reached(each.on()));
        var held = LabEvidence.held(known, span);
        return new Says(
                made ? 1 : 0,
                held.size(),
                without(known, held, Partner.YOUTH_WORK),
                without(known, held, Partner.SOCIAL_WORK),
                made ? PAGE : List.of());
    }

    private static List<String> without(Knowledge known, List<Entry> labs, Partner partner) {
        return LabEvidence.names(
                labs.stream()
                        .filter(each ->
                                !known.any(
                                        EntryKind.LAB_PARTNER,
                                        each.subject(),
                                        it -> it.part().equals(partner.name()))));
    }
}
