package de.stadtforum.reporting.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.Teller;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.Sources;
import de.stadtforum.messaging.log.Topics;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import de.stadtforum.reporting.jobs.Job.State;
import de.stadtforum.testing.TestPlatform;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Instances of a service on one database, with work that waits until the test lets it go on.
class JobRunnerTests {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private final MongoClient client = MongoClients.create(TestPlatform.mongodbUri());
    private final MongoDatabase database =
            client.getDatabase(
                    TestPlatform.own("jobs-" + UUID.randomUUID().toString().substring(0, 8)));
    private final List<Instance> instances = new ArrayList<>();

    @AfterEach
    void close() {
        instances.forEach(each -> {
            each.goOn.countDown();
            each.runner.stop();
        });
        client.close();
    }

    private final class Instance implements JobKind {
        final CountDownLatch goOn = new CountDownLatch(1);
        final AtomicInteger begun = new AtomicInteger();
        final List<String> done = new CopyOnWriteArrayList<>();
        final List<String> by = new CopyOnWriteArrayList<>();
        final List<String> pinned = new CopyOnWriteArrayList<>();
        final Jobs jobs = new Jobs(database, Clock.systemUTC());
        final JobRunner runner;
        volatile boolean fails;
        volatile boolean refuses;

        Instance() {
            var deadLetters = new DeadLetters(database);
            var feeds =
                    new Feeds(
                            database,
                            deadLetters,
                            FactMapper.create(),
                            Teller.REPORTING,
                            new Sources("dortmund", Map.of()),
                            new PlatformClock(null),
                            Meters.unseen(),
                            Spans.NONE);
            var replays =
                    new Replays(
                            Map.of(),
                            database,
                            feeds,
                            deadLetters,
                            new Topics(Teller.REPORTING, null, List.of()),
                            UUID.randomUUID().toString(),
                            Set::of);
            runner =
                    new JobRunner(
                            new Lease(database),
                            jobs,
                            List.of(this),
                            replays,
                            new PlatformClock(null));
            instances.add(this);
        }

        Instance started() {
            runner.start();
            return this;
        }

        @Override
        public String kind() {
            return "trial";
        }

        @Override
        public Decision<?> run(Job job, Course course) {
            begun.incrementAndGet();
            by.add(Author.current().account());
            course.step("FIRST");
            pinned.add(course.once(() -> UUID.randomUUID().toString()));
            if (fails) throw new IllegalStateException("it fails");
            if (refuses) return Decision.refused(Decision.Refusal.TAKEN);
            course.at(1, 2);
            while (goOn.getCount() > 0) {
                course.requireLease();
                Thread.onSpinWait();
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
            course.requireLease();
            done.add(job.subject());
            return Decision.unchanged();
        }

        Job ask(String subject) {
            return Author.loggedIn("ada", null).act(() -> jobs.ask("trial", subject, order("1")));
        }

        Job job(String subject) {
            return jobs.find("trial", subject).orElseThrow();
        }

        void awaitState(String subject, State state) {
            await().atMost(PATIENCE).until(() -> job(subject).state() == state);
        }
    }

    private static SortedMap<String, String> order(String said) {
        return new TreeMap<>(Map.of("said", said));
    }

    private Document document(String subject) {
        return database.getCollection("jobs").find(new Document("subject", subject)).first();
    }

    @Test
    void aJobIsDoneInTheNameOfWhoAskedAndSaysHowFarItIs() {
        var one = new Instance().started();
        one.ask("a");
        await().atMost(PATIENCE).until(() -> one.job("a").percent() == 50);
        assertThat(one.job("a").step()).isEqualTo("FIRST");
        assertThat(one.by).containsExactly("ada");
        one.goOn.countDown();
        one.awaitState("a", State.DONE);
        assertThat(one.done).containsExactly("a");
        assertThat(document("a")).as("who asked").doesNotContainKeys("account", "person", "once");
        await().atMost(PATIENCE)
                .until(() -> database.getCollection("leases").countDocuments() == 0);
    }

