package de.stadtforum.benchmark.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsInFilesTests {
    private static final List<String> WORDS =
            IntStream.range(0, 60).mapToObj(Words::unique).toList();

    @TempDir Path folder;
    private WordsInFiles words;

    @BeforeEach
    void none() {
        words = new WordsInFiles(folder, WORDS);
    }

    private static BitSet numbers(int... some) {
        var numbers = new BitSet();
        for (var each : some) numbers.set(each);
        return numbers;
    }

    @Test
    void aWordIsSeenAlsoWithoutItsBeginningAndAtTheVeryEnd() throws IOException {
        Files.writeString(folder.resolve("a"), "Laterne " + WORDS.get(7) + " Gehweg");
        Files.writeString(folder.resolve("b"), "Park" + WORDS.get(59).substring(2));
        assertThat(words.look()).isEqualTo(numbers(7, 59));
    }

    @Test
    void othersAreNot() throws IOException {
        Files.writeString(folder.resolve("a"), Words.unique(60) + WORDS.get(7).substring(0, 4));
        Files.createFile(folder.resolve("empty"));
        assertThat(words.look()).isEqualTo(numbers());
    }

    @Test
    void whatIsGoneIsNotSeen() throws IOException {
        var file = Files.writeString(folder.resolve("a"), WORDS.get(3));
        assertThat(words.look()).isEqualTo(numbers(3));
        Files.delete(file);
        assertThat(words.look()).isEqualTo(numbers());
    }
}
