package de.stadtforum.messaging.commands;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.Fact;
import de.stadtforum.messaging.log.Topics;
import de.stadtforum.messaging.outbox.OutboxRelay;
import de.stadtforum.messaging.outbox.TopicGuard;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/// Makes the store of each kind of aggregate, once at start.
public final class AggregateStores {
    private final MongoDatabase database;
    private final JsonMapper mapper;
    private final Clock clock;
    private final OutboxRelay relay;
    private final TopicGuard guard;
    private final Topics topics;
    private final Meters meters;
    private final Spans spans;

    public AggregateStores(
            MongoDatabase database,
            JsonMapper mapper,
            Clock clock,
            OutboxRelay relay,
            TopicGuard guard,
            Topics topics,
            Meters meters,
            Spans spans) {
        this.database = database;
        this.mapper = mapper;
        this.clock = clock;
        this.relay = relay;
        this.guard = guard;
        this.topics = topics;
        this.meters = meters;
        this.spans = spans;
    }

    /// @param collection where the aggregates are kept
    /// @param state the aggregate's record
    /// @param facts what these aggregates tell
    /// @throws IllegalArgumentException when the contracts do not say that this service tells them
    public <A> AggregateStore<A> of(
            String collection, Class<A> state, Class<? extends Fact> facts) {
        if (!topics.service().tells().contains(facts))
            throw new IllegalArgumentException(
                    topics.service()
                            + " is not declared as the teller of "
                            + facts.getSimpleName()
                            + " (Teller in infra/contracts)");
        var documents = database.getCollection(collection);
        var topic = topics.toldTo(facts);
        relay.tells(documents, topic.name());
        guard.tells(topic, facts.getSimpleName(), documents);
        return new AggregateStore<>(
                documents,
                state,
                mapper,
                clock,
                relay,
                () -> guard.mostBytes(topic.name()),
                meters,
                spans);
    }
}
