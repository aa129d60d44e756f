package de.stadtforum.benchmark.front;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Processor seconds of whole processes, user and system, as `/proc/PID/stat` counts them (proc(5)).
final class Cpu {
    private static final double TICKS = 100; // a second, on every Linux that this runs on
    static final int OWN = 11; // after the name: utime, stime, then the same of ended children
    static final int CHILDREN = 13;

    private Cpu() {}

    static double of(long... pids) {
        var sum = 0.0;
        for (var pid : pids) sum += sum("" + pid, OWN);
        return sum;
    }

    /// Of the processes that this one has started and that have ended: of the load, while nothing else ends.
    static double ofEndedChildren() {
        return sum("self", CHILDREN);
    }

    private static double sum(String process, int first) {
        try {
            return seconds(Files.readString(Path.of("/proc", process, "stat")), first);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// The name in brackets may hold anything, spaces and brackets too.
    static double seconds(String stat, int first) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) / TICKS;
    }
}
