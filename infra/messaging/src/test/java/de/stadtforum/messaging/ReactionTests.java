package de.stadtforum.messaging;

import static de.stadtforum.messaging.Records.ballot;
import static de.stadtforum.messaging.Records.opened;
import static de.stadtforum.messaging.Records.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.CacheTags;
import de.stadtforum.messaging.feeds.DeadLetter;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.messaging.feeds.Retries;
import de.stadtforum.messaging.operation.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a feed brings about in its own service: once, and tried again where it was refused.
class ReactionTests {
    private final HearingProcess process = new HearingProcess();

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void whoLetsFactsBeHeardChangesMoreThanTheTagsOfTheirReactionsSay() {
        var tags = new CacheTags();
        tags.collect(() -> {
            CacheTags.changes("boxes/a");
            process.hears(opened("a"));
            return true;
        });
        assertThat(tags.changed()).isEmpty();
    }

    @Test
    void aRefusedReactionIsTriedAgainUntilItIsDone() {
        process.refuses.add("a 2");
        process.hears(opened("a"), ballot("a", 2), ballot("a", 3), opened("b"));

        assertThat(process.turnout.known("a"))
                .contains(new Known<>("a", 1, true, new Turnout(20, 0)));
        assertThat(process.turnout.known("b"))
                .as("the others go on")
                .map(Known::sequence)
                .contains(1L);
        assertThat(process.faults()).as("something else may have to come first").isEmpty();

        var retries = new Retries(process.feeds, process.deadLetters);
        retries.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> !process.faults().isEmpty());
            assertThat(process.faults())
                    .containsExactly(
                            new Fault.Stopped("turnout", "a", 2, DeadLetter.Cause.REFUSED));
            assertThat(process.operations.deadLetters("turnout", "a").getFirst().rule())
                    .isEqualTo("NO_NAME");

            process.refuses.clear();
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            process.turnout
                                    .known("a")
                                    .map(Known::sequence)
                                    .equals(Optional.of(3L)));
            // letters go once what they brought is written
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> process.operations.deadLetters().isEmpty());
        } finally {
            retries.stop();
        }
        assertThat(process.turnout.find("a")).contains(new Turnout(20, 2));
        assertThat(process.faults()).isEmpty();
    }

    /// Another process hears the next fact, and keeps it, while this one tries again what was refused.
    @Test
    void whatAnotherProcessKeptMeanwhileIsTakenToo() {
        process.refuses.add("a 2");
        process.hears(opened("a"), ballot("a", 2));
        var once = new AtomicBoolean(true);
        var other = process.feedsOf(Teller.SESSION);
        var same =
                other.of(VotingFact.class)
                        .react(
                                "turnout",
                                Turnout.NONE,
                                Turnout::after,
                                cue -> {
                                    if (cue.sequence() == 2 && once.getAndSet(false))
                                        process.hears(ballot("a", 3));
                                    return Decision.unchanged();
                                });
        same.replay("a");

        assertThat(same.known("a")).contains(new Known<>("a", 3, false, new Turnout(20, 2)));
        assertThat(process.deadLetters.all(List.of("turnout"))).isEmpty();
    }

    @Test
    void aReactionThatTheDatabaseRefusesForGoodStopsItsAggregateAlone() {
        var unlucky =
                process.feeds
                        .of(VotingFact.class)
                        .react(
                                "unlucky",
                                Turnout.NONE,
                                Turnout::after,
                                cue -> {
                                    if (cue.aggregate().equals("a"))
                                        throw new MongoException(2, "bad value");
                                    return Decision.unchanged();
                                });
        process.hears(opened("a"), opened("b"));
        assertThat(unlucky.known("b")).map(Known::sequence).contains(1L);
        assertThat(process.operations.deadLetters("unlucky", "a"))
                .extracting(DeadLetter::cause)
                .containsExactly(DeadLetter.Cause.FAILED);
    }

    @Test
    void refusalsThatMayPassHideNoGap() {
        for (var i = 0; i < 25; i++) {
            process.refuses.add("a-" + i + " 1");
            process.hears(opened("a-" + i));
        }
        process.hears(ballot("z", 3));
        // that a broker answers late on a busy machine is not what is told here
        assertThat(process.faults())
                .filteredOn(fault -> fault instanceof Fault.Stopped)
                .containsExactly(new Fault.Stopped("turnout", "z", 1, DeadLetter.Cause.GAP));
    }

    @Test
    void ofAPersonNothingIsKeptSoThePollComesAgain() {
        record Name(String name) {}
        var persons =
                process.feeds
                        .of(PersonFact.class)
                        .react(
                                "forgotten",
                                new Name(""),
                                (known, _) -> known,
                                cue ->
                                        process.refuses.contains(cue.aggregate())
                                                ? Decision.refused(Decision.Refusal.BUSY)
                                                : Decision.unchanged());
        process.refuses.add("p-1");
        var erased = person("p-1", 2, FactType.of(PersonFact.PersonErased.class), "{}");
        assertThatThrownBy(() -> process.hears(erased)).hasMessageContaining("BUSY");
        assertThat(process.operations.deadLetters()).isEmpty();
        process.refuses.clear();
        process.hears(erased);
        assertThat(persons.known("p-1")).map(Known::sequence).contains(2L);
    }

    @Test
    void whatAnOperatorDropsOfARefusedReactionIsTheReactionAlone() {
        process.refuses.add("a 2");
        process.hears(opened("a"), ballot("a", 2), ballot("a", 3));
        process.operations.drop("turnout", "a", 2, "the body is dissolved");

        assertThat(process.turnout.known("a"))
                .contains(new Known<>("a", 3, false, new Turnout(20, 2)));
        assertThat(process.operations.deadLetters()).isEmpty();
        assertThat(process.database.getCollection("drops").find())
                .singleElement()
                .satisfies(drop -> {
                    assertThat(drop.getString("what")).isEqualTo("REACTION");
                    assertThat(drop.getString("reason")).isEqualTo("the body is dissolved");
                });
    }
}
