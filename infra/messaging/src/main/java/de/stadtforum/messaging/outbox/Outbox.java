package de.stadtforum.messaging.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What one aggregate has to tell, read as a whole and taken away by sequence once the broker has it.
public record Outbox(
        MongoCollection<Document> collection, String id, long newest, List<PendingFact> pending) {

    public static @Nullable Outbox read(MongoCollection<Document> collection, String id) {
        var document =
                collection
                        .withReadConcern(
                                ReadConcern.MAJORITY) // what a failover could take back must not be
                        // told
                        .find(eq(id))
                        .projection(Projections.include("told", "pending"))
                        .first();
        if (document == null) return null;
        return new Outbox(
                collection,
                id,
                document.get("told", Number.class).longValue(),
                document.getList("pending", Document.class).stream().map(PendingFact::of).toList());
    }

    /// Takes away what was told up to this sequence; a command that came meanwhile keeps its own facts waiting.
    public List<WriteModel<Document>> taken(long upTo) {
        var pull = Updates.pull("pending", new Document("sequence", new Document("$lte", upTo)));
        var writes = new ArrayList<WriteModel<Document>>();
        writes.add(new UpdateOneModel<>(and(eq(id), eq("pending.sequence", upTo)), pull));
        if (upTo == newest)
            writes.add(
                    new UpdateOneModel<>(
                            and(eq(id), lte("told", upTo)), Updates.unset("pendingSince")));
        return writes;
    }
}
