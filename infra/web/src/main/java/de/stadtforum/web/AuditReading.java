package de.stadtforum.web;

import de.stadtforum.messaging.audit.Audit;
import de.stadtforum.messaging.audit.AuditLine;
import de.stadtforum.messaging.audit.AuditLine.Asked;
import de.stadtforum.messaging.audit.AuditLine.Outcome;
import de.stadtforum.messaging.audit.AuditLine.Told;
import de.stadtforum.messaging.audit.PersonNames;
import de.stadtforum.messaging.audit.Retention;
import de.stadtforum.messaging.context.PlatformClock;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.stereotype.Component;

/// Reads the audit for those who may: days are the city's, names are those of today, and who was erased has none.
@Component
@ConditionalOnBean(Audit.class)
class AuditReading {
    static final String API = "/operations/audit";
    static final String PAGE = "/protokoll";
    private static final int MOST = 50;

    /// One line, flat.
    ///
    /// @param account of somebody who is no person of the roster
    /// @param name today's; where there is none the id has to do
    /// @param ids what the address of the request names
    record Entry(
            Instant at,
            @Nullable String account,
            @Nullable String person,
            @Nullable String name,
            Outcome outcome,
            @Nullable String fact,
            @Nullable String aggregate,
            @Nullable Long sequence,
            @Nullable String method,
            @Nullable String route,
            @Nullable SortedMap<String, String> ids,
            @Nullable Integer status,
            @Nullable String rule,
            @Nullable String request,
            @Nullable String trace) {}

    /// @param next for `after`, where more lines follow
    record Page(List<Entry> entries, @Nullable String next) {}

    private final Audit audit;
    private final ObjectProvider<PersonNames> names;

    AuditReading(Audit audit, ObjectProvider<PersonNames> names) {
        this.audit = audit;
        this.names = names;
    }

    Retention retention() {
        return audit.retention();
    }

    /// @param to the last day
    Page read(
            HttpServletRequest request,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String person,
            @Nullable String aggregate,
            @Nullable String after) {
        AuditTrail.about(request, "person", person);
        AuditTrail.about(request, "aggregate", aggregate);
        if (from != null && to != null && to.isBefore(from))
            throw new BadInput("to", "not before from");
        var question =
                new Audit.Question(
                        from == null ? null : start(from),
                        to == null ? null : start(to.plusDays(1)),
                        person,
                        aggregate,
                        after);
        try {
            var page = audit.read(question, MOST);
            var known = names(page.lines());
            return new Page(
                    page.lines().stream().map(line -> entry(line, known)).toList(), page.next());
        } catch (IllegalArgumentException _) {
            throw new BadInput("after", "as the page before gave it");
        }
    }

    private static Instant start(LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() > 2100)
            throw new BadInput("from, to", "a day from 2000 to 2100");
        return day.atStartOfDay(PlatformClock.CITY).toInstant();
    }

    private Map<String, String> names(List<AuditLine> lines) {
        var persons = new TreeSet<String>();
        lines.stream()
                .map(line -> line.by().person())
                .filter(Objects::nonNull)
                .forEach(persons::add);
        var copy = names.getIfAvailable();
        return copy == null || persons.isEmpty() ? Map.of() : copy.of(persons);
    }

    private static Entry entry(AuditLine line, Map<String, String> names) {
        var person = line.by().person();
        var account = person == null ? line.by().account() : null; // it may say a name
        var name = person == null ? null : names.get(person);
        return switch (line.what()) {
            case Told(var fact, var aggregate, var sequence) ->
                    new Entry(
                            line.at(),
                            account,
                            person,
                            name,
                            line.outcome(),
                            fact,
                            aggregate,
                            sequence,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            line.trace());
            case Asked(var method, var route, var ids, var status, var rule, var request) ->
                    new Entry(
                            line.at(),
                            account,
                            person,
                            name,
                            line.outcome(),
                            null,
                            null,
                            null,
                            method,
                            route,
                            ids,
                            status,
                            rule,
                            request,
                            line.trace());
        };
    }
}
