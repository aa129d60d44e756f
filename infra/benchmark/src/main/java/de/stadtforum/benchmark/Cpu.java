package de.stadtforum.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Processor seconds of whole processes, user and system, as `/proc/PID/stat` counts them (proc(5)).
public final class Cpu {
    private static final double TICKS = 100; // a second, on every Linux that this runs on
    public static final int OWN =
            11; // after the name: utime, stime, then the same of ended children
    public static final int CHILDREN = 13;

    private Cpu() {}

    public static double of(long... pids) {
        var sum = 0.0;
        for (var pid : pids) sum += sum("" + pid, OWN);
        return sum;
    }

    /// Of a program that this one has started, by a word of its command line; 0 where it is elsewhere.
    static double ofChild(String word) {
        return ProcessHandle.current()
                .children()
                .filter(child -> commandOf(child).contains(word))
                .mapToDouble(child -> of(child.pid()))
                .sum();
    }

    private static String commandOf(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", "" + process.pid(), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    /// Of the processes that this one has started and that have ended: of the load, while nothing else ends.
    public static double ofEndedChildren() {
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
    public static double seconds(String stat, int first) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) / TICKS;
    }
}
