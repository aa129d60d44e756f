package de.stadtforum.messaging;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import de.stadtforum.contracts.Topic;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/// Every fact that the service told, with who brought it about: the audit stays at home.
final class Journal {
    private static final int DUPLICATE = 11000;
    private final MongoCollection<Document> entries;

    Journal(MongoDatabase database) {
        entries = database.getCollection("journal");
        entries.createIndex(Indexes.ascending("aggregate", "sequence"));
    }

    void file(String topic, String aggregate, List<Pending> facts) {
        var documents = facts.stream().map(fact -> entry(topic, aggregate, fact)).toList();
        try {
            entries.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException known) { // told twice, filed once
            if (known.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE))
                throw known;
        }
    }

    private static Document entry(String topic, String aggregate, Pending fact) {
        var entry =
                new Document("_id", fact.id())
                        .append("topic", topic)
                        .append("aggregate", aggregate);
        entry.putAll(fact.toDocument());
        entry.remove("id");
        if (topic.equals(Topic.PERSONS)) entry.remove("data"); // names may have to be forgotten
        return entry;
    }

    /// The ids of the facts that an aggregate with this id told with this sequence; one for each kind of aggregate.
    List<String> idsOf(String topic, String aggregate, long sequence) {
        return entries.find(
                        Filters.and(
                                Filters.eq("aggregate", aggregate),
                                Filters.eq("sequence", sequence),
                                Filters.eq("topic", topic)))
                .projection(Projections.include("_id"))
                .map(entry -> entry.getString("_id"))
                .into(new ArrayList<>());
    }
}
