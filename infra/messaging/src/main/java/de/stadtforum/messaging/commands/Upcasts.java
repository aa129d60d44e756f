package de.stadtforum.messaging.commands;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import de.stadtforum.messaging.context.Background;
import de.stadtforum.messaging.documents.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes documents of an older schema anew, beside the commands: a query finds only what has today's names. A command that comes first
/// wins; whoever reads meanwhile upcasts by himself.
public final class Upcasts extends Background {
    private static final Logger LOG = LoggerFactory.getLogger(Upcasts.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BATCH = 500;
    private final Map<MongoCollection<Document>, Schema> schemas = new ConcurrentHashMap<>();

    void of(MongoCollection<Document> collection, Schema schema) {
        schemas.put(collection, schema);
    }

    @Override
    protected void begin(Span now) {
        if (!schemas.isEmpty()) inBackground("upcasts", now, this::all);
    }

    private void all(Span span) throws InterruptedException {
        for (var each : schemas.entrySet())
            while (!span.ended()) {
                try {
                    if (batch(each.getKey(), each.getValue()) == 0) break;
                } catch (MongoException away) {
                    LOG.warn("upcasting waits: {}", away.toString());
                    if (span.endsWithin(PAUSE)) return;
                }
            }
    }

    /// @return how many were found
    static int batch(MongoCollection<Document> collection, Schema schema) {
        var writes = new ArrayList<UpdateOneModel<Document>>();
        for (var each :
                collection
                        .find(lt("schema", schema.number()))
                        .projection(Projections.include("version", "schema", "state"))
                        .limit(BATCH)) {
            var state = each.get("state", Document.class);
            var written = each.get("schema", Number.class).intValue();
            var number = Updates.set("schema", schema.number());
            writes.add(
                    new UpdateOneModel<>(
                            and(
                                    eq(each.getString("_id")),
                                    eq("version", each.get("version")),
                                    eq("schema", each.get("schema"))),
                            state == null
                                    ? number
                                    : Updates.combine(
                                            number,
                                            Updates.set("state", schema.upcast(state, written)),
                                            Updates.set("changed", System.currentTimeMillis()))));
        }
        if (!writes.isEmpty()) collection.bulkWrite(writes);
        return writes.size();
    }
}