    @Test
    void askingAgainWhileItIsUnderWayChangesNothingAndAfterwardsItBeginsAnew() {
        var one = new Instance().started();
        one.ask("a");
        await().atMost(PATIENCE).until(() -> one.begun.get() == 1);
        var again = one.jobs.ask("trial", "a", order("2"));
        assertThat(again.order()).as("the order it was begun with").isEqualTo(order("1"));
        one.goOn.countDown();
        one.awaitState("a", State.DONE);
        assertThat(one.begun).hasValue(1);
        one.ask("a");
        await().atMost(PATIENCE).until(() -> one.done.size() == 2);
    }

    @Test
    void ofTwoInstancesOneIsAtItAndTheOtherTakesOverWhatADeadOneLeft() {
        var dead = new Instance();
        dead.ask("a");
        // as a killed process leaves it
        database.getCollection("leases")
                .insertOne(
                        new Document("_id", "jobs").append("holder", "dead").append("count", 7L));
        assertThat(dead.jobs.begin("trial/a", "dead-term")).isTrue();
        dead.jobs.change(
                "trial/a", "dead-term", com.mongodb.client.model.Updates.set("once", "as pinned"));
        database.getCollection("replay-trial-bodies~dead~1").insertOne(new Document("_id", "left"));
        database.getCollection("replay-trial-bodies~dead~1+by-lab")
                .insertOne(new Document("_id", "left"));
        database.getCollection("building")
                .insertOne(new Document("_id", "replay-trial-bodies~dead~1"));

        var one = new Instance().started();
        var two = new Instance().started();
        one.goOn.countDown();
        two.goOn.countDown();
        one.awaitState("a", State.DONE);
        assertThat(one.done.size() + two.done.size()).isOne();
        one.pinned.addAll(two.pinned);
        assertThat(one.pinned).as("what was pinned stays").containsExactly("as pinned");
        assertThat(database.listCollectionNames().into(new ArrayList<>()))
                .noneMatch(name -> name.startsWith("replay-"));
        assertThat(database.getCollection("building").countDocuments()).isZero();
    }

    @Test
    void twoJobsAreNeverDoneAtOnceWhoeverDoesThem() {
        var one = new Instance().started();
        var two = new Instance().started();
        one.ask("a");
        two.ask("b");
        await().atMost(PATIENCE).until(() -> one.begun.get() + two.begun.get() == 1);
        // both have looked again and again by then
        await().pollDelay(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .until(() -> one.begun.get() + two.begun.get() == 1);
        one.goOn.countDown();
        two.goOn.countDown();
        one.awaitState("a", State.DONE);
        one.awaitState("b", State.DONE);
    }

    @Test
    void whatIsStoppedGoesOnElsewhereAtOnce() {
        var leaving = new Instance().started();
        leaving.ask("a");
        await().atMost(PATIENCE).until(() -> leaving.begun.get() == 1);
        leaving.runner.stop();
        leaving.awaitState("a", State.WAITING);
        assertThat(document("a").getInteger("attempts")).isZero();
        var staying = new Instance().started();
        staying.goOn.countDown();
        staying.awaitState("a", State.DONE);
        assertThat(leaving.done).isEmpty();
    }

    @Test
    void whatBreaksOffAgainAndAgainHasFailedAndHoldsUpNothing() {
        var one = new Instance();
        one.fails = true;
        one.ask("a");
        one.started();
        one.awaitState("a", State.PAUSED);
        one.awaitState("a", State.FAILED);
        assertThat(one.begun).hasValue(JobRunner.ATTEMPTS);
        assertThat(one.job("a").failure()).isEqualTo("BROKEN_OFF");
        one.fails = false;
        one.goOn.countDown();
        one.ask("b");
        one.awaitState("b", State.DONE);
        one.ask("a");
        one.awaitState("a", State.DONE);
    }

    /// Each attempt took the program along, so none could say that it failed.
    @Test
    void whatKillsEveryInstanceHasFailedInTheEnd() {
        var one = new Instance();
        one.ask("a");
        for (var i = 0; i < JobRunner.ATTEMPTS; i++) one.jobs.begin("trial/a", "killed-" + i);
        one.started();
        one.awaitState("a", State.FAILED);
        assertThat(one.begun).hasValue(0);
    }

    @Test
    void whatARuleForbidsHasFailedWithItsName() {
        var one = new Instance().started();
        one.refuses = true;
        one.ask("a");
        one.awaitState("a", State.FAILED);
        assertThat(one.job("a").failure()).isEqualTo("TAKEN");
        assertThat(one.begun).hasValue(1);
    }
}
