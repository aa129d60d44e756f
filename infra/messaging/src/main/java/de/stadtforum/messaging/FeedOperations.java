package de.stadtforum.messaging;

import java.time.Clock;
import java.util.List;

/// What an operator may do with facts that a feed could not take.
public final class FeedOperations {
    private static final int MOST_DROPPED = 1_000;
    private final Feeds feeds;
    private final DeadLetters deadLetters;
    private final Replays replays;
    private final Relay relay;
    private final Lag lag;
    private final Clock clock;

    FeedOperations(
            Feeds feeds,
            DeadLetters deadLetters,
            Replays replays,
            Relay relay,
            Lag lag,
            Clock clock) {
        this.feeds = feeds;
        this.deadLetters = deadLetters;
        this.replays = replays;
        this.relay = relay;
        this.lag = lag;
        this.clock = clock;
    }

    /// How many aggregates have facts that are not told yet.
    public long waiting() {
        return relay.waiting();
    }

    /// How many records of the log the feeds have not taken yet.
    public long behind() {
        return lag.records();
    }

    /// The names of the service's feeds.
    public List<String> feeds() {
        return feeds.all().stream().map(Feed::name).toList();
    }

    public List<DeadLetter> deadLetters() {
        return deadLetters.all();
    }

    /// Tries the aggregate's dead letters again, in order.
    public void replay(String feed, String aggregate) {
        feeds.named(feed).replay(aggregate);
    }

    /// Goes on without the aggregate's facts up to and including this sequence that the feed does not have; every rebuild obeys.
    ///
    /// @throws IllegalArgumentException when that were more than 1,000 facts
    public void drop(String feed, String aggregate, long sequence) {
        var known = feeds.named(feed).known(aggregate).map(Known::sequence).orElse(0L);
        if (sequence - known > MOST_DROPPED)
            throw new IllegalArgumentException(
                    "at most " + MOST_DROPPED + " facts are dropped at once");
        for (var missing = known + 1; missing <= sequence; missing++)
            deadLetters.drop(
                    feed, aggregate, missing, Author.current(), clock.instant().toString());
        feeds.named(feed).replay(aggregate);
    }

    /// Takes an alarm off the list: a divergence that was looked into, or a record that no feed can place.
    public void dismiss(String letter) {
        deadLetters.forget(List.of(letter));
    }

    public void rebuild(String feed) {
        replays.rebuild(List.of(feeds.named(feed)));
    }
}
