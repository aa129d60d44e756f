package de.stadtforum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.feeds.DeadLetter;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.messaging.feeds.Retries;
import de.stadtforum.messaging.log.LogRecord;
import de.stadtforum.messaging.operation.Fault;
import de.stadtforum.messaging.operation.Faults;
import de.stadtforum.messaging.operation.FeedOperations;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import de.stadtforum.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How a feed tells duplicate, next, gap and divergence apart, on a real database.
class FeedTests {
    private static final String BALLOT = FactType.of(BallotCast.class);
    private final MongoClient client = TellingProcess.client();
    private final MongoDatabase database =
            client.getDatabase(TestPlatform.own("feed-" + UUID.randomUUID()));
    private final DeadLetters deadLetters = new DeadLetters(database);
    private final Feeds feeds =
            new Feeds(
                    database,
                    deadLetters,
                    FactMapper.create(),
                    Teller.SESSION,
                    TellingProcess.SOURCES,
                    Meters.unseen(),
                    Spans.NONE);
    private final List<Long> reactedTo = new CopyOnWriteArrayList<>();
    private final Set<String> refuses = ConcurrentHashMap.newKeySet();
    private final Feed<Turnout> turnout =
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
    private final FeedOperations operations = teller.operations(database, feeds, deadLetters);
    private long offset;

    @AfterEach
    void close() {
        teller.close();
        client.close();
    }

    @Test
    void foldsAPollAndTakesDuplicatesOnce() {
        feeds.take(List.of(opened("a"), ballot("a", 2), ballot("a", 3), ballot("b", 1)));
        feeds.take(List.of(ballot("a", 2), ballot("a", 3), ballot("a", 4)));

        assertThat(turnout.find("a")).contains(new Turnout(20, 3));
        assertThat(turnout.known("a")).map(Known::sequence).contains(4L);
        assertThat(reactedTo).containsExactly(1L, 2L, 3L, 1L, 4L);
    }

    @Test
    void whatIsFewIsInMemoryAndKnowsAtOnceWhatThisProcessHears() {
        feeds.take(List.of(opened("a")));
        assertThat(turnout.few().keySet()).containsExactly("a");
        assertThat(turnout.few()).isSameAs(turnout.few());
        feeds.take(List.of(ballot("a", 2), opened("b")));
        assertThat(turnout.few().get("a").state()).isEqualTo(new Turnout(20, 1));
        assertThat(turnout.few().keySet()).containsExactly("a", "b");
    }

    @Test
    void aTypeThatNobodyKnowsStillAdvances() {
        feeds.take(
                List.of(
                        opened("a"),
                        record("a", 2, "de.stadtforum.voting.vote-blessed", "f2", "{\"by\":\"x\"}"),
                        ballot("a", 3)));
        assertThat(turnout.known("a")).contains(new Known<>("a", 3, false, new Turnout(20, 1)));
    }

