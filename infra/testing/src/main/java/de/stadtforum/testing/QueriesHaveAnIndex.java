package de.stadtforum.testing;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails the class of tests during which a program of ours asked something that no index serves, or asked for fields of a state what is not in
/// the module's list (`queries.md`), or for which the server, where it can explain, would read a whole collection. With `-Dqueries.write=true` the
/// list is written anew from all that was asked until the end.
///
/// What stays small whatever the city does needs no index: it stands in the list's own part of exceptions, `few: collection, reason`.
public final class QueriesHaveAnIndex implements BeforeAllCallback, AfterAllCallback {
    private static final Path LIST = Path.of("queries.md");
    private static final String FEW = "few: ";
    private static final AtomicBoolean READ = new AtomicBoolean();
    private static final Set<String> REPORTED = new HashSet<>();
    private static final Once<Plans> PLANS =
            new Once<>(() -> new Plans(MongoClients.create(TestPlatform.mongodbUri())));

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!READ.compareAndSet(false, true)) return;
        for (var line : list())
            if (line.startsWith(FEW)) {
                var parts = line.substring(FEW.length()).split(", ", 2);
                Queries.SEEN.staysSmall(parts[0], parts[1]);
            }
        if (Boolean.getBoolean("queries.write"))
            Runtime.getRuntime().addShutdownHook(new Thread(QueriesHaveAnIndex::write));
    }

    private static java.util.List<String> list() {
        try {
            return Files.exists(LIST) ? Files.readAllLines(LIST) : java.util.List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        if (!Files.exists(LIST) || Boolean.getBoolean("queries.write")) return;
        var wrong = new TreeSet<String>();
        Queries.SEEN.unserved().forEach(each -> wrong.add("no index serves " + each));
        Queries.SEEN
                .scanned(asked -> PLANS.get().readsAll(asked))
                .forEach(each -> wrong.add("the server reads all for " + each));
        var listed = new HashSet<>(list());
        for (var line : Queries.SEEN.linesOfTheService())
            if (!listed.contains(line))
                wrong.add("not in queries.md (-Dqueries.write=true writes it): " + line);
        wrong.removeAll(REPORTED);
        REPORTED.addAll(wrong);
        if (!wrong.isEmpty()) throw new AssertionError(String.join("\n", wrong));
    }

    private static void write() {
        var few = list().stream().filter(line -> line.startsWith(FEW)).toList();
        var text =
                """
                # What is asked of the database, and the index that serves it

                Written by the module's tests (with `-Dqueries.write=true`) from all that its programs asked while they ran; red when something is \
                asked that is not in the table or that no index serves. `=` is a comparison with one value or a few, `…` any other; (first) asks \
                only for the first of them.

                """
                        + String.join("\n", few)
                        + (few.isEmpty() ? "" : "\n\n")
                        + "| collection | filter | order | index |\n|---|---|---|---|\n"
                        + String.join("\n", lines())
                        + "\n";
        try {
            Files.writeString(LIST, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SortedSet<String> lines() {
        return Queries.SEEN.lines();
    }
}
