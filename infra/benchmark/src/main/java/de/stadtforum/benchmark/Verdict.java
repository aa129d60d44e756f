package de.stadtforum.benchmark;

import java.util.ArrayList;
import java.util.List;

/// A figure beside the limit that it is to keep.
record Verdict(String what, double figure, double limit) {
    private boolean kept() {
        return figure <= limit;
    }

    private String line() {
        return "| %s | %s | %s | %s |"
                .formatted(
                        what,
                        Results.figure(figure),
                        Results.figure(limit),
                        kept() ? "kept" : "**missed**");
    }

    /// One line each, and how many are kept; nothing where there are none.
    static List<String> table(List<Verdict> all) {
        if (all.isEmpty()) return List.of();
        var lines =
                new ArrayList<>(List.of("", "| what | figure | limit | |", "|---|---|---|---|"));
        for (var each : all) lines.add(each.line());
        var kept = all.stream().filter(Verdict::kept).count();
        lines.add("");
        lines.add("%d of %d limits are kept.".formatted(kept, all.size()));
        return lines;
    }
}