    @Test
    void atAGapThatAggregateStopsAndTheOthersGoOn() {
        feeds.take(List.of(opened("a"), ballot("a", 3), opened("b"), ballot("b", 2)));

        assertThat(turnout.known("a")).contains(new Known<>("a", 1, true, new Turnout(20, 0)));
        assertThat(turnout.find("b")).contains(new Turnout(20, 1));
        assertThat(operations.deadLetters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.cause()).isEqualTo(DeadLetter.Cause.GAP);
                    assertThat(letter.aggregate()).isEqualTo("a");
                    assertThat(letter.sequence()).isEqualTo(3);
                });
    }

    @Test
    void theMissingFactHealsTheGap() {
        feeds.take(List.of(opened("a"), ballot("a", 3), ballot("a", 4)));
        feeds.take(List.of(ballot("a", 2)));

        assertThat(turnout.known("a")).contains(new Known<>("a", 4, false, new Turnout(20, 3)));
        assertThat(operations.deadLetters()).isEmpty();
    }

    @Test
    void anUnreadableFactStopsUntilAnOperatorDropsIt() {
        feeds.take(
                List.of(
                        opened("a"),
                        record("a", 2, FactType.of(VoteOpened.class), "f2", "{not json"),
                        ballot("a", 3)));
        assertThat(turnout.known("a")).map(Known::stopped).contains(true);
        assertThat(operations.deadLetters())
                .extracting(DeadLetter::cause)
                .containsExactly(DeadLetter.Cause.UNREADABLE, DeadLetter.Cause.GAP);

        operations.drop("turnout", "a", 2, "lost in the test");

        assertThat(turnout.known("a")).contains(new Known<>("a", 3, false, new Turnout(20, 1)));
        assertThat(operations.deadLetters()).isEmpty();
    }

    @Test
    void anotherFactWithTheSameSequenceIsAnAlarmAndNeverADuplicate() {
        feeds.take(List.of(opened("a"), ballot("a", 2)));
        feeds.take(List.of(record("a", 2, BALLOT, "another-id", "{}")));

        assertThat(turnout.find("a")).contains(new Turnout(20, 1));
        feeds.take(List.of(ballot("a", 3)));
        assertThat(operations.deadLetters())
                .extracting(DeadLetter::cause)
                .containsExactly(DeadLetter.Cause.DIVERGED);
    }

    @Test
    void aRecordWithoutAttributesIsKeptWithItsReason() {
        var strange =
                new LogRecord(
                        "stadtforum.session",
                        0,
                        offset++,
                        "a",
                        new java.util.TreeMap<>(),
                        new byte[] {1});
        feeds.take(List.of(strange, opened("a")));

        assertThat(turnout.known("a")).map(Known::sequence).contains(1L);
        assertThat(operations.deadLetters())
                .extracting(DeadLetter::cause)
                .containsExactly(DeadLetter.Cause.UNREADABLE_ENVELOPE);
    }

    @Test
    void twoProcessesThatTakeTheSamePollCountItOnce() throws Exception {
        var second =
                new Feeds(
                        database,
                        deadLetters,
                        FactMapper.create(),
                        Teller.SESSION,
                        TellingProcess.SOURCES,
                        Meters.unseen(),
                        Spans.NONE);
        second.of(VotingFact.class).into("turnout", Turnout.NONE, Turnout::after);
        var poll = new ArrayList<>(List.of(opened("a")));
        LongStream.rangeClosed(2, 200).forEach(sequence -> poll.add(ballot("a", sequence)));
        AggregateStoreTests.atOnce(List.of(() -> take(feeds, poll), () -> take(second, poll)));

        assertThat(turnout.known("a")).contains(new Known<>("a", 200, false, new Turnout(20, 199)));
    }

    private static boolean take(Feeds feeds, List<LogRecord> poll) {
        feeds.take(poll);
        return true;
    }

    @Test
    void ofPersonsTheNewestStateWinsAndNothingIsKeptInDeadLetters() {
        record Name(String name) {}
        var persons =
                feeds.of(PersonFact.class)
                        .into(
                                "persons",
                                new Name(""),
                                (known, fact) ->
                                        switch (fact) {
                                            case PersonFact.PersonKnown(var name, _) ->
                                                    new Name(name);
                                            case PersonFact.PersonErased() -> new Name("");
                                        });
        var type = FactType.of(PersonFact.PersonKnown.class);
        feeds.take(
                List.of(
                        person("p-1", 4, type, "{\"name\":\"Neu\"}"),
                        person("p-1", 2, type, "{\"name\":\"Alt\"}")));
        feeds.take(List.of(person("p-2", 1, type, "{kaputt Geheim")));

        assertThat(persons.find("p-1")).contains(new Name("Neu"));
        assertThat(database.getCollection("dead_letters").find())
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.toString()).contains("p-2").doesNotContain("Geheim"));
    }

    @Test
    void aRefusedReactionIsTriedAgainUntilItIsDone() {
        refuses.add("a 2");
        feeds.take(List.of(opened("a"), ballot("a", 2), ballot("a", 3), opened("b")));

        assertThat(turnout.known("a")).contains(new Known<>("a", 1, true, new Turnout(20, 0)));
        assertThat(turnout.known("b")).as("the others go on").map(Known::sequence).contains(1L);
        assertThat(faults()).as("something else may have to come first").isEmpty();

        var retries = new Retries(feeds, deadLetters);
        retries.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> !faults().isEmpty());
            assertThat(faults())
                    .containsExactly(
                            new Fault.Stopped("turnout", "a", 2, DeadLetter.Cause.REFUSED));
            assertThat(operations.deadLetters("turnout", "a").getFirst().rule())
                    .isEqualTo("NO_NAME");

            refuses.clear();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> turnout.known("a").map(Known::sequence).equals(Optional.of(3L)));
        } finally {
            retries.stop();
        }
        assertThat(turnout.find("a")).contains(new Turnout(20, 2));
        assertThat(operations.deadLetters()).isEmpty();
        assertThat(faults()).isEmpty();
    }

    private List<Fault> faults() {
        return new Faults(teller.broker, teller.relay, teller.guard, feeds, deadLetters, List.of())
                .found();
    }

    /// Another process hears the next fact, and keeps it, while this one tries again what was refused.
    @Test
    void whatAnotherProcessKeptMeanwhileIsTakenToo() {
        refuses.add("a 2");
        feeds.take(List.of(opened("a"), ballot("a", 2)));
        var once = new AtomicBoolean(true);
        var other =
                new Feeds(
                        database,
                        deadLetters,
                        FactMapper.create(),
                        Teller.SESSION,
                        TellingProcess.SOURCES,
                        Meters.unseen(),
                        Spans.NONE);
        var same =
                other.of(VotingFact.class)
                        .react(
                                "turnout",
                                Turnout.NONE,
                                Turnout::after,
                                cue -> {
                                    if (cue.sequence() == 2 && once.getAndSet(false))
                                        feeds.take(List.of(ballot("a", 3)));
                                    return Decision.unchanged();
                                });
        same.replay("a");

        assertThat(same.known("a")).contains(new Known<>("a", 3, false, new Turnout(20, 2)));
        assertThat(deadLetters.all(List.of("turnout"))).isEmpty();
    }

    @Test
    void whateverAHeaderIsCalledItStopsNobody() {
        var odd =
                new LogRecord(
                        "stadtforum.session",
                        0,
                        offset++,
                        "q",
                        new TreeMap<>(Map.of("a\0$b.c", "d")),
                        new byte[] {1});
        feeds.take(List.of(odd, opened("a")));
        assertThat(turnout.find("a")).contains(new Turnout(20, 0));
        assertThat(operations.deadLetters()).hasSize(1);
    }

    @Test
    void aReactionThatTheDatabaseRefusesForGoodStopsItsAggregateAlone() {
        var unlucky =
                feeds.of(VotingFact.class)
                        .react(
                                "unlucky",
                                Turnout.NONE,
                                Turnout::after,
                                cue -> {
                                    if (cue.aggregate().equals("a"))
                                        throw new MongoException(2, "bad value");
                                    return Decision.unchanged();
                                });
        feeds.take(List.of(opened("a"), opened("b")));
        assertThat(unlucky.known("b")).map(Known::sequence).contains(1L);
        assertThat(operations.deadLetters("unlucky", "a"))
                .extracting(DeadLetter::cause)
                .containsExactly(DeadLetter.Cause.FAILED);
    }

    @Test
    void refusalsThatMayPassHideNoGap() {
        for (var i = 0; i < 25; i++) {
            refuses.add("a-" + i + " 1");
            feeds.take(List.of(opened("a-" + i)));
        }
        feeds.take(List.of(ballot("z", 3)));
        // that a broker answers late on a busy machine is not what is told here
        assertThat(faults())
                .filteredOn(fault -> fault instanceof Fault.Stopped)
                .containsExactly(new Fault.Stopped("turnout", "z", 1, DeadLetter.Cause.GAP));
    }

    @Test
    void ofAPersonNothingIsKeptSoThePollComesAgain() {
        record Name(String name) {}
        var persons =
                feeds.of(PersonFact.class)
                        .react(
                                "forgotten",
                                new Name(""),
                                (known, _) -> known,
                                cue ->
                                        refuses.contains(cue.aggregate())
                                                ? Decision.refused(Decision.Refusal.BUSY)
                                                : Decision.unchanged());
        refuses.add("p-1");
        var erased = person("p-1", 2, FactType.of(PersonFact.PersonErased.class), "{}");
        assertThatThrownBy(() -> feeds.take(List.of(erased))).hasMessageContaining("BUSY");
        assertThat(operations.deadLetters()).isEmpty();
        refuses.clear();
        feeds.take(List.of(erased));
        assertThat(persons.known("p-1")).map(Known::sequence).contains(2L);
    }

    @Test
    void whatAnOperatorDropsOfARefusedReactionIsTheReactionAlone() {
        refuses.add("a 2");
        feeds.take(List.of(opened("a"), ballot("a", 2), ballot("a", 3)));
        operations.drop("turnout", "a", 2, "the body is dissolved");

        assertThat(turnout.known("a")).contains(new Known<>("a", 3, false, new Turnout(20, 2)));
        assertThat(operations.deadLetters()).isEmpty();
        assertThat(database.getCollection("drops").find())
                .singleElement()
                .satisfies(drop -> {
                    assertThat(drop.getString("what")).isEqualTo("REACTION");
                    assertThat(drop.getString("reason")).isEqualTo("the body is dissolved");
                });
    }

    @Test
    void anOlderSequenceWithAnotherIdIsAnAlarmWithinTheLastEight() {
        feeds.take(List.of(opened("a")));
        for (var sequence = 2; sequence <= 10; sequence++)
            feeds.take(List.of(ballot("a", sequence)));

        feeds.take(List.of(record("a", 2, BALLOT, "another", "{}")));
        assertThat(operations.deadLetters()).as("longer ago than anybody knows").isEmpty();
        feeds.take(List.of(record("a", 3, BALLOT, "another", "{}")));
        assertThat(operations.deadLetters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.cause()).isEqualTo(DeadLetter.Cause.DIVERGED);
                    assertThat(letter.sequence()).isEqualTo(3);
                });
        assertThat(turnout.known("a")).map(Known::stopped).contains(false);

        feeds.take(List.of(ballot("b", 3)));
        var gap = operations.deadLetters("turnout", "b").getFirst();
        assertThatThrownBy(() -> operations.dismiss(gap.id()))
                .isInstanceOf(IllegalArgumentException.class);
        operations.drop("turnout", "b", 3, "lost in the test");

        var alarm = operations.deadLetters().getFirst();
        operations.dismiss(alarm.id());
        offset -= 2;
        feeds.take(List.of(record("a", 3, BALLOT, "another", "{}")));
        assertThat(operations.deadLetters()).as("the same record does not come back").isEmpty();
    }

    @Test
    void twoDepartmentsWithTheSameIdsAreTwoAggregates() {
        feeds.take(
                List.of(
                        opened("a"),
                        from("/essen/session", "a", 1, "essen-1"),
                        ballot("a", 2),
                        from("/essen/session", "a", 2, "essen-2"),
                        from("/essen/session", "a", 3, "essen-3")));

        assertThat(turnout.known("a")).contains(new Known<>("a", 2, false, new Turnout(20, 1)));
        assertThat(turnout.known("essen~session~a"))
                .contains(new Known<>("essen~session~a", 3, false, new Turnout(0, 3)));
        assertThat(operations.deadLetters()).isEmpty();
    }

    private LogRecord from(String source, String aggregate, long sequence, String id) {
        var envelope = new Envelope(id, source, BALLOT, aggregate, Instant.EPOCH, sequence, null);
        return new LogRecord(
                "stadtforum.session-essen",
                0,
                offset++,
                aggregate,
                envelope.toHeaders(),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAnOwnerThatTheContractsDoNotDeclare() {
        var membership =
                new Feeds(
                        database,
                        deadLetters,
                        FactMapper.create(),
                        Teller.MEMBERSHIP,
                        TellingProcess.SOURCES,
                        Meters.unseen(),
                        Spans.NONE);
        assertThatThrownBy(() -> membership.of(de.stadtforum.contracts.lab.LabFact.class))
                .hasMessageContaining("not declared");
    }

    private LogRecord opened(String aggregate) {
        var fact =
                new VoteOpened(
                        "vollversammlung", "vv-1", "top-1", Subject.PROCEDURE, Mode.OPEN, 20);
        return record(
                aggregate,
                1,
                FactType.of(VoteOpened.class),
                aggregate + "-1",
                FactMapper.create().writeValueAsString(fact));
    }

    private LogRecord ballot(String aggregate, long sequence) {
        return record(aggregate, sequence, BALLOT, aggregate + "-" + sequence, "{}");
    }

    private LogRecord person(String person, long sequence, String type, String json) {
        return on("stadtforum.persons", person, sequence, type, person + "-" + sequence, json);
    }

    private LogRecord record(String aggregate, long sequence, String type, String id, String json) {
        return on("stadtforum.session", aggregate, sequence, type, id, json);
    }

    private LogRecord on(
            String topic, String aggregate, long sequence, String type, String id, String json) {
        var envelope =
                new Envelope(
                        id,
                        topic.endsWith("persons") ? "/dortmund/membership" : "/dortmund/session",
                        type,
                        aggregate,
                        Instant.parse("2024-03-05T10:00:00Z"),
                        sequence,
                        null);
        return new LogRecord(
                topic,
                0,
                offset++,
                aggregate,
                envelope.toHeaders(),
                json.getBytes(StandardCharsets.UTF_8));
    }
}
