package de.stadtforum.messaging.operation;

import de.stadtforum.contracts.Topic;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.feeds.DeadLetter;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.messaging.log.BrokerUnavailable;
import de.stadtforum.messaging.log.Topics;
import de.stadtforum.messaging.outbox.OutboxRelay;
import de.stadtforum.messaging.replay.Rebuilds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/// What an operator may do with facts that a feed could not take.
public final class FeedOperations {
    private static final int MOST_DROPPED = 1_000;
    private final Feeds feeds;
    private final DeadLetters deadLetters;
    private final Rebuilds rebuilds;
    private final OutboxRelay relay;
    private final Lag lag;
    private final Topics topics;
    private final Faults faults;
    private final Clock clock;

    public FeedOperations(
            Feeds feeds,
            DeadLetters deadLetters,
            Rebuilds rebuilds,
            OutboxRelay relay,
            Lag lag,
            Topics topics,
            Faults faults,
            Clock clock) {
        this.feeds = feeds;
        this.deadLetters = deadLetters;
        this.rebuilds = rebuilds;
        this.relay = relay;
        this.lag = lag;
        this.topics = topics;
        this.faults = faults;
        this.clock = clock;
    }

    /// How many aggregates have facts that are not told yet.
    public long waiting() {
        return relay.waiting();
    }

    /// How many records of the log the feeds have not taken yet.
    ///
    /// @throws BrokerUnavailable when the broker does not say
    public long behind() {
        return sum(lag.byTopic());
    }

    private static long sum(Map<String, Long> byTopic) {
        return byTopic.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Everything that an operator wants to know, at one moment.
    ///
    /// @param waiting how many aggregates have facts that are not told yet
    /// @param oldestWaiting age of the oldest such fact; zero when all are told
    /// @param behind records of the log that are not in every feed; null when the broker does not say
    public record Overview(
            long waiting,
            Duration oldestWaiting,
            @Nullable Long behind,
            List<FeedState> feeds,
            List<Fault> faults,
            List<DeadLetter> deadLetters) {}

    public Overview overview() {
        var byTopic = byTopic();
        return new Overview(
                waiting(),
                relay.oldestPending(),
                byTopic.map(FeedOperations::sum).orElse(null),
                states(byTopic),
                faults.found(),
                deadLetters());
    }

    private Optional<Map<String, Long>> byTopic() {
        try {
            return Optional.of(lag.byTopic());
        } catch (BrokerUnavailable | KafkaException _) {
            return Optional.empty();
        }
    }

    private List<FeedState> states(Optional<Map<String, Long>> byTopic) {
        var letters = deadLetters.counts(feeds.names());
        return feeds.all().stream()
                .map(feed ->
                        new FeedState(
                                feed.name(),
                                feed.owner().getSimpleName(),
                                topics.heardOf(feed.owner()).stream().map(Topic::name).toList(),
                                byTopic.map(lags -> lag.of(feed.owner(), lags)).orElse(null),
                                feed.stopped(),
                                letters.getOrDefault(feed.name(), 0L),
                                feed.uncounted(),
                                rebuilds.of(feed.name()).orElse(null)))
                .toList();
    }

    /// The names of the service's feeds.
    public List<String> feeds() {
        return List.copyOf(feeds.names());
    }

    /// Those of the running feeds, and those that belong to none; what a rebuild keeps is its own until the exchange.
    public List<DeadLetter> deadLetters() {
        return deadLetters.all(feeds());
    }

    /// What was dropped, the newest first, at most twenty.
    public List<DeadLetters.Dropped> dropped() {
        return deadLetters.dropped();
    }

    public List<DeadLetter> deadLetters(String feed, String aggregate) {
        return deadLetters.of(feed, aggregate).stream().map(DeadLetter::of).toList();
    }

    /// Sequence of the first fact of the aggregate that the feed does not have.
    ///
    /// @throws IllegalArgumentException when no feed has this name
    public long next(String feed, String aggregate) {
        return feeds.named(feed).known(aggregate).map(Known::sequence).orElse(0L) + 1;
    }

    /// Tries the aggregate's dead letters again, in order.
    public void replay(String feed, String aggregate) {
        feeds.named(feed).replay(aggregate);
    }

    /// Goes on without the aggregate's facts up to and including this sequence that the feed does not have, or, where only what follows
    /// from a fact was refused, without that; every rebuild obeys.
    ///
    /// @param reason kept with the drop
    /// @throws IllegalArgumentException when that were more than 1,000 facts
    public void drop(String feed, String aggregate, long sequence, String reason) {
        var known = next(feed, aggregate) - 1;
        if (sequence - known > MOST_DROPPED)
            throw new IllegalArgumentException(
                    "at most " + MOST_DROPPED + " facts are dropped at once");
        var refused =
                deadLetters.of(feed, aggregate).stream()
                        .map(DeadLetter::of)
                        .filter(letter -> letter.cause() == DeadLetter.Cause.REFUSED)
                        .map(DeadLetter::sequence)
                        .collect(Collectors.toSet());
        var now = clock.instant().toString(); // the same for all of one step
        for (var missing = known + 1; missing <= sequence; missing++)
            deadLetters.drop(
                    feed,
                    aggregate,
                    missing,
                    refused.contains(missing) ? DeadLetters.Drop.REACTION : DeadLetters.Drop.FACT,
                    reason,
                    Author.current(),
                    now);
        feeds.named(feed).replay(aggregate);
        deadLetters.forgetUpTo(feed, aggregate, Math.min(sequence, next(feed, aggregate) - 1));
    }

    /// Takes an alarm off the list for good: a divergence that was looked into, or a record that no feed can place. Twice is once.
    ///
    /// @throws IllegalArgumentException for anything else: it stops an aggregate, and is replayed or dropped
    public void dismiss(String letter) {
        var known = deadLetters.find(letter);
        if (known.isEmpty()) return;
        if (!known.get().alarm())
            throw new IllegalArgumentException("only an alarm can be taken off the list");
        deadLetters.dismiss(letter, Author.current(), clock.instant().toString());
    }

    /// Begins in the background; [#overview] says how far it has come.
    public void rebuild(String feed) {
        rebuilds.start(feeds.named(feed));
    }
}
