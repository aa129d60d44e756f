package de.stadtforum.messaging.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import de.stadtforum.messaging.audit.AuditLine.Asked;
import de.stadtforum.messaging.audit.AuditLine.Outcome;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.Trace;
import de.stadtforum.messaging.documents.Index;
import de.stadtforum.messaging.outbox.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Who did what when: the journal has what was told; what was refused, or told nothing, is filed here before it is answered.
public final class Audit {
    private static final Comparator<AuditLine> NEWEST_FIRST =
            Comparator.comparing(AuditLine::at).thenComparing(AuditLine::id).reversed();

    private final MongoCollection<Document> asked;
    private final Journal journal;
    private final Retention retention;
    private final Clock clock;

    public Audit(MongoDatabase database, Journal journal, Retention retention, Clock clock) {
        this.asked = database.getCollection("audit");
        this.journal = journal;
        this.retention = retention;
        this.clock = clock;
        Index.create(asked, Index.on("at", "_id"), Index.on("person", "at", "_id"));
    }

    /// @param from the first moment; null for all
    /// @param to the moment after the last; null for all
    /// @param aggregate an id that the line is about
    /// @param after cursor of the last line that is known already
    public record Question(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String person,
            @Nullable String aggregate,
            @Nullable String after) {}

    /// @param next cursor for the page that follows; null on the last one
    public record Page(List<AuditLine> lines, @Nullable String next) {}

    /// What somebody with a login asked for, in the current author's name.
    public void file(Outcome outcome, Asked what) {
        var by = Author.current();
        var now = clock.instant();
        asked.insertOne(
                new Document("_id", UUID.randomUUID().toString())
                        .append("at", now.toEpochMilli())
                        .append("account", by.account())
                        .append("person", by.person())
                        .append("outcome", outcome.name())
                        .append("method", what.method())
                        .append("route", what.route())
                        .append("ids", new Document(new TreeMap<>(what.ids())))
                        .append("about", List.copyOf(what.ids().values()))
                        .append("status", what.status())
                        .append("rule", what.rule())
                        .append("request", what.request())
                        .append("trace", Trace.id(Trace.current())));
    }

    /// The newest lines first.
    ///
    /// @throws IllegalArgumentException when `after` is no cursor
    public Page read(Question question, int most) {
        var found =
                Stream.concat(
                                journal.entries(filter(question, "aggregate"), most + 1).stream()
                                        .map(Audit::line),
                                lines(filter(question, "about"), most + 1).stream())
                        .sorted(NEWEST_FIRST)
                        .limit(most + 1L)
                        .toList();
        return found.size() <= most
                ? new Page(found, null)
                : new Page(found.subList(0, most), found.get(most - 1).cursor());
    }

    private static AuditLine line(Journal.Entry told) {
        return new AuditLine(
                told.id(),
                told.at(),
                told.by(),
                Outcome.DONE,
                new AuditLine.Told(told.type(), told.aggregate(), told.sequence()),
                told.trace());
    }

    private List<AuditLine> lines(Bson filter, int most) {
        return asked.find(filter)
                .sort(Sorts.descending("at", "_id"))
                .limit(most)
                .map(Audit::line)
                .into(new ArrayList<>());
    }

    private static Bson filter(Question question, String about) {
        var parts = new ArrayList<Bson>();
        parts.add(gte("at", question.from == null ? 0 : question.from.toEpochMilli()));
        if (question.to != null) parts.add(lt("at", question.to.toEpochMilli()));
        if (question.person != null) parts.add(eq("person", question.person));
        if (question.aggregate != null) parts.add(eq(about, question.aggregate));
        if (question.after != null) parts.add(behind(question.after));
        return and(parts);
    }

    private static Bson behind(String cursor) {
        var dot = cursor.indexOf('.');
        if (dot < 0) throw new IllegalArgumentException("no cursor");
        var at = Long.parseLong(cursor.substring(0, dot)); // a NumberFormatException is one too
        return or(lt("at", at), and(eq("at", at), lt("_id", cursor.substring(dot + 1))));
    }

    private static AuditLine line(Document document) {
        var ids = new TreeMap<String, String>();
        document.get("ids", Document.class).forEach((name, id) -> ids.put(name, (String) id));
        return new AuditLine(
                document.getString("_id"),
                Instant.ofEpochMilli(document.get("at", Number.class).longValue()),
                new Author(document.getString("account"), document.getString("person")),
                Outcome.valueOf(document.getString("outcome")),
                new Asked(
                        document.getString("method"),
                        document.getString("route"),
                        ids,
                        document.get("status", Number.class).intValue(),
                        document.getString("rule"),
                        document.getString("request")),
                document.getString("trace"));
    }

    public Retention retention() {
        return retention;
    }

    /// Nobody can tell any longer who did what has expired; what was told stays.
    public void expire() {
        journal.dateOlderEntries();
        var cutoff = retention.cutoff(clock.instant());
        asked.deleteMany(lt("at", cutoff.toEpochMilli()));
        journal.forgetAuthorsBefore(cutoff);
    }
}
