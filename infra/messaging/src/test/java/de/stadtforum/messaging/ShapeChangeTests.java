package de.stadtforum.messaging;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Schema;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.messaging.log.Topics;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import de.stadtforum.testing.TestPlatform;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What yesterday's program wrote is read, changed and rebuilt by today's: state, projection and fact.
class ShapeChangeTests {
    private final String name = "shapes-" + UUID.randomUUID();
    private final TellingProcess process = new TellingProcess(name);
    private final MongoClient client = TellingProcess.client();
    private final MongoDatabase heard = client.getDatabase(TestPlatform.own(name + "-listener"));

    enum Colour {
        RED,
        GREEN
    }

    record Place(String street) {
        static final Place NOWHERE = new Place("");
    }

    record Yesterday(String id, int seats, String forgotten, String colour) {}

    /// Gained a number, a list and a record, lost a component, and has another word for a colour.
    record Today(
            String id,
            int seats,
            int votes,
            boolean open,
            List<String> notes,
            Place place,
            @Nullable String remark,
            Colour colour) {
        Today {
            place = place == null ? Place.NOWHERE : place;
            notes = List.copyOf(notes);
        }

        Decision<Today> vote() {
            return Decision.changed(
                    new Today(id, seats, votes + 1, open, notes, place, remark, colour),
                    new BallotCast());
        }
    }

    private static final Schema RENAMED =
            Schema.of(state ->
                    "CRIMSON".equals(state.get("colour")) ? state.append("colour", "RED") : state);

    @AfterEach
    void close() {
        process.close();
        client.close();
    }

    private AggregateStore<Yesterday> yesterday() {
        return process.stores.of("boxes", Yesterday.class, VotingFact.class).store();
    }

    private AggregateStore<Today> today() {
        return process.stores.of("boxes", Today.class, VotingFact.class).in(RENAMED).store();
    }

    private Document document(String id) {
        return Objects.requireNonNull(process.documents().find(eq(id)).first());
    }

    @Test
    void aStateOfYesterdayIsReadAndChanged() {
        yesterday()
                .create(
                        "a",
                        _ -> Decision.changed(new Yesterday("a", 20, "gone", "CRIMSON"), opened()));
        var today = today();
        assertThat(today.find("a"))
                .contains(new Today("a", 20, 0, false, List.of(), Place.NOWHERE, null, Colour.RED));
        today.decide("a", Today::vote);
        assertThat(document("a")).containsEntry("schema", 2);
        assertThat(document("a").get("state", Document.class))
                .containsEntry("votes", 1)
                .containsEntry("colour", "RED")
                .doesNotContainKey("forgotten");
        assertThatThrownBy(() -> yesterday().find("a")).hasMessageContaining("newer program");
    }

    @Test
    void aQueryFindsWhatOnlyTodaysNamesSay() {
        yesterday()
                .create(
                        "a",
                        _ -> Decision.changed(new Yesterday("a", 20, "gone", "CRIMSON"), opened()));
        var told = document("a").get("told");
        today();
        process.upcasts.start();
        await().until(() -> document("a").getInteger("schema") == 2);
        process.upcasts.stop();
        assertThat(today().count(eq("state.colour", "RED"))).isOne();
        assertThat(document("a")).containsEntry("told", told).containsEntry("version", 1L);
    }

    @Test
    void aFactOfYesterdayIsRead() {
        var fact = FactMapper.create().readValue("{\"body\":\"b\",\"colour\":1}", VoteOpened.class);
        assertThat(fact.body()).isEqualTo("b");
        assertThat(fact.entitled()).isZero();
    }

    private static VoteOpened opened() {
        return new VoteOpened(
                "b", "m", "t", VotingFact.Subject.PROCEDURE, VotingFact.Mode.OPEN, 20);
    }

    record Cast(int ballots) {}

    /// Today's fold counts the entitled as well, and knows when it was last told something.
    record Counted(int ballots, int entitled, @Nullable Instant last) {
        static final Counted NONE = new Counted(0, 0, null);

