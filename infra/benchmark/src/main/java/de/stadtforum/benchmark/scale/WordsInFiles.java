package de.stadtforum.benchmark.scale;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of some words stand in the bytes of the files of a folder.
///
/// An index writes only once what words near each other begin with: so a word is known by eight of its bytes behind its second letter, which has to
/// be Hangul, three bytes each.
final class WordsInFiles {
    private static final int BEHIND = 2 * 3;
    private static final int BYTES = Long.BYTES;

    private final Path folder;
    private final Map<Long, Integer> words = new HashMap<>();

    /// First bytes of what is looked for: hardly any other byte is one.
    private final BitSet begins = new BitSet(256);

    WordsInFiles(Path folder, List<String> some) {
        this.folder = folder;
        for (var word : some) {
            var bytes = ByteBuffer.wrap(word.getBytes(StandardCharsets.UTF_8));
            begins.set(bytes.get(BEHIND) & 0xFF);
            words.put(bytes.getLong(BEHIND), words.size());
        }
    }

    /// @return the numbers of those that are there; a file that goes meanwhile is gone
    BitSet look() throws IOException {
        var seen = new BitSet();
        for (var file : files()) {
            try (var channel = FileChannel.open(file)) {
                look(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), seen);
            } catch (NoSuchFileException gone) {
                continue;
            }
        }
        return seen;
    }

    private Collection<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).toList());
        }
    }

    private void look(MappedByteBuffer bytes, BitSet seen) {
        bytes.order(ByteOrder.BIG_ENDIAN);
        for (var i = 0; i <= bytes.limit() - BYTES; i++) {
            if (!begins.get(bytes.get(i) & 0xFF)) continue;
            var word = words.get(bytes.getLong(i));
            if (word != null) seen.set(word);
        }
    }
}
