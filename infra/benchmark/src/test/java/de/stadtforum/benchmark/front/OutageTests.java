package de.stadtforum.benchmark.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.stadtforum.benchmark.platform.PacedLoad.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageTests {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void refusingBeginsWithTheFirstOfManyFast503InARow() {
        var own =
                new ArrayList<>(
                        List.of(
                                answer(900, 905, 200),
                                answer(1_000, 1_002, 503),
                                answer(1_020, 1_220, 503), // slow
                                answer(1_240, 1_250, 0)));
        for (var due = 1_260; due < 2_000; due += 20) own.add(answer(due, due + 2, 503));
        own.add(answer(3_000, 3_500, 503)); // one straggler later does not undo it
        own.add(answer(9_000, 9_001, 200)); // started again
        var killed = 1_000 * MILLISECOND;
        var started = 8_000 * MILLISECOND;
        assertThat(Outage.untilRefusing(own, killed, started)).isEqualTo(0.262);
        assertThat(Outage.untilRefusing(own.subList(0, 4), killed, started)).isEqualTo(7);
        assertThat(Outage.untilAnswering(own, started, 8_900 * MILLISECOND))
                .isCloseTo(0.101, within(1e-9));
    }

    private static Answer answer(long due, long end, int status) {
        return new Answer(due * MILLISECOND, end * MILLISECOND, status);
    }
}
