package de.stadtforum.messaging.outbox;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import de.stadtforum.contracts.Topic;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.Trace;
import de.stadtforum.messaging.documents.Index;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Every fact that the service told, with who brought it about: the audit stays at home.
public final class Journal {
    private static final int DUPLICATE = 11000;
    private final MongoCollection<Document> entries;

    public Journal(MongoDatabase database) {
        entries = database.getCollection("journal");
        Index.create(
                entries,
                Index.on("aggregate", "sequence"),
                Index.on("at", "_id"),
                Index.on("person", "at", "_id"));
    }

    /// One write for all that was told at a time.
    void file(List<Told> told) {
        var documents = new ArrayList<Document>();
        for (var each : told)
            for (var fact : each.facts())
                documents.add(entry(each.outbox().topic(), each.outbox().id(), fact));
        if (documents.isEmpty()) return;
        try {
            entries.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException known) { // told twice, filed once
            if (known.getWriteConcernError() != null) throw known;
            if (known.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE))
                throw known;
        }
    }

    private static Document entry(String topic, String aggregate, PendingFact fact) {
        var entry =
                new Document("_id", fact.id())
                        .append("topic", topic)
                        .append("aggregate", aggregate);
        entry.putAll(fact.toDocument());
        entry.remove("id");
        if (fact.author().named()) entry.append("at", fact.time().toEpochMilli());
        if (topic.equals(Topic.PERSONS)) entry.remove("data"); // names may have to be forgotten
        return entry;
    }

    /// The ids of the facts that an aggregate with this id told with this sequence; one for each kind of aggregate.
    public List<String> idsOf(String topic, String aggregate, long sequence) {
        return entries.find(
                        Filters.and(
                                Filters.eq("aggregate", aggregate),
                                Filters.eq("sequence", sequence),
                                Filters.eq("topic", topic)))
                .projection(Projections.include("_id"))
                .map(entry -> entry.getString("_id"))
                .into(new ArrayList<>());
    }

    /// What somebody brought about: the fact's place in the log and who did it, never what it says.
    ///
    /// @param trace the trace in which it happened, as other programs show it
    public record Entry(
            String id,
            Instant at,
            Author by,
            String type,
            String aggregate,
            long sequence,
            @Nullable String trace) {}

    /// What people did, the newest first.
    public List<Entry> entries(Bson filter, int most) {
        return entries.find(filter)
                .projection(Projections.exclude("data"))
                .sort(Sorts.descending("at", "_id"))
                .limit(most)
                .map(Journal::entry)
                .into(new ArrayList<>());
    }

    private static Entry entry(Document entry) {
        return new Entry(
                entry.getString("_id"),
                Instant.ofEpochMilli(entry.get("at", Number.class).longValue()),
                new Author(entry.getString("account"), entry.getString("person")),
                entry.getString("type"),
                entry.getString("aggregate"),
                entry.get("sequence", Number.class).longValue(),
                Trace.id(entry.getString("trace")));
    }

    /// Keeps the ids, by which the log is compared with the documents.
    public void forgetAuthorsBefore(Instant moment) {
        entries.updateMany(
                Filters.lt("at", moment.toEpochMilli()),
                Updates.combine(
                        Updates.unset("account"),
                        Updates.unset("person"),
                        Updates.unset("trace"),
                        Updates.unset("data"),
                        Updates.unset("at")));
    }

    /// Entries of programs that did not know the audit yet.
    public void dateOlderEntries() {
        var undated =
                Filters.and(
                        Filters.exists("at", false),
                        Filters.exists("account"),
                        Filters.nin(
                                "account", Author.RESIDENT.account(), Author.SERVICE.account()));
        while (true) {
            var dates = new ArrayList<WriteModel<Document>>();
            entries.find(undated)
                    .projection(Projections.include("time"))
                    .limit(500)
                    .forEach(entry ->
                            dates.add(
                                    new UpdateOneModel<>(
                                            Filters.eq(entry.getString("_id")),
                                            Updates.set(
                                                    "at",
                                                    Instant.parse(entry.getString("time"))
                                                            .toEpochMilli()))));
            if (dates.isEmpty()) return;
            entries.bulkWrite(dates);
        }
    }
}
