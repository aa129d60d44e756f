package de.stadtforum.benchmark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MemoryTests {
    private static final String SMAPS =
            """
            f0000000-ffffffff rw-p 00000000 00:00 0
            Size:             262144 kB
            Pss:              200000 kB
            Pss_Dirty:        200000 kB
            7f01-7f02 r--s 00000000 fe:00 4711                       /data/index/_0.cfs
            Pss:                3000 kB
            7f03-7f04 r--s 00000000 fe:00 4712                       /data/index/_1.cfs (deleted)
            Pss:                1000 kB
            7f05-7f06 r--s 00000000 fe:00 4713                       /data/index-of-others/_1.cfs
            Pss:                 500 kB
            """;

    @Test
    void pagesOfTheIndexAreCountedApart() {
        var memory = Memory.of(SMAPS.lines().toList(), Path.of("/data/index"));
        assertThat(memory.own()).isCloseTo(205.3, within(0.1));
        assertThat(memory.mapped()).isCloseTo(4.1, within(0.1));
    }

    @Test
    void theHeapIsWhatBothGenerationsUse() {
        var said =
                """
                10576:
                DefNew     total 116224K, used 1000K [0x0000000687400000, 0x000000068f210000, 0x0000000704d50000)
                 eden space 103360K,   0% used [0x0000000687400000, 0x0000000687400000, 0x000000068d8f0000)
                Tenured    total 258048K, used 3795K [0x0000000704d50000, 0x0000000714950000, 0x0000000800000000)
                """;
        assertThat(Memory.heapOf(said)).isCloseTo(4.91, within(0.01));
        assertThatThrownBy(() -> Memory.heapOf("garbage-first heap")).hasMessageContaining("first");
    }

    @Test
    void aRunningProgramTakesSome() {
        var memory = Memory.of(ProcessHandle.current().pid(), Path.of("/nowhere"));
        assertThat(memory.own()).isGreaterThan(10);
        assertThat(memory.mapped()).isZero();
    }
}
