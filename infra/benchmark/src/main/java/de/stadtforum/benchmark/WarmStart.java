package de.stadtforum.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;

/// How fast all parts start with `infra/start`, login included, and how much memory they take: what it prints itself.
///
/// @param parts that were ready
/// @param megabytes of all together, launcher included, by PSS
record WarmStart(int parts, double seconds, double megabytes) {
    private static final int PORTS = 28_080;
    private static final Pattern LINE =
            Pattern.compile("(\\d+) parts ready in ([\\d.,]+) s; memory .*: (\\d+) MB");

    static void into(Results results, Path root, Path folder, int rounds)
            throws IOException, InterruptedException {
        once(root, folder); // builds what is stale and prepares fast starts
        var seconds = new ArrayList<Double>();
        var megabytes = new ArrayList<Double>();
        var parts = 0;
        for (var round = 0; round < rounds; round++) {
            var start = once(root, folder);
            seconds.add(start.seconds);
            megabytes.add(start.megabytes);
            parts = start.parts;
        }
        results.add("warm start of %d parts (s)".formatted(parts), Series.of(seconds));
        results.add("memory of all together, PSS (MB)", Series.of(megabytes));
    }

    private static WarmStart once(Path root, Path folder) throws IOException, InterruptedException {
        var start =
                new ProcessBuilder(
                                root.resolve("infra/start").toString(),
                                "--once",
                                "--no-demo",
                                "--data",
                                folder.resolve("start").toString(),
                                "--ports-from",
                                "" + PORTS)
                        .redirectErrorStream(true)
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(start::destroy, "end of infra/start"));
        var said = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (start.waitFor() != 0) throw new IllegalStateException(said);
        return of(said);
    }

    static WarmStart of(String said) {
        var found = LINE.matcher(said);
        if (!found.find()) throw new IllegalStateException("infra/start said: " + said);
        return new WarmStart(
                Integer.parseInt(found.group(1)),
                Double.parseDouble(found.group(2).replace(',', '.')),
                Double.parseDouble(found.group(3)));
    }
}
