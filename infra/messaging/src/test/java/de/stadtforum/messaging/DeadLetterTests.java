package de.stadtforum.messaging;

import static de.stadtforum.messaging.Records.BALLOT;
import static de.stadtforum.messaging.Records.ballot;
import static de.stadtforum.messaging.Records.odd;
import static de.stadtforum.messaging.Records.opened;
import static de.stadtforum.messaging.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.feeds.DeadLetter;
import de.stadtforum.messaging.feeds.Known;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What cannot be read or is told twice otherwise is kept with its reason, until an operator says what becomes of it.
class DeadLetterTests {
    private final HearingProcess process = new HearingProcess();

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void anUnreadableFactStopsUntilAnOperatorDropsIt() {
        process.hears(
                opened("a"),
                record("a", 2, FactType.of(VoteOpened.class), "f2", "{not json"),
                ballot("a", 3));
        assertThat(process.turnout.known("a")).map(Known::stopped).contains(true);
        assertThat(process.operations.deadLetters())
                .extracting(DeadLetter::cause)
                .containsExactly(DeadLetter.Cause.UNREADABLE, DeadLetter.Cause.GAP);

        process.operations.drop("turnout", "a", 2, "lost in the test");

        assertThat(process.turnout.known("a"))
                .contains(new Known<>("a", 3, false, new Turnout(20, 1)));
        assertThat(process.operations.deadLetters()).isEmpty();
    }

    @Test
    void aRecordWithoutAttributesIsKeptWithItsReason() {
        var strange = odd("a", new TreeMap<>());
        process.hears(strange, opened("a"));

        assertThat(process.turnout.known("a")).map(Known::sequence).contains(1L);
        assertThat(process.operations.deadLetters())
                .extracting(DeadLetter::cause)
                .containsExactly(DeadLetter.Cause.UNREADABLE_ENVELOPE);
    }

    @Test
    void whateverAHeaderIsCalledItStopsNobody() {
        var odd = odd("q", new TreeMap<>(Map.of("a\0$b.c", "d")));
        process.hears(odd, opened("a"));
        assertThat(process.turnout.find("a")).contains(new Turnout(20, 0));
        assertThat(process.operations.deadLetters()).hasSize(1);
    }

    @Test
    void anOlderSequenceWithAnotherIdIsAnAlarmWithinTheLastEight() {
        process.hears(opened("a"));
        for (var sequence = 2; sequence <= 10; sequence++) process.hears(ballot("a", sequence));

        process.hears(record("a", 2, BALLOT, "another", "{}"));
        assertThat(process.operations.deadLetters()).as("longer ago than anybody knows").isEmpty();
        var another = record("a", 3, BALLOT, "another", "{}");
        process.hears(another);
        assertThat(process.operations.deadLetters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.cause()).isEqualTo(DeadLetter.Cause.DIVERGED);
                    assertThat(letter.sequence()).isEqualTo(3);
                });
        assertThat(process.turnout.known("a")).map(Known::stopped).contains(false);

        process.hears(ballot("b", 3));
        var gap = process.operations.deadLetters("turnout", "b").getFirst();
        assertThatThrownBy(() -> process.operations.dismiss(gap.id()))
                .isInstanceOf(IllegalArgumentException.class);
        process.operations.drop("turnout", "b", 3, "lost in the test");

        var alarm = process.operations.deadLetters().getFirst();
        process.operations.dismiss(alarm.id());
        process.hears(another);
        assertThat(process.operations.deadLetters())
                .as("the same record does not come back")
                .isEmpty();
    }
}
