package de.stadtforum.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The table of a run: the median of its rounds, the smallest and largest round in brackets, and the ratio to the floor; then each figure that has a
/// limit beside it.
public final class Results {
    private final List<String> lines;
    private final List<String> remarks = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    /// @param beside what ours stands beside: a floor or a peer
    Results(String beside) {
        lines =
                new ArrayList<>(
                        List.of(
                                "| what | Stadtforum | " + beside + " | ratio |",
                                "|---|---|---|---|"));
    }

    public synchronized void add(String what, Series ours, Series floor) {
        lines.add(
                "| %s | %s | %s | %s |"
                        .formatted(
                                what,
                                cell(ours),
                                cell(floor),
                                figure(ours.median() / floor.median())));
    }

    /// A figure that has no floor of its own.
    public synchronized void add(String what, Series ours) {
        lines.add("| %s | %s | | |".formatted(what, cell(ours)));
    }

    /// One figure beside another, where nothing was repeated.
    public synchronized void add(String what, double ours, double beside) {
        lines.add(
                "| %s | %s | %s | %s |"
                        .formatted(what, figure(ours), figure(beside), figure(ours / beside)));
    }

    public synchronized void add(String what, double ours) {
        lines.add("| %s | %s | | |".formatted(what, figure(ours)));
    }

    /// A figure that is to be at most so large: it stands beside its limit at the end.
    public synchronized void atMost(String what, double figure, double limit) {
        verdicts.add(new Verdict(what, figure, limit));
    }

    public synchronized void remark(String remark) {
        remarks.add(remark);
    }

    private static String cell(Series rounds) {
        return "%s (%s–%s)"
                .formatted(
                        figure(rounds.median()),
                        figure(rounds.smallest()),
                        figure(rounds.largest()));
    }

    /// Three digits say all that such a figure can.
    static String figure(double value) {
        var decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    void print() {
        IO.println(text());
    }

    void keep(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text());
    }

    synchronized String text() {
        var all = new ArrayList<>(lines);
        if (!remarks.isEmpty()) all.add("");
        all.addAll(remarks);
        all.addAll(Verdict.table(verdicts));
        return String.join("\n", all) + "\n";
    }
}
