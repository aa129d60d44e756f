package de.stadtforum.web.live;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Changes;
import java.util.Collection;
import java.util.function.BiFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Aggregates whose changes open pages show.
///
/// @param topics which topics an aggregate belongs to, by its id and its state; the state is null where it was removed
public record LiveSource<A>(
        AggregateStore<A> store, BiFunction<String, @Nullable A, Collection<String>> topics) {
    /// What changed from a minute ago on.
    Changes fromNow() {
        return new Changes(
                store.documents(), System.currentTimeMillis() - Changes.OVERLAP.toMillis());
    }

    Collection<String> topicsOf(Document changed) {
        return topics.apply(changed.getString("_id"), store.read(changed).orElse(null));
    }
}
