package de.stadtforum.benchmark.front;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.benchmark.Cpu;
import org.junit.jupiter.api.Test;

/// What other programs print, and what is read of it.
class SaidByToolsTests {
    private static final String WRK =
            """
            Running 3s test @ http://127.0.0.1:39871/
              2 threads and 32 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     3.02ms    4.41ms  60.28ms   91.52%
                Req/Sec     8.81k     2.02k   13.62k    66.67%
              52816 requests in 3.03s, 7.66MB read
            Requests/sec:  17433.29
            Transfer/sec:      2.53MB
            """;

    @Test
    void wrkTellsHowManyWereAnsweredAndHowFast() {
        assertThat(Wrk.of(WRK)).isEqualTo(new Wrk(52_816, 0, 17_433.29));
    }

    @Test
    void whatFailedIsNotCountedAsAnswered() {
        var some =
                Wrk.of(
                        WRK
                                + "  Socket errors: connect 0, read 1, write 0, timeout 2\n"
                                + "  Non-2xx or 3xx responses: 26408\n");
        assertThat(some.good()).isEqualTo(26_408);
        assertThat(some.failed()).isEqualTo(26_411);
        assertThat(some.perSecond()).isEqualTo(17_433.29 / 2);
    }

    @Test
    void processorTimeIsReadBehindANameWithBracketsAndSpaces() {
        var stat = "77 (java (C2) x) S 1 77 77 0 -1 4194560 9 8 7 6 150 50 30 20 20 0 41 0 5";
        assertThat(Cpu.seconds(stat, Cpu.OWN)).isEqualTo(2.0);
        assertThat(Cpu.seconds(stat, Cpu.CHILDREN)).isEqualTo(0.5);
    }

    @Test
    void timeInTheJdkBelongsToWhoCalled() {
        assertThat(Samples.owner("java.util.HashMap")).isEmpty();
        assertThat(Samples.owner("io.netty.channel.epoll.Native")).isEqualTo("sockets");
        assertThat(Samples.owner("io.netty.buffer.PooledByteBuf")).isEqualTo("Netty");
        assertThat(Samples.owner("org.slf4j.Logger")).isEqualTo("others");
    }
}
