package de.stadtforum.benchmark.scale;

import de.stadtforum.benchmark.Results;
import de.stadtforum.benchmark.platform.Jars;
import java.io.IOException;
import java.nio.file.Path;

/// Lists and search with many contributions. The parts share one city, which is filled for the first of them; each stops what it started.
public final class Scale {
    private static final int IN_THE_LARGEST = 6_000;

    private final Path root;
    private final City few;
    private final City many;

    /// @param most contributions of the larger city
    public Scale(Path root, Path folder, int few, int most) throws IOException {
        this.root = root;
        var jars = new Jars(root, folder);
        var inTheLargest = Math.min(IN_THE_LARGEST, few * 6 / 10);
        this.few = City.ofLabs(jars, few, inTheLargest);
        this.many = City.whole(jars, most, inTheLargest);
    }

    /// How long lists and search take.
    public void lists(Results results) throws Exception {
        try (few;
                many) {
            few.fill(results);
            many.fill(results);
            Lists.into(results, few, many);
        }
    }

    /// How soon another process finds what was published, and that its lists go on when the first is killed.
    public void found(Results results) throws Exception {
        try (many) {
            many.fill(results);
            Found.into(results, many);
        }
    }

    /// How soon erased words are gone.
    public void erased(Results results) throws Exception {
        try (many) {
            many.fill(results);
            Erased.into(results, many);
        }
    }

    /// What reporting computes from all of them.
    public void computed(Results results) throws Exception {
        try (many) {
            many.fill(results);
            Computed.into(results, many);
        }
    }

    /// Everything that everybody may read.
    public void walk(Results results) throws Exception {
        try (many) {
            many.fill(results);
            Walk.into(results, many, root);
        }
    }
}
