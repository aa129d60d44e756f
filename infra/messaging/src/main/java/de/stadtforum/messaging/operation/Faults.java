package de.stadtforum.messaging.operation;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.mongodb.MongoException;
import de.stadtforum.messaging.feeds.DeadLetter;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.messaging.log.Broker;
import de.stadtforum.messaging.outbox.OutboxRelay;
import de.stadtforum.messaging.outbox.TopicGuard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at everything that can go wrong between the documents, the log and the feeds.
public final class Faults {
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private final OutboxRelay relay;
    private final TopicGuard guard;
    private final Feeds feeds;
    private final DeadLetters deadLetters;
    private final List<OtherFaults> others;
    private final Look<List<Fault>> databaseLook = new Look<>(this::inTheDatabase);
    private final Look<Boolean> brokerLook;

    public Faults(
            Broker broker,
            OutboxRelay relay,
            TopicGuard guard,
            Feeds feeds,
            DeadLetters deadLetters,
            List<OtherFaults> others) {
        this.brokerLook = new Look<>(broker::reachable);
        this.relay = relay;
        this.guard = guard;
        this.feeds = feeds;
        this.deadLetters = deadLetters;
        this.others = List.copyOf(others);
    }

    /// Answers within three seconds, whatever hangs.
    public List<Fault> found() {
        var found = new ArrayList<Fault>();
        var database = databaseLook.begin();
        if (!brokerLook.begin().within(PATIENCE).orElse(false)) found.add(new Fault.BrokerAway());
        var ahead = guard.aheadOfDocuments();
        if (!ahead.isEmpty()) found.add(new Fault.LogAhead(ahead));
        guard.limitedRetention().map(Fault.TopicForgets::new).ifPresent(found::add);
        relay.stoppedTopics()
                .forEach((topic, reason) -> found.add(new Fault.TopicStopped(topic, reason)));
        relay.broken().map(Fault.TellingBroken::new).ifPresent(found::add);
        feeds.pollFailure()
                .map(failure -> new Fault.PollFails(failure.why(), failure.since()))
                .ifPresent(found::add);
        guard.foreignRecords()
                .forEach((source, place) -> found.add(new Fault.ForeignRecord(source, place)));
        for (var each : others) found.addAll(each.found());
        found.addAll(database.within(PATIENCE).orElse(List.of(new Fault.DatabaseAway())));
        return found;
    }

    private List<Fault> inTheDatabase() {
        var found = new ArrayList<Fault>();
        try {
            relay.parked().forEach((each, reason) -> found.add(new Fault.Parked(each, reason)));
            var oldest = relay.oldestPending();
            if (oldest.compareTo(LATE) > 0)
                found.add(new Fault.FactsWait(relay.waiting(), oldest.truncatedTo(SECONDS)));
            for (var feed : feeds.all()) {
                var uncounted = feed.uncountedFor();
                if (uncounted.compareTo(LATE) > 0)
                    found.add(new Fault.NumbersWait(feed.name(), uncounted.truncatedTo(SECONDS)));
                for (var aggregate : feed.stopped(deadLetters.passing(feed.name())))
                    stopped(feed, aggregate).ifPresent(found::add);
            }
            for (var letter : deadLetters.alarms(feeds.names()))
                found.add(
                        letter.cause() == DeadLetter.Cause.DIVERGED
                                ? new Fault.Diverged(
                                        letter.feed(), letter.aggregate(), letter.sequence())
                                : new Fault.Unreadable(letter.place()));
        } catch (MongoException away) {
            return List.of(new Fault.DatabaseAway());
        }
        return found;
    }

    /// The next fact is there and cannot be taken, or it is missing; a reaction that may yet be possible is no fault.
    private Optional<Fault> stopped(Feed<?> feed, String aggregate) {
        var next = feed.known(aggregate).map(Known::sequence).orElse(0L) + 1;
        return deadLetters.of(feed.name(), aggregate).stream()
                .map(DeadLetter::of)
                .filter(letter ->
                        letter.cause() != DeadLetter.Cause.GAP
                                && letter.cause() != DeadLetter.Cause.DIVERGED)
                .findFirst()
                .or(() -> Optional.of(gap(feed, aggregate, next)))
                .filter(DeadLetter::stuck)
                .map(letter ->
                        new Fault.Stopped(
                                feed.name(), aggregate, letter.sequence(), letter.cause()));
    }

    private static DeadLetter gap(Feed<?> feed, String aggregate, long missing) {
        return new DeadLetter(
                "", feed.name(), aggregate, missing, DeadLetter.Cause.GAP, "", null, 0);
    }
}
