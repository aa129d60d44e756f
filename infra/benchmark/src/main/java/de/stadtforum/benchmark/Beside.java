package de.stadtforum.benchmark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two programs measured in turn: the tables of their rounds as one, by the median.
///
/// A floor goes through the store as well and changes with it; so what the program does now stands beside the floor of both.
final class Beside {
    private record Row(Series own, @Nullable Series floor) {}

    private Beside() {}

    /// @param arguments folder of the rounds before, folder of the rounds now; each round a table of one round
    public static void main(String... arguments) throws IOException {
        IO.print(table(read(Path.of(arguments[0])), read(Path.of(arguments[1]))));
    }

    private static String table(Map<String, Row> before, Map<String, Row> now) {
        var lines = new ArrayList<String>();
        lines.add(
                "| what | before | floor before | ratio | now | floor now | ratio | now beside the floor before |");
        lines.add("|---|---|---|---|---|---|---|---|");
        now.forEach((what, row) -> {
            var old = before.get(what);
            lines.add(
                    "| %s | %s | %s | %s |"
                            .formatted(
                                    what,
                                    old == null ? "| | " : cells(old),
                                    cells(row),
                                    old == null ? "" : ratio(row.own, old.floor)));
        });
        return String.join("\n", lines) + "\n";
    }

    private static String cells(Row row) {
        return Results.figure(row.own.median())
                + " | "
                + (row.floor == null ? "" : Results.figure(row.floor.median()))
                + " | "
                + ratio(row.own, row.floor);
    }

    private static String ratio(Series own, @Nullable Series floor) {
        return floor == null ? "" : Results.figure(own.median() / floor.median());
    }

    private static Map<String, Row> read(Path folder) throws IOException {
        var own = new LinkedHashMap<String, List<Double>>();
        var floor = new LinkedHashMap<String, List<Double>>();
        try (DirectoryStream<Path> rounds = Files.newDirectoryStream(folder, "*.md")) {
            for (var round : rounds)
                for (var line : Files.readAllLines(round)) {
                    var cells = line.split("\\|", -1);
                    if (cells.length != 6 || !cells[2].strip().matches("[0-9].*\\(.*")) continue;
                    add(own, cells[1], cells[2]);
                    if (!cells[3].isBlank()) add(floor, cells[1], cells[3]);
                }
        }
        var rows = new LinkedHashMap<String, Row>();
        own.forEach((what, values) ->
                rows.put(
                        what,
                        new Row(
                                Series.of(values),
                                floor.containsKey(what) ? Series.of(floor.get(what)) : null)));
        return rows;
    }

    private static void add(Map<String, List<Double>> rows, String what, String cell) {
        rows.computeIfAbsent(what.strip(), _ -> new ArrayList<>())
                .add(Double.valueOf(cell.strip().split(" ")[0]));
    }
}
