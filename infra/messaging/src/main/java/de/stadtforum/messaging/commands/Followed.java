package de.stadtforum.messaging.commands;

import de.stadtforum.messaging.documents.Changes;
import java.util.List;
import java.util.TreeMap;

/// All aggregates of a kind of which a city has some thousands at most, in memory: whoever reads them asks first what changed, which costs what
/// changed within the last two seconds and not what there is.
public final class Followed<A> {
    private final AggregateStore<A> store;
    private final AggregateTags<A> tags;
    private final Changes changes;
    private final TreeMap<String, A> all = new TreeMap<>();

    Followed(AggregateStore<A> store, AggregateTags<A> tags) {
        this.store = store;
        this.tags = tags;
        this.changes = new Changes(store.documents(), 0);
    }

    /// By id, as they are now, whoever wrote them.
    public synchronized List<A> all() {
        tags.showsAll();
        changes.read(page -> {
            for (var each : page) {
                var id = each.getString("_id");
                store.read(each).ifPresentOrElse(it -> all.put(id, it), () -> all.remove(id));
            }
        });
        return List.copyOf(all.values());
    }
}
