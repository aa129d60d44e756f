package de.stadtforum.messaging.commands;

import de.stadtforum.messaging.context.CacheTags;
import java.util.Collection;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// The cache tags of one kind of aggregates: `labs` is all of them, `labs/eving` is one, `contributions?lab=eving` are those with this value of a field by
/// which lists are asked for. A list without such a field shows all of them, since any of them may come to stand in it.
///
/// @param listedBy the value of a field, an id, by the field's name
record AggregateTags<A>(String kind, SortedMap<String, Function<A, String>> listedBy) {
    /// More at once are read as all of them.
    private static final int MOST_SINGLE = 20;

    private static final String STATE = "state.";

    void shows(String id) {
        CacheTags.shows(one(id));
    }

    void shows(Collection<String> ids) {
        if (ids.size() > MOST_SINGLE) showsAll();
        else ids.forEach(this::shows);
    }

    void showsAll() {
        CacheTags.shows(kind);
    }

    /// @param filter of a list
    void shows(Bson filter) {
        if (listedBy.isEmpty() || !CacheTags.collecting()) {
            showsAll();
            return;
        }
        equalities(filter.toBsonDocument())
                .findFirst()
                .ifPresentOrElse(CacheTags::shows, this::showsAll);
    }

    private Stream<String> equalities(BsonDocument filter) {
        return filter.entrySet().stream()
                .flatMap(each ->
                        each.getKey().equals("$and")
                                ? each.getValue().asArray().stream()
                                        .flatMap(part -> equalities(part.asDocument()))
                                : equality(each.getKey(), each.getValue()));
    }

    private Stream<String> equality(String path, BsonValue value) {
        return path.startsWith(STATE)
                        && listedBy.containsKey(path.substring(STATE.length()))
                        && value.isString()
                ? Stream.of(list(path.substring(STATE.length()), value.asString().getValue()))
                : Stream.empty();
    }

    /// A command that changed nothing may be one that was written before its answer was lost: it counts as if it had changed something.
    ///
    /// @param before null where there was none
    void decided(String id, @Nullable A before, Decision<A> decision) {
        switch (decision) {
            case Decision.Changed<A>(var after, _) -> changes(id, before, after);
            case Decision.Unchanged<A> _ -> changes(id, before, null);
            case Decision.Refused<A> _ -> {}
        }
    }

    private void changes(String id, @Nullable A before, @Nullable A after) {
        CacheTags.changes(kind);
        CacheTags.changes(one(id));
        listedBy.forEach((field, value) -> {
            if (before != null) CacheTags.changes(list(field, value.apply(before)));
            if (after != null) CacheTags.changes(list(field, value.apply(after)));
        });
    }

    private String one(String id) {
        return kind + "/" + id;
    }

    private String list(String field, String value) {
        return kind + "?" + field + "=" + value;
    }
}
