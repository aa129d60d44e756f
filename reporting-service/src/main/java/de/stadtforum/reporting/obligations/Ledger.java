package de.stadtforum.reporting.obligations;

import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Measure;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import de.stadtforum.reporting.obligations.Obligation.Statement;
import de.stadtforum.reporting.obligations.Obligation.Strength;
import de.stadtforum.reporting.obligations.Obligation.Threshold;
import de.stadtforum.reporting.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The obligations as a file says them, with the words for each light. What is wrong in it stops the start and names the line.
final class Ledger {
    private final List<Obligation> obligations;
    private final Words words;

    private Ledger(List<Obligation> obligations, Words words) {
        this.obligations = obligations;
        this.words = words;
    }

    /// @throws IllegalArgumentException with the line of the file and what is wrong there
    static Ledger of(LedgerFile file, SortedMap<String, Measure<?>> measures, Words words) {
        var read = new ArrayList<Obligation>();
        var ids = new HashSet<String>();
        for (var line : file.lines())
            try {
                if (!ids.add(line.id())) throw new IllegalArgumentException("stands twice");
                read.add(obligation(line, measures, words));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(
                        file.place(line) + ": " + wrong.getMessage(), wrong);
            }
        return new Ledger(List.copyOf(read), words);
    }

    private static Obligation obligation(
            LedgerFile.Line line, SortedMap<String, Measure<?>> measures, Words words) {
        var name = line.measure();
        var measure = name == null ? null : measures.get(name);
        if (name != null && measure == null)
            throw new IllegalArgumentException(
                    "there is no measure \"" + name + "\", only " + measures.keySet());
        var thresholds = new ArrayList<Threshold>();
        if (line.lights() != null)
            line.lights()
                    .forEach((light, when) ->
                            thresholds.add(new Threshold(light(light), conditions(when))));
        var obligation =
                new Obligation(
                        line.id(),
                        line.quote(),
                        line.list() == null ? List.of() : line.list(),
                        strength(line.strength()),
                        line.owes(),
                        measure,
                        new Parameters(line.with() == null ? Map.of() : line.with()),
                        List.copyOf(thresholds),
                        statements(line));
        check(obligation, words);
        return obligation;
    }

    private static List<Statement> statements(LedgerFile.Line line) {
        if (line.statements() == null) return List.of();
        var days = new HashSet<LocalDate>();
        for (var each : line.statements()) {
            if (each.on() == null) throw new IllegalArgumentException("a statement has no \"on\"");
            if (each.by() == null || each.by().isBlank())
                throw new IllegalArgumentException(
                        "the statement of " + each.on() + " has no \"by\"");
            if (!days.add(each.on()))
                throw new IllegalArgumentException("two statements are of " + each.on());
        }
        return line.statements().stream().sorted(Comparator.comparing(Statement::on)).toList();
    }

    private static Strength strength(String name) {
        return Arrays.stream(Strength.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no strength \""
                                        + name
                                        + "\", only "
                                        + Arrays.toString(Strength.values())));
    }

    private static Light light(String name) {
        return Arrays.stream(Light.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no light \""
                                        + name
                                        + "\", only "
                                        + Arrays.toString(Light.values())));
    }

    /// One text, or a list of texts that all have to hold.
    private static List<Condition> conditions(JsonNode when) {
        if (when.isString()) return List.of(Condition.of(when.asString()));
        var all = new ArrayList<Condition>();
        when.forEach(each -> all.add(Condition.of(each.asString())));
        return List.copyOf(all);
    }

    /// Asks the measure for nothing known: whatever the file names and the measure does not give is found here.
    private static void check(Obligation obligation, Words words) {
        var thresholds = obligation.thresholds();
        if (obligation.measure() == null) {
            if (!thresholds.isEmpty())
                throw new IllegalArgumentException("has lights but no measure");
            if (obligation.statements().isEmpty())
                throw new IllegalArgumentException("has no measure and no statement instead");
            for (var each : obligation.statements())
                require(words, key(obligation, each), Set.of(), "a statement gives");
            return;
        }
        if (!obligation.statements().isEmpty())
            throw new IllegalArgumentException("is measured and has a statement as well");
        if (thresholds.isEmpty() || !thresholds.getLast().conditions().isEmpty())
            throw new IllegalArgumentException("the last light needs no condition: []");
        var nothing = LocalDate.of(2000, 1, 1);
        var values = obligation.on(Knowledge.none(nothing), Span.upTo(nothing)).values();
        if (!obligation.parameters().unknown().isEmpty())
            throw new IllegalArgumentException(
                    "the measure knows nothing of " + obligation.parameters().unknown());
        for (var each : thresholds) {
            Condition.allHold(each.conditions().reversed(), values);
            each.conditions().forEach(condition -> condition.holds(values));
            require(words, key(obligation, each.light()), values.keySet(), "the measure gives");
        }
    }

    private static void require(Words words, String key, Set<String> given, String gives) {
        if (!words.has(key)) throw new IllegalArgumentException("there are no words for " + key);
        var unknown = new TreeSet<>(words.wants(key));
        unknown.removeAll(given);
        if (!unknown.isEmpty())
            throw new IllegalArgumentException(
                    "the words for " + key + " name " + unknown + ", " + gives + " " + given);
    }

    private static String key(Obligation obligation, Light light) {
        return obligation.id() + "." + light.name();
    }

    private static String key(Obligation obligation, Statement statement) {
        return obligation.id() + ".statement." + statement.on();
    }

    List<Obligation> obligations() {
        return obligations;
    }

    /// How each stands at the end of that day.
    List<State> on(LocalDate day, Knowledge known) {
        var span = Span.upTo(day);
        return obligations.stream().map(each -> state(each, known, span)).toList();
    }

    private State state(Obligation obligation, Knowledge known, Span span) {
        if (obligation.measure() == null)
            return new State(
                    obligation,
                    Light.NOT_MEASURED,
                    stated(obligation, earlier(span.until(), known.known())),
                    new TreeMap<>(),
                    List.of());
        var found = obligation.on(known, span);
        return new State(
                obligation,
                found.light(),
                words.of(key(obligation, found.light()), found.values()),
                found.values(),
                found.evidence().stream()
                        .map(each ->
                                new State.Link(
                                        words.of("evidence." + each.kind(), each.said()),
                                        each.path()))
                        .toList());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private String stated(Obligation obligation, LocalDate day) {
        var statement = obligation.statementOn(day);
        return statement == null
                ? words.of("not-measured")
                : words.of(
                        "stated",
                        Map.of(
                                "on",
                                statement.on(),
                                "by",
                                statement.by(),
                                "text",
                                words.of(key(obligation, statement))));
    }
}
