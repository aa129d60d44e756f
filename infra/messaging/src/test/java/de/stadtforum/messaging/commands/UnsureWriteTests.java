package de.stadtforum.messaging.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.Box;
import de.stadtforum.messaging.TellingProcess;
import de.stadtforum.messaging.commands.StoreProxy.Fault;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.log.LogRecord;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import de.stadtforum.testing.TestPlatform;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a command is answered when the database is in trouble just then: the truth, or that it may come again; never that nothing was to be done.
///
/// Codes: 0 a connection that is cut (it clears the pool), 1 internal error, 64 `wtimeout`, 91 shutting down, 189 stepped down,
/// 10107 not the primary, 11600 interrupted at shutdown, 13435 not the primary, no reading.
class UnsureWriteTests {
    private static final ServerAddress STORE =
            new ServerAddress(
                    new ConnectionString(TestPlatform.mongodbUri()).getHosts().getFirst());
    private final StoreProxy proxy = new StoreProxy(STORE);
    private final List<CommandStartedEvent> sent = new CopyOnWriteArrayList<>();
    private final String database = "unsure-" + UUID.randomUUID();
    private final TellingProcess process =
            new TellingProcess(
                    database,
                    TellingProcess.client(
                            throughProxy(),
                            settings -> settings.addCommandListener(new Listener())));

    /// The same server and user, past nobody else of its set.
    private String throughProxy() {
        var direct =
                TestPlatform.mongodbUri()
                        .replaceFirst(
                                "(?<to>mongodb://([^@/]*@)?)[^/?]*",
                                "${to}127.0.0.1:" + proxy.port())
                        .replaceFirst("replicaSet=[^&]*&?", "");
        if (!direct.contains("?")) direct += direct.matches("mongodb://[^/]*/.*") ? "?" : "/?";
        return direct + (direct.matches(".*[?&]") ? "" : "&") + "retryWrites=false";
    }

    private final class Listener implements CommandListener {
        @Override
        public void commandStarted(CommandStartedEvent event) {
            sent.add(
                    new CommandStartedEvent(
                            event.getRequestContext(),
                            event.getOperationId(),
                            event.getRequestId(),
                            event.getConnectionDescription(),
                            event.getDatabaseName(),
                            event.getCommandName(),
                            event.getCommand().clone()));
        }
    }

    @AfterEach
    void close() {
        process.close();
        proxy.close();
    }