        Counted after(Recorded<VotingFact> told) {
            return switch (told.fact()) {
                case VoteOpened opened -> new Counted(ballots, opened.entitled(), told.at());
                case BallotCast() -> new Counted(ballots + 1, entitled, told.at());
                default -> this;
            };
        }
    }

    private static Cast count(Cast known, VotingFact fact) {
        return fact instanceof BallotCast ? new Cast(known.ballots() + 1) : known;
    }

    /// One program of the listening service.
    private final class Listener<P> {
        final Feeds feeds =
                new Feeds(
                        heard,
                        new DeadLetters(heard),
                        FactMapper.create(),
                        Teller.SESSION,
                        TellingProcess.SOURCES,
                        new PlatformClock(null),
                        Meters.unseen(),
                        Spans.NONE);
        final Feed<P> feed;
        final Replays replays =
                new Replays(
                        TellingProcess.kafka(),
                        heard,
                        feeds,
                        new DeadLetters(heard),
                        new Topics(Teller.SESSION, process.topic, List.of()),
                        "me",
                        Set::of);

        Listener(Function<Feeds, Feed<P>> declared) {
            feed = declared.apply(feeds);
        }

        void hear(String aggregate) {
            feeds.take(Log.of(process, aggregate));
        }
    }

    private Listener<Cast> older() {
        return new Listener<>(feeds ->
                feeds.of(VotingFact.class).into("cast", new Cast(0), ShapeChangeTests::count));
    }

    private Listener<Counted> newer() {
        return new Listener<>(feeds ->
                feeds.of(VotingFact.class)
                        .formerly(1, new Cast(0), ShapeChangeTests::count)
                        .version(2)
                        .intoRecorded("cast", Counted.NONE, Counted::after));
    }

    private void told(String id) {
        process.boxes.create(id, _ -> Box.open(id));
        process.boxes.decide(id, box -> box.cast("ada"));
        await().until(process::allTold);
    }

    @Test
    void aFoldThatChangedIsBuiltAnewAndTheOldOneCanBeRunAgain() {
        process.started();
        told("a");
        var before = older();
        before.hear("a");
        before.replays.rebuild(before.feeds.toRebuild());
        assertThat(before.feeds.toRebuild()).isEmpty();

        var after = newer();
        assertThat(after.feed.find("a")).contains(new Counted(1, 0, null)); // until it is rebuilt
        assertThat(after.feeds.toRebuild()).hasSize(1);
        after.replays.rebuild(after.feeds.toRebuild());
        assertThat(after.feeds.toRebuild()).isEmpty();
        assertThat(after.feed.find("a"))
                .hasValueSatisfying(it -> {
                    assertThat(it.ballots()).isOne();
                    assertThat(it.entitled()).isEqualTo(20);
                    assertThat(it.last()).isNotNull();
                });
        var former = after.feed.beside("replay-v1", Feed.Use.REPLAY, 1);
        assertThat(former.version()).isOne();
        assertThatThrownBy(() -> after.feed.beside("replay-v0", Feed.Use.REPLAY, 7))
                .hasMessageContaining("version 7");
    }

    @Test
    void whatAnOlderInstanceFoldedMeanwhileIsBuiltAnewOnceMore() {
        process.started();
        told("a");
        var older = older();
        var newer = newer();
        newer.replays.rebuild(newer.feeds.toRebuild());
        told("b");
        older.hear("b"); // it goes on, into the copy of the newer one
        assertThat(newer.feed.find("b")).contains(new Counted(1, 0, null));
        assertThat(newer.feeds.toRebuild()).hasSize(1);
        newer.replays.rebuild(newer.feeds.toRebuild());
        assertThat(newer.feed.find("b").orElseThrow().entitled()).isEqualTo(20);
        assertThat(older.feeds.toRebuild()).isEmpty();
        assertThat(older.feeds.ofNewerPrograms()).hasSize(1);
    }

    @Test
    void aProjectionOfYesterdayWithoutWhatTodayKnowsIsRead() {
        process.started();
        told("a");
        var older = older();
        older.hear("a");
        heard.getCollection("cast")
                .updateMany(new Document(), Updates.unset("fold")); // as programs before versions
        assertThat(newer().feed.find("a")).contains(new Counted(1, 0, null));
    }
}
