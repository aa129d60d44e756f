package de.stadtforum.search;

import static de.stadtforum.search.OpenIndex.BEST;
import static de.stadtforum.search.OpenIndex.NEWEST;
import static de.stadtforum.search.OpenIndex.contribution;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an index of a million entries costs. The figures in the README come from here; `-Dentries=10000` says what of it grows.
@Tag("long")
class MillionTests {
    private static final int ENTRIES = Integer.getInteger("entries", 1_000_000);
    private static final int ROUNDS = 300;
    private static final long P99_MS = 50;

    /// Of random words, each with many that are one letter away: more than what lists are held to.
    private static final long P99_OF_WORDS_MS = 100;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> NAMES =
            List.of("Müller", "Linden", "Hafen", "Nord", "Garten", "Brunnen", "Kirch", "Bremer");
    private static final List<String> THINGS =
            List.of("straße", "platz", "weg", "park", "schule", "brücke", "markt", "beleuchtung");
    private static final String SYLLABLES =
            "ba be bi bo da de di do ga ge gi ko la le li lo ma me mi mo ra re ri ro sa se si so ta te";

    @TempDir Path folder;
    private final Map<String, Long> p99 = new TreeMap<>();
    private final Random random = new Random(12);
    private final List<String> syllables = List.of(SYLLABLES.split(" "));

    /// 60,000 words, as often as words are: the tenth comes a tenth as often as the first.
    private String word() {
        var rank = (int) Math.pow(60_000, random.nextDouble());
        if (rank < NAMES.size() * THINGS.size())
            return NAMES.get(rank % NAMES.size()) + THINGS.get(rank / NAMES.size());
        var word = new StringBuilder();
        for (var rest = rank; rest > 0; rest /= syllables.size())
            word.append(syllables.get(rest % syllables.size()));
        return word.append(rank % 3 == 0 ? "ung" : "en").toString();
    }

    private String words(int count) {
        return String.join(" ", IntStream.range(0, count).mapToObj(_ -> word()).toList());
    }

    private Entry entry(int number) {
        return contribution("c" + number, words(4), words(30))
                .keyword("district", "district-" + random.nextInt(12))
                .keyword("state", "state-" + random.nextInt(5))
                .keyword("lab", "lab-" + random.nextInt(200))
                .number("created", 1_500_000_000_000L + number * 300_000L)
                .number("supporters", random.nextInt(500));
    }

    private static void say(String what, Object figure) {
        IO.println("%-44s %s".formatted(what, figure));
    }

    private static long heapMb() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private long folderMb() throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(each -> each.toFile().length()).sum() >> 20;
        }
    }

    /// Processor time, which does not depend on who else is on the machine: each answer is made by one thread.
    private void measure(String what, Runnable work) {
        for (var each = 0; each < ROUNDS / 3; each++) work.run();
        var ns = new long[ROUNDS];
        for (var each = 0; each < ROUNDS; each++) {
            var begin = THREADS.getCurrentThreadCpuTime();
            work.run();
            ns[each] = THREADS.getCurrentThreadCpuTime() - begin;
        }
        Arrays.sort(ns);
        say(
                what,
                "p50 %.2f ms, p99 %.2f ms"
                        .formatted(ns[ROUNDS / 2] / 1e6, ns[ROUNDS * 99 / 100] / 1e6));
        p99.put(what, ns[ROUNDS * 99 / 100] / 1_000_000);
    }

    @Test
    void listsAndSearchStayBelowTheirBound() throws IOException {
        var before = heapMb();
        try (var open = OpenIndex.in(folder)) {
            say("entries", ENTRIES);
            var begin = System.nanoTime();
            var processor = THREADS.getCurrentThreadCpuTime();
            for (var each = 0; each < ENTRIES; each++) open.index().put(entry(each));
            open.keep();
            say("built, s of the clock", (System.nanoTime() - begin) / 1_000_000_000);
            processor = THREADS.getCurrentThreadCpuTime() - processor;
            say("built, s of a processor", processor / 1_000_000_000);
            say("files, MB", folderMb());
            say("heap more than before, MB", heapMb() - before);
            open.index().expunge(open.index().positions());
            say("files after that, MB", folderMb());
            ask(open.index());
        }
        var begin = System.nanoTime();
        var again = OpenIndex.unopened(folder);
        again.open();
        say("opened again and read whole, ms", (System.nanoTime() - begin) / 1_000_000);
        for (var each = 0; each < 20; each++)
            again.remove(new EntryKey("contribution", "c" + random.nextInt(ENTRIES)));
        begin = System.nanoTime();
        again.expunge(again.positions());
        say("20 erased ones out of the files, ms", (System.nanoTime() - begin) / 1_000_000);
        again.close();
        p99.keySet().removeIf(what -> what.startsWith("facets"));
        assertThat(p99)
                .allSatisfy((what, ms) ->
                        assertThat(ms)
                                .isLessThanOrEqualTo(
                                        what.contains("words") ? P99_OF_WORDS_MS : P99_MS));
    }

    private void ask(SearchIndex index) {
        for (var sorting :
                List.of(
                        NEWEST,
                        Sorting.ascending("created"),
                        Sorting.descending("supporters"),
                        Sorting.ascending("supporters"))) {
            var list = Question.of(sorting);
            measure("first page, " + sorting, () -> index.find(list));
            var cursor = deep(index, list, Math.min(500, ENTRIES / 50));
            measure("page 500, " + sorting, () -> index.find(list.from(cursor)));
        }
        measure(
                "a lab, newest",
                () ->
                        index.find(
                                Question.of(NEWEST)
                                        .where(Filter.anyOf("lab", "lab-" + random.nextInt(200)))));
        var filtered =
                Question.of(NEWEST)
                        .where(Filter.anyOf("district", "district-1"))
                        .where(Filter.anyOf("state", "state-1", "state-2"));
        measure("district and state", () -> index.find(filtered));
        var far = deep(index, filtered, Math.min(500, ENTRIES / 500));
        measure("district and state, page 500", () -> index.find(filtered.from(far)));
        measure(
                "district and state, range",
                () -> index.find(filtered.where(Filter.between("supporters", 100, 200))));
        measure(
                "two frequent words",
                () -> index.find(Question.of(BEST).words("müllerstraße hafenstraße")));
        measure(
                "a frequent word, newest first",
                () -> index.find(Question.of(NEWEST).words("müllerstraße")));
        measure("a word of each entry", () -> index.find(Question.of(BEST).words("Müllerstraße")));
        measure(
                "a word, oldest first",
                () -> index.find(Question.of(Sorting.ascending("created")).words(word())));
        measure("two words", () -> index.find(Question.of(BEST).words(word() + " " + word())));
        measure("two words, newest first", () -> index.find(Question.of(NEWEST).words(words(2))));
        measure("a beginning", () -> index.find(Question.of(BEST).words("müller str")));
        measure("a short beginning", () -> index.find(Question.of(BEST).words("bab")));
        measure("a word with a typo", () -> index.find(Question.of(BEST).words("Müllerstrase")));
        measure("16 words", () -> index.find(Question.of(BEST).words(words(16))));
        measure(
                "facets of district and state",
                () -> index.find(filtered.facets("district", "state")));
        measure(
                "facets of everything",
                () -> index.find(Question.of(NEWEST).facets("district", "state")));
    }

    private static String deep(SearchIndex index, Question list, int pages) {
        var cursor = (String) null;
        for (var each = 1; each < pages; each++) cursor = index.find(list.from(cursor)).next();
        return cursor;
    }
}
