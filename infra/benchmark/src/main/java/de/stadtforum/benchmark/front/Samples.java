package de.stadtforum.benchmark.front;

import de.stadtforum.benchmark.Cpu;
import de.stadtforum.benchmark.platform.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/// In whose code a program spends its processor time, by samples of the flight recorder (JEP 509): the innermost frame that is not the JDK's counts.
final class Samples {
    private static final String EVENT = "jdk.CPUTimeSample";
    private static final Map<String, String> OWNERS = new LinkedHashMap<>();

    static {
        OWNERS.put("de.stadtforum.", "our own code");
        OWNERS.put("io.netty.channel.epoll.", "sockets");
        OWNERS.put("io.netty.channel.unix.", "sockets");
        OWNERS.put("sun.nio.ch.", "sockets");
        OWNERS.put("io.netty.", "Netty");
        OWNERS.put("reactor.netty.", "Reactor Netty");
        OWNERS.put("reactor.", "Reactor");
        OWNERS.put("org.springframework.cloud.", "Spring Cloud");
        OWNERS.put("org.springframework.security.", "Spring Security");
        OWNERS.put("org.springframework.", "Spring");
        OWNERS.put("io.github.resilience4j.", "Resilience4j");
        OWNERS.put("io.micrometer.", "Micrometer");
        OWNERS.put("com.github.benmanes.", "Caffeine");
    }

    private final long pid;
    private final Path folder;

    Samples(long pid, Path folder) {
        this.pid = pid;
        this.folder = folder;
    }

    /// One line: the shares while this load runs, the largest first.
    String of(String what, Callable<?> load) throws Exception {
        var file = folder.resolve("samples.jfr");
        jcmd(
                "JFR.start",
                "name=front",
                "settings=none",
                "filename=" + file,
                "+" + EVENT + "#enabled=true",
                "+" + EVENT + "#throttle=5ms");
        var before = Cpu.of(pid);
        double spent;
        try {
            load.call();
        } finally {
            spent = Cpu.of(pid) - before;
            jcmd("JFR.stop", "name=front");
        }
        return what + ": " + shares(file, spent);
    }

    private void jcmd(String... command) throws IOException, InterruptedException {
        var all = new String[command.length + 1];
        all[0] = "" + pid;
        System.arraycopy(command, 0, all, 1, command.length);
        Jdk.run("jcmd", all);
    }

    /// @param spent seconds of processor time in all; what was not sampled is the compilers', the collector's and lost samples
    private static String shares(Path file, double spent) throws IOException {
        var times = new TreeMap<String, Double>();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                if (!event.getEventType().getName().equals(EVENT)) continue;
                if (event.getBoolean("failed")) continue; // no stack could be read
                times.merge(
                        owner(event.getStackTrace()),
                        event.getDuration("samplingPeriod").toNanos() / 1e9,
                        Double::sum);
            }
        }
        var sampled = times.values().stream().mapToDouble(Double::doubleValue).sum();
        return times.entrySet().stream()
                .filter(each -> each.getValue() > sampled / 100)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(each -> "%s %.0f %%".formatted(each.getKey(), 100 * each.getValue() / sampled))
                .collect(
                        Collectors.joining(
                                ", ",
                                "",
                                " (of %.1f s in Java code; the process took %.1f s, compilers and collector included)."
                                        .formatted(sampled, spent)));
    }

    private static String owner(@Nullable RecordedStackTrace trace) {
        if (trace == null) return "unknown";
        return trace.getFrames().stream()
                .filter(RecordedFrame::isJavaFrame)
                .map(frame -> owner(frame.getMethod().getType().getName()))
                .filter(owner -> !owner.isEmpty())
                .findFirst()
                .orElse("JDK");
    }

    /// Empty for the JDK's own: then the caller counts.
    static String owner(String type) {
        for (var owner : OWNERS.entrySet())
            if (type.startsWith(owner.getKey())) return owner.getValue();
        return type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.")
                ? ""
                : "others";
    }
}
