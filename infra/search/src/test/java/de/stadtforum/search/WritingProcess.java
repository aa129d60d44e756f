package de.stadtforum.search;

import static de.stadtforum.search.OpenIndex.contribution;

import java.io.IOException;
import java.nio.file.Path;

/// A process that has an index and writes it until it is killed; it says how many entries it has kept.
record WritingProcess(Process process) implements AutoCloseable {
    static void main(String[] folder) {
        var open = OpenIndex.in(Path.of(folder[0]));
        for (var each = 1; ; each++) {
            open.index().put(contribution("i" + each, "Hafen " + each, "Lärm"));
            if (each % 100 != 0) continue;
            open.keep();
            IO.println(each);
        }
    }

    static WritingProcess start(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new WritingProcess(
                new ProcessBuilder(
                                java,
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                WritingProcess.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /// The next number that it says.
    int kept() throws IOException {
        var line = process.inputReader().readLine();
        if (line == null) throw new IOException("the process ended");
        return Integer.parseInt(line);
    }

    /// As `kill -9` does.
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
