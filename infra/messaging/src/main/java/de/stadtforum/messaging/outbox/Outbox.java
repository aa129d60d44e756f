package de.stadtforum.messaging.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// What one aggregate has to tell, as it was read; its facts are taken away by sequence once the broker has them.
///
/// @param newest sequence of the newest fact decided, told or not
/// @param teller the instance that is to tell; null in a document of an older program
/// @param parked why it waits; null as a rule
/// @param facts the oldest that wait, as many as this aggregate may tell at once
/// @param readAt in milliseconds since 1970
public record Outbox(
        MongoCollection<Document> collection,
        String topic,
        String id,
        long newest,
        @Nullable String teller,
        @Nullable Parked parked,
        List<PendingFact> facts,
        long readAt) {
    /// So many facts of one aggregate leave before others have their turn again: each waits for the one before. Where fewer aggregates have
    /// something to tell, each may tell more.
    private static final int AT_ONCE = 50;

    private static final int AT_ONCE_ALONE = 400;

    /// @param aggregates how many are told together
    static int atOnce(int aggregates) {
        return Math.max(AT_ONCE, AT_ONCE_ALONE / aggregates);
    }

    static final List<String> FIELDS = List.of("told", "pending", "teller", "parked");

    static Outbox of(
            MongoCollection<Document> collection, String topic, Document document, int atOnce) {
        var pending = document.getList("pending", Document.class);
        return new Outbox(
                collection,
                topic,
                document.getString("_id"),
                document.get("told", Number.class).longValue(),
                document.getString("teller"),
                Parked.of(document.get("parked", Document.class)),
                pending.stream().limit(atOnce).map(PendingFact::of).toList(),
                System.currentTimeMillis());
    }

    Waiting waiting() {
        return new Waiting(collection, id);
    }

    /// Takes away all that was told, if nothing came meanwhile.
    ///
    /// @param upTo sequence of the newest fact told
    WriteModel<Document> emptied(long upTo) {
        return new UpdateOneModel<>(
                and(eq(id), eq("told", upTo), eq("pending.sequence", upTo)),
                Updates.combine(
                        Updates.set("pending", List.of()),
                        Updates.unset("pendingSince"),
                        Updates.unset("parked")));
    }

    /// Takes away what was told up to this sequence; a command that came meanwhile keeps its own facts waiting.
    public List<WriteModel<Document>> taken(long upTo) {
        var pull = Updates.pull("pending", new Document("sequence", new Document("$lte", upTo)));
        Bson rest = Updates.set("pendingSince", readAt);
        var taken =
                new UpdateOneModel<Document>(
                        and(eq(id), eq("pending.sequence", upTo)),
                        Updates.combine(pull, rest, Updates.unset("parked")));
        if (upTo < newest) return List.of(taken);
        return List.of(
                taken,
                new UpdateOneModel<>(
                        and(eq(id), lte("told", upTo)), Updates.unset("pendingSince")));
    }
}