    private void castIs(String voter, Class<?> answer) {
        assertThat(process.boxes.decide("a", box -> box.cast(voter))).isInstanceOf(answer);
        assertThat(proxy.spoilt()).isTrue();
        var document = process.documents().find().first();
        assertThat(document).isNotNull().containsEntry("told", 2L);
        assertThat(document.getList("pending", Document.class)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64, 91, 189, 10107, 11600, 13435})
    void aWriteThatWasAppliedAndWhoseAnswerWasLostIsAnsweredAsWhatItWas(int code) {
        process.boxes.create("a", _ -> Box.open("a"));
        proxy.spoil(code == 0 ? Fault.cut("update") : Fault.answered("update", true, code));
        castIs("ada", Decision.Changed.class);
        assertThat(process.boxes.decide("a", box -> box.cast("ada")))
                .isEqualTo(Decision.unchanged());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 91, 189, 10107, 11600, 13435})
    void aWriteThatWasNotAppliedIsMadeAgain(int code) {
        process.boxes.create("a", _ -> Box.open("a"));
        proxy.spoil(Fault.answered("update", false, code));
        castIs("ada", Decision.Changed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 64, 91})
    void soIsACreation(int code) {
        proxy.spoil(code == 0 ? Fault.cut("insert") : Fault.answered("insert", true, code));
        assertThat(process.boxes.create("a", _ -> Box.open("a")))
                .isInstanceOf(Decision.Changed.class);
        assertThat(process.documents().find().first()).containsEntry("told", 1L);
    }

    /// The first write is on its way when the connection is cut, and is applied when it was already decided anew.
    @Test
    void aWriteThatArrivesLateIsKnownAsTheOwn() {
        process.boxes.create("a", _ -> Box.open("a"));
        proxy.spoil(Fault.lost("update"));
        var calls = new AtomicInteger();
        try (var store = TellingProcess.client()) {
            var answer =
                    process.boxes.decide(
                            "a",
                            box -> {
                                if (calls.incrementAndGet() == 2) arrives(store);
                                return Decision.changed(box, new VotingFact.BallotCast());
                            });
            assertThat(answer).isInstanceOf(Decision.Changed.class);
        }
        assertThat(process.documents().find().first()).as("not twice").containsEntry("told", 2L);
    }

    private void arrives(MongoClient store) {
        var late =
                sent.stream()
                        .filter(event -> event.getCommandName().equals("update"))
                        .findFirst()
                        .orElseThrow()
                        .getCommand()
                        .clone();
        List.of("lsid", "$db", "txnNumber", "writeConcern", "$clusterTime").forEach(late::remove);
        store.getDatabase(database).runCommand(late);
    }

    /// Its offsets must not be committed: a failover takes it back.
    @Test
    void aPollWhoseProgressTheMajorityDoesNotHaveIsNotTaken() {
        var heard = process.client.getDatabase(TestPlatform.own(database + "-heard"));
        var feeds =
                new Feeds(
                        heard,
                        new DeadLetters(heard),
                        FactMapper.create(),
                        Teller.SESSION,
                        TellingProcess.SOURCES,
                        new PlatformClock(null),
                        Meters.unseen(),
                        Spans.NONE);
        feeds.of(VotingFact.class).into("turnout", new Count(0), (before, _) -> before.more());
        var ballot =
                new Envelope(
                        "x",
                        "/dortmund/session",
                        FactType.of(VotingFact.BallotCast.class),
                        "a",
                        Instant.EPOCH,
                        1,
                        null);
        proxy.spoil(Fault.answered("insert", true, 64));
        assertThatThrownBy(() ->
                        feeds.take(
                                List.of(
                                        new LogRecord(
                                                "stadtforum.session",
                                                0,
                                                0,
                                                "a",
                                                ballot.toHeaders(),
                                                new byte[] {'{', '}'}))))
                .isInstanceOf(MongoException.class);
    }

    record Count(int facts) {
        Count more() {
            return new Count(facts + 1);
        }
    }

    @Test
    void whereSomebodyWroteUponItNobodyKnowsAndTheCallerMayComeAgain() {
        process.boxes.create("a", _ -> Box.open("a"));
        try (var other = new TellingProcess(database)) {
            proxy.spoil(
                    new Fault(
                            "update",
                            true,
                            189,
                            () -> other.boxes.decide("a", box -> box.cast("bob"))));
            assertThat(process.boxes.decide("a", box -> box.cast("ada")))
                    .isEqualTo(Decision.refused(Decision.Refusal.BUSY));
        }
        assertThat(process.boxes.decide("a", box -> box.cast("ada")))
                .isEqualTo(Decision.unchanged());
        assertThat(process.documents().find().first()).containsEntry("told", 3L);
    }

    @Test
    void whatTheDatabaseForbidsIsAnsweredAtOnce() {
        process.boxes.create("a", _ -> Box.open("a"));
        proxy.spoil(Fault.answered("update", false, 13));
        assertThat(process.boxes.decide("a", box -> box.cast("ada")))
                .isEqualTo(Decision.refused(Decision.Refusal.NOT_WRITABLE));
    }

    @Tag("long")
    @Test
    void aDatabaseThatStaysAwayIsABusyOneAfterTenSeconds() {
        process.boxes.create("a", _ -> Box.open("a"));
        proxy.close();
        var began = System.nanoTime();
        assertThat(process.boxes.decide("a", box -> box.cast("ada")))
                .isEqualTo(Decision.refused(Decision.Refusal.BUSY));
        assertThat((System.nanoTime() - began) / 1_000_000_000L).isBetween(9L, 20L);
    }

    @Test
    void decisionsReadWhatTheMajorityHasAndWriteToItsJournal() {
        process.boxes.create("a", _ -> Box.open("a"));
        process.boxes.decide("a", box -> box.cast("ada"));
        process.boxes.decide("a", box -> box.cast("ada")); // what changes nothing is read first
        var majority = BsonDocument.parse("{level: 'majority'}");
        var durable = BsonDocument.parse("{w: 'majority', wtimeout: 8000, j: true}");
        assertThat(sent)
                .filteredOn(event -> event.getCommandName().equals("find"))
                .isNotEmpty()
                .allSatisfy(event ->
                        assertThat(event.getCommand().getDocument("readConcern"))
                                .isEqualTo(majority));
        assertThat(sent)
                .filteredOn(event -> List.of("insert", "update").contains(event.getCommandName()))
                .hasSize(2)
                .allSatisfy(event -> {
                    var concern = event.getCommand().getDocument("writeConcern").clone();
                    concern.put(
                            "wtimeout", new BsonInt32(concern.getNumber("wtimeout").intValue()));
                    assertThat(concern).isEqualTo(durable);
                });
    }

    @Test
    void whatThisInstanceWroteLastIsNotReadAgainNorIsANewIdLookedFor() {
        process.boxes.create("a", _ -> Box.open("a"));
        process.boxes.decide("a", box -> box.cast("ada"));
        process.boxes.decide("a", box -> box.cast("bob"));
        assertThat(sent)
                .extracting(CommandStartedEvent::getCommandName)
                .doesNotContain("find")
                .contains("insert", "update");
        assertThat(process.boxes.find("a").orElseThrow().voters()).containsExactly("ada", "bob");
    }

    @Test
    void whatAnotherInstanceWroteOrLeasedMeanwhileIsNoticedByTheWrite() {
        process.boxes.create("a", _ -> Box.open("a"));
        try (var other = new TellingProcess(database)) {
            other.boxes.decide("a", box -> box.cast("bob"));
        }
        process.boxes.decide("a", box -> box.cast("ada"));
        assertThat(process.boxes.find("a").orElseThrow().voters()).containsExactly("ada", "bob");

        process.documents()
                .updateOne(
                        new Document("_id", "a"),
                        new Document("$set", new Document("teller", "another")));
        process.boxes.decide("a", box -> box.cast("eve"));
        assertThat(process.documents().find().first()).containsEntry("teller", "another");
    }
}
