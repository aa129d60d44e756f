package de.stadtforum.benchmark;

import java.util.UUID;
import java.util.stream.IntStream;

/// What it costs that each fact of an aggregate waits for the broker's word on the one before (decision 0003): one command that tells
/// 2,000 facts, until all are heard, beside a bare producer that waits for each word, and one that waits for none.
final class InOrder {
    private static final int FACTS = 2_000;
    private final Programs programs;
    private final Floor floor;

    InOrder(Programs programs, Floor floor) {
        this.programs = programs;
        this.floor = floor;
    }

    void into(Results results, int rounds) {
        var ours = new double[rounds];
        var waiting = new double[rounds];
        var atOnce = new double[rounds];
        IntStream.range(0, rounds)
                .forEach(round -> {
                    var begin = System.nanoTime();
                    var id = UUID.randomUUID().toString();
                    programs.boxes().create(id, _ -> Box.with(id, FACTS));
                    programs.settle();
                    ours[round] = seconds(begin);
                    waiting[round] = floor.send(FACTS, true);
                    atOnce[round] = floor.send(FACTS, false);
                });
        results.add(
                "2,000 facts of one aggregate, all heard (s); floor: each send waits",
                new Series(ours),
                new Series(waiting));
        results.add("… floor: no send waits", new Series(ours), new Series(atOnce));
    }

    static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
