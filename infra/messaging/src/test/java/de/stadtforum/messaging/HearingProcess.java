package de.stadtforum.messaging;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.log.LogRecord;
import de.stadtforum.messaging.operation.Fault;
import de.stadtforum.messaging.operation.Faults;
import de.stadtforum.messaging.operation.FeedOperations;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import de.stadtforum.testing.TestPlatform;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A process with a database of its own that hears of votes, and reacts to each fact.
final class HearingProcess implements AutoCloseable {
    private final MongoClient client = TellingProcess.client();
    final MongoDatabase database =
            client.getDatabase(TestPlatform.own("feed-" + UUID.randomUUID()));
    final DeadLetters deadLetters = new DeadLetters(database);
    final Feeds feeds = feedsOf(Teller.SESSION);

    /// Sequences of the facts that were reacted to.
    final List<Long> reactedTo = new CopyOnWriteArrayList<>();

    /// Aggregate and sequence of facts whose reaction is refused.
    final Set<String> refuses = ConcurrentHashMap.newKeySet();

    final Feed<Turnout> turnout =
            feeds.of(VotingFact.class)
                    .react(
                            "turnout",
                            Turnout.NONE,
                            Turnout::after,
                            cue -> {
                                reactedTo.add(cue.sequence());
                                return refuses.contains(cue.aggregate() + " " + cue.sequence())
                                        ? Decision.refused(Box.Refusal.NO_NAME)
                                        : Decision.unchanged();
                            });
    private final TellingProcess teller = new TellingProcess("operator-" + UUID.randomUUID());
    final FeedOperations operations = teller.operations(database, feeds, deadLetters);

    /// The feeds of another process on the same database.
    Feeds feedsOf(Teller service) {
        return new Feeds(
                database,
                deadLetters,
                FactMapper.create(),
                service,
                TellingProcess.SOURCES,
                new PlatformClock(null),
                Meters.unseen(),
                Spans.NONE);
    }

    /// One poll.
    void hears(LogRecord... records) {
        feeds.take(List.of(records));
    }

    List<Fault> faults() {
        return new Faults(teller.broker, teller.relay, teller.guard, feeds, deadLetters, List.of())
                .found();
    }

    @Override
    public void close() {
        teller.close();
        client.close();
    }
}
