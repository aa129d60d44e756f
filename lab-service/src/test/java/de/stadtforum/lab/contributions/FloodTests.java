package de.stadtforum.lab.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FloodTests {
    @Test
    void takesSoManyAMinuteAndLabAndNoMore() {
        var flood = new Flood(2);
        var minute = Duration.ofMinutes(1).toNanos();
        assertThat(flood.takes("lab-eving-2024", 0)).isTrue();
        assertThat(flood.takes("lab-eving-2024", 1)).isTrue();
        assertThat(flood.takes("lab-eving-2024", minute - 1)).isFalse();
        assertThat(flood.takes("lab-mengede-2024", minute - 1)).isTrue();
        assertThat(flood.takes("lab-eving-2024", minute)).isTrue();
        assertThat(flood.takes("lab-eving-2024", minute)).isFalse();
    }
}
