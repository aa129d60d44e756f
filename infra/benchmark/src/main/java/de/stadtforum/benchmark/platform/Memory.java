package de.stadtforum.benchmark.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What a process takes by PSS, which counts once for all processes what they share (`/proc/PID/smaps`, proc(5)).
///
/// @param own megabytes of its own
/// @param mapped megabytes of files that it only reads: the system has them back when it needs the room
public record Memory(double own, double mapped) {
    private static final Pattern MAPPING = Pattern.compile("[0-9a-f]+-[0-9a-f]+ .*");
    private static final Pattern USED =
            Pattern.compile("(?:DefNew|Tenured)\\s+total \\d+K, used (\\d+)K");

    /// @param files the folder of the files that are counted apart
    public static Memory of(long pid, Path files) {
        try {
            return of(Files.readAllLines(Path.of("/proc", "" + pid, "smaps")), files);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static Memory of(List<String> smaps, Path files) {
        var own = 0L;
        var mapped = 0L;
        var ofFiles = false;
        for (var line : smaps) {
            if (MAPPING.matcher(line).matches()) ofFiles = line.contains(" " + files + "/");
            if (!line.startsWith("Pss:")) continue;
            var kilobytes = Long.parseLong(line.replaceAll("\\D", ""));
            if (ofFiles) mapped += kilobytes;
            else own += kilobytes;
        }
        return new Memory(megabytes(own), megabytes(mapped));
    }

    /// Megabytes on the heap of a program with the serial collector, after a full collection.
    public static double heapOf(long pid) {
        Jdk.run("jcmd", "" + pid, "GC.run");
        return heapOf(Jdk.run("jcmd", "" + pid, "GC.heap_info"));
    }

    static double heapOf(String said) {
        var used = USED.matcher(said).results().mapToLong(each -> Long.parseLong(each.group(1)));
        var sum = used.sum();
        if (sum == 0) throw new IllegalStateException("jcmd said: " + said);
        return megabytes(sum);
    }

    private static double megabytes(long kilobytes) {
        return kilobytes * 1_024 / 1e6;
    }
}
