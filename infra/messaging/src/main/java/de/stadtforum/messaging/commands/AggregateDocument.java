package de.stadtforum.messaging.commands;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Updates;
import de.stadtforum.contracts.FactType;
import de.stadtforum.messaging.documents.Documents;
import de.stadtforum.messaging.documents.Schema;
import de.stadtforum.messaging.outbox.PendingFact;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The document of an aggregate: how it is read, and what one write makes of it.
///
/// `changed` says when its state was last written, in milliseconds since 1970, so that readers of this database can follow; telling does
/// not touch it. An aggregate that was removed leaves its number behind: should its id come again, its facts go on from there.
///
/// @param teller this instance
/// @param mostBytes how large a fact may be
/// @param newestCounts each fact is the whole state: what was not told before it never needs to be, and may hold a name
record AggregateDocument<A>(
        Class<A> type,
        Schema schema,
        JsonMapper mapper,
        Supplier<String> teller,
        IntSupplier mostBytes,
        boolean newestCounts) {
    /// What a fact takes beside its data while it waits.
    private static final int ATTRIBUTES = 300;

    StoredAggregate<A> read(Document document) {
        var pending = document.getList("pending", Document.class);
        return new StoredAggregate<>(
                state(document),
                number(document, "version"),
                document.getString("write"),
                number(document, "told"),
                bytes(pending),
                pending.isEmpty() ? 0 : number(pending.getFirst(), "sequence"),
                document.getString("teller"),
                false);
    }

    private static long bytes(List<Document> pending) {
        return pending.stream()
                .mapToLong(each -> each.getString("data").length() + ATTRIBUTES)
                .sum();
    }

    /// What was written, for the next command; null where only a read tells what another instance does meanwhile.
    @Nullable StoredAggregate<A> written(
            StoredAggregate<A> stored,
            FoldedCommands<A> folded,
            List<Document> pending,
            String write) {
        var state = folded.state();
        var mine =
                pending.isEmpty() ? teller.get().equals(stored.teller()) : !leasedToAnother(stored);
        return state == null || !mine
                ? null
                : stored.after(state, write, pending.size(), bytes(pending), teller.get());
    }

    /// @return null where it was removed
    /// @throws IllegalStateException when a newer program wrote it
    @Nullable A state(Document document) {
        var state = document.get("state", Document.class);
        return state == null
                ? null
                : mapper.convertValue(schema.upcast(state, (int) number(document, "schema")), type);
    }

    private static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }

    /// The facts of a write, as they wait to be told.
    ///
    /// @throws Refuses when one is too large
    List<Document> pending(long told, FoldedCommands<A> folded) {
        var documents = new ArrayList<Document>();
        var sequence = told;
        for (var each : folded.told()) {
            var data = mapper.writeValueAsString(each.fact());
            if (data.getBytes(StandardCharsets.UTF_8).length > mostBytes.getAsInt())
                throw new Refuses(Decision.Refusal.TOO_LARGE);
            sequence++;
            documents.add(
                    new PendingFact(
                                    sequence,
                                    UUID.randomUUID().toString(),
                                    FactType.of(each.fact().getClass()),
                                    each.turn().time,
                                    each.turn().author,
                                    each.turn().trace,
                                    data)
                            .toDocument());
        }
        return documents;
    }

    Document created(String id, FoldedCommands<A> folded, List<Document> pending, String write) {
        var state = folded.state();
        var now = System.currentTimeMillis();
        var document =
                new Document("_id", id)
                        .append("version", 1L)
                        .append("write", write)
                        .append("schema", schema.number())
                        .append("changed", now)
                        .append("told", (long) pending.size())
                        .append("pending", waiting(pending));
        if (state == null) document.append("removed", true);
        else document.append("state", documentOf(state));
        if (!pending.isEmpty()) document.append("pendingSince", now).append("teller", teller.get());
        return document;
    }

    /// One that never was, in the form of one that is gone: whoever is about to create it reads it first.
    static Document removed(String id) {
        return new Document("_id", id)
                .append("version", 1L)
                .append("schema", 1)
                .append("changed", System.currentTimeMillis())
                .append("told", 0L)
                .append("pending", List.of())
                .append("removed", true);
    }

    private List<Document> waiting(List<Document> pending) {
        return newestCounts && !pending.isEmpty() ? List.of(pending.getLast()) : pending;
    }

    Document documentOf(A state) {
        return new Document(mapper.convertValue(state, Documents.MAP));
    }

    /// Another instance that has begun to tell sees what is added while it has not finished: its last fact is still there then.
    Bson unchanged(String id, StoredAggregate<A> stored, List<Document> pending) {
        var version =
                stored.remembered()
                        ? and(
                                eq(id),
                                eq("version", stored.version()),
                                eq("write", stored.write()),
                                eq("schema", schema.number()),
                                eq("teller", stored.teller()))
                        : and(eq(id), eq("version", stored.version()));
        return pending.isEmpty() || !leasedToAnother(stored)
                ? version
                : and(version, eq("pending.sequence", stored.told()));
    }

    private boolean leasedToAnother(StoredAggregate<A> stored) {
        return stored.firstPending() > 0
                && stored.teller() != null
                && !stored.teller().equals(teller.get());
    }

    Bson changes(
            StoredAggregate<A> stored,
            FoldedCommands<A> folded,
            List<Document> pending,
            String write) {
        var state = folded.state();
        var now = System.currentTimeMillis();
        var changes =
                new ArrayList<Bson>(
                        List.of(
                                state == null
                                        ? Updates.unset("state")
                                        : Updates.set("state", documentOf(state)),
                                state == null
                                        ? Updates.set("removed", true)
                                        : Updates.unset("removed"),
                                Updates.set("version", stored.version() + 1),
                                Updates.set("write", write),
                                Updates.set("schema", schema.number()),
                                Updates.set("changed", now),
                                Updates.set("told", stored.told() + pending.size())));
        if (!pending.isEmpty()) {
            changes.add(
                    newestCounts
                            ? Updates.set("pending", waiting(pending))
                            : Updates.pushEach("pending", pending));
            changes.add(Updates.min("pendingSince", now));
            if (!leasedToAnother(stored)) changes.add(Updates.set("teller", teller.get()));
        }
        return Updates.combine(changes);
    }
}
