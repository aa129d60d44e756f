package de.stadtforum.messaging.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlatformClockTests {
    private static final Instant TODAY = Instant.parse("2025-02-18T10:00:00Z");
    private static final Instant CAUSE = Instant.parse("2024-03-05T16:00:00Z");

    @Test
    void whatFollowsIsDoneNow() {
        var clock = new PlatformClock(null);
        var before = Instant.now().minusSeconds(1);
        assertThat(clock.following(CAUSE, clock::instant)).isAfter(before);
    }

    @Test
    void whereAPastIsToldInAnHourItIsDoneThen() {
        var clock = new PlatformClock(TODAY);
        assertThat(clock.instant()).isEqualTo(TODAY);
        assertThat(clock.following(CAUSE, clock::instant)).isEqualTo(CAUSE);
        assertThat(clock.instant()).isEqualTo(TODAY);
    }
}
