package de.stadtforum.search;

import static de.stadtforum.search.OpenIndex.BEST;
import static de.stadtforum.search.OpenIndex.FIELDS;
import static de.stadtforum.search.OpenIndex.contribution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtforum.search.IndexState.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndexFolderTests {
    private static final String RARE = "щёлкунчик";
    @TempDir Path folder;

    private void indexWithOneEntry() {
        try (var open = OpenIndex.in(folder)) {
            open.put(contribution("a", "Hafen", "Lärm"));
            open.keep();
        }
    }

    private SearchIndex opened() {
        var index = OpenIndex.unopened(folder);
        index.open();
        return index;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void goesOnWhereItWasLastKept() {
        indexWithOneEntry();
        try (var index = opened()) {
            assertThat(index.state()).isEqualTo(new IndexState.Ready(1));
            assertThat(index.positions()).isEqualTo(Map.of("contribution", 1L));
            assertThat(index.find(Question.of(BEST).words("hafen")).ids()).containsExactly("a");
        }
    }

    @Test
    void oneThatWasNotBuiltWhenItEndedIsNotDamaged() {
        try (var index = OpenIndex.unopened(folder)) {
            index.open();
            index.put(contribution("a", "Hafen", ""));
        }
        try (var index = opened()) {
            assertThat(index.state()).isEqualTo(new IndexState.Building(null, 0, 0));
        }
    }

    private static void overwrite(Path file, byte[] bytes, StandardOpenOption option) {
        try {
            Files.write(file, bytes, option, StandardOpenOption.WRITE);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    record Damage(String name, Consumer<Path> to) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Damage> damages() {
        var garbage = "garbage".repeat(10).getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                new Damage(
                        "empty",
                        file -> overwrite(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING)),
                new Damage(
                        "garbage",
                        file -> overwrite(file, garbage, StandardOpenOption.TRUNCATE_EXISTING)),
                new Damage("one bit", IndexFolderTests::flipABit),
                new Damage("gone", file -> file.toFile().delete()));
    }

    private static void flipABit(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 4;
            Files.write(file, bytes);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @ParameterizedTest
    @MethodSource("damages")
    void isBuiltAnewWhicheverFileIsDamaged(Damage damage) throws IOException {
        indexWithOneEntry();
        var whole = files().stream().filter(each -> !each.endsWith("write.lock")).toList();
        assertThat(whole).hasSizeGreaterThan(2);
        for (var file : whole) {
            for (var each : files()) Files.delete(each);
            indexWithOneEntry();
            if (!Files.exists(file)) continue;
            damage.to.accept(file);
            try (var index = opened()) {
                assertThat(index.isReady()).as(file.toString()).isFalse();
                // what begins otherwise may have been Lucene's long ago
                assertThat(index.state())
                        .as(file.toString())
                        .isIn(
                                new IndexState.Building(Fault.DAMAGED, 0, 0),
                                new IndexState.Building(Fault.OUTDATED, 0, 0));
                assertThatThrownBy(() -> index.find(Question.of(BEST)))
                        .isInstanceOf(NotReady.class);
                assertThat(index.positions()).isEmpty();
            }
        }
    }

    @Test
    void isBuiltAnewWhereItsFieldsMeanSomethingElse() {
        indexWithOneEntry();
        try (var index = new SearchIndex(folder, "others", "created")) {
            assertThat(index.open()).isTrue();
            assertThat(index.state()).isEqualTo(new IndexState.Building(Fault.OUTDATED, 0, 0));
        }
    }

    private void keepAs(Map<String, String> said) throws IOException {
        try (var directory = new MMapDirectory(folder);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(said.entrySet());
        }
    }

    @Test
    void isBuiltAnewWhereANewerOrStrangersProgramWroteIt() throws IOException {
        keepAs(Map.of("form", "" + (IndexedEntry.FORM + 1), "fields", FIELDS + "; created"));
        try (var index = opened()) {
            assertThat(index.state()).isEqualTo(new IndexState.Building(Fault.NEWER, 0, 0));
        }
        keepAs(Map.of());
        try (var index = opened()) {
            assertThat(index.state()).isEqualTo(new IndexState.Building(Fault.OUTDATED, 0, 0));
        }
    }

    @Test
    void isBuiltAnewWhereANewerLuceneWroteIt() throws IOException {
        indexWithOneEntry();
        var commit =
                files().stream()
                        .filter(each -> each.getFileName().toString().startsWith("segments_"))
                        .findFirst()
                        .orElseThrow();
        var bytes = Files.readAllBytes(commit);
        // the version of the file's form follows its magic number and its name
        bytes[4 + 1 + "segments".length() + 3] = 99;
        Files.write(commit, bytes);
        try (var index = opened()) {
            assertThat(index.state()).isEqualTo(new IndexState.Building(Fault.NEWER, 0, 0));
        }
    }

    @Test
    void whatIsNotOfTheIndexStaysInItsFolder() throws IOException {
        var note = Files.writeString(folder.resolve("README"), "not ours");
        flippedIndex();
        opened().close();
        assertThat(note).exists();
    }

    private void flippedIndex() throws IOException {
        indexWithOneEntry();
        for (var each : files()) if (each.getFileName().toString().startsWith("_")) flipABit(each);
    }

    @Test
    void theSecondOnAFolderIsToldAndTakesOverWhenTheFirstEnds() {
        try (var first = OpenIndex.in(folder);
                var second = OpenIndex.unopened(folder)) {
            assertThat(second.open()).isFalse();
            assertThat(second.state())
                    .isInstanceOfSatisfying(
                            IndexState.Absent.class,
                            absent -> assertThat(absent.fault()).isEqualTo(Fault.IN_USE));
            assertThatThrownBy(() -> second.find(Question.of(BEST))).isInstanceOf(NotReady.class);
            assertThat(first.index().isReady()).isTrue();
            first.close();
            assertThat(second.open()).isTrue();
            assertThat(second.isReady()).isTrue();
        }
    }

    @Test
    void aProcessThatIsKilledWhileItWritesLeavesWhatItKept() throws IOException {
        try (var process = WritingProcess.start(folder)) {
            for (var round = 1; round <= 3; round++) {
                var kept = 0;
                while (kept < round * 500) kept = process.kept();
            }
            try (var index = OpenIndex.unopened(folder)) {
                assertThat(index.open()).isFalse();
                assertThat(index.state())
                        .isInstanceOfSatisfying(
                                IndexState.Absent.class,
                                absent -> assertThat(absent.fault()).isEqualTo(Fault.IN_USE));
            }
            var kept = process.kept();
            process.close();
            try (var index = opened()) {
                assertThat(index.state())
                        .isInstanceOfSatisfying(
                                IndexState.Ready.class,
                                ready -> assertThat(ready.entries()).isGreaterThanOrEqualTo(kept));
                index.put(contribution("after", "Brunnen", ""));
                index.refresh();
                assertThat(index.find(Question.of(BEST).words("brunnen")).ids())
                        .containsExactly("after");
            }
        }
    }

    /// A disk that is full while somebody says so.
    private static final class FullDisk extends FilterDirectory {
        private final AtomicBoolean full;

        FullDisk(Directory files, AtomicBoolean full) {
            super(files);
            this.full = full;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            if (full.get()) throw new IOException("No space left on device");
            return super.createOutput(name, context);
        }
    }

    @Test
    void aFullDiskIsAFaultAndIsTriedAgain() {
        var full = new AtomicBoolean();
        try (var open = OpenIndex.in(folder, files -> new FullDisk(files, full))) {
            open.put(contribution("a", "Hafen", ""));
            open.keep();
            full.set(true);
            assertThatThrownBy(() -> open.put(contribution("b", "Hafen", "")))
                    .isInstanceOf(NotReady.class);
            assertThat(open.index().isReady()).isFalse();
            assertThat(open.index().state())
                    .isEqualTo(
                            new IndexState.Absent(
                                    Fault.NOT_WRITABLE,
                                    "java.io.IOException: No space left on device"));
            assertThatThrownBy(() -> open.found("hafen")).isInstanceOf(NotReady.class);
            full.set(false);
            assertThat(open.index().open()).isTrue();
            assertThat(open.found("hafen")).containsExactly("a");
        }
    }

    @Test
    void erasedWordsLeaveTheFiles() throws IOException {
        try (var open = OpenIndex.in(folder)) {
            for (var each = 0; each < 500; each++)
                open.index().put(contribution("i" + each, "Hafen", "Lärm"));
            open.put(contribution("erased", "", RARE), contribution("redacted", RARE, RARE));
            open.keep();
            assertThat(OpenIndex.isInTheFiles(folder, "кунчик")).isTrue();
            assertThat(open.index().isErasing()).isFalse();

            open.index().remove(new EntryKey("contribution", "erased"));
            open.put(contribution("redacted", "Hafen", ""));
            open.keep();
            assertThat(open.found(RARE)).isEmpty();
            assertThat(OpenIndex.isInTheFiles(folder, "кунчик")).isTrue();
            assertThat(open.index().isErasing()).isTrue();

            open.index().expunge(open.index().positions());
            assertThat(OpenIndex.isInTheFiles(folder, "кунчик")).isFalse();
            assertThat(open.index().isErasing()).isFalse();
            assertThat(open.found("hafen")).hasSize(200);
        }
    }

    @Test
    void anotherNumberErasesNothing() {
        try (var open = OpenIndex.in(folder)) {
            open.put(contribution("a", "Hafen", "Lärm"));
            open.put(contribution("a", "Hafen", "Lärm").number("supporters", 12));
            assertThat(open.index().isErasing()).isFalse();
            open.put(contribution("a", "Hafen", ""));
            assertThat(open.index().isErasing()).isTrue();
        }
    }

    @Test
    void whatWasErasedBeforeACrashIsErasedAfterIt() {
        try (var open = OpenIndex.in(folder)) {
            for (var each = 0; each < 500; each++)
                open.index().put(contribution("i" + each, "Hafen", ""));
            open.put(contribution("a", RARE, ""));
            open.keep();
            open.index().remove(new EntryKey("contribution", "a"));
            open.keep();
        }
        try (var index = opened()) {
            assertThat(index.isErasing()).isTrue();
        }
    }
}
