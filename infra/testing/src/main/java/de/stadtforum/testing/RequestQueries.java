package de.stadtforum.testing;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/// Knows which commands to the database a request sends and which come from beside it. Those that write beside it and may yet change a page
/// are counted: what other services told, what followed from a fact, what a test plants by itself. Collections of which no page reads do not count.
final class RequestQueries implements CommandListener {
    static final RequestQueries SEEN = new RequestQueries();

    private static final ScopedValue<Boolean> READS = ScopedValue.newInstance();

    /// A command and where its changes stand; those of a removal need not say.
    private static final Map<String, String> WRITES =
            Map.of(
                    "insert", "documents",
                    "update", "updates",
                    "findAndModify", "update",
                    "delete", "deletes",
                    "drop", "");

    private static final String TEMPLATES = "org.thymeleaf.";
    private static final BsonString NONE = new BsonString("");
    private static final Set<String> READINGS = Set.of("find", "aggregate", "count", "distinct");

    private final Set<String> read = ConcurrentHashMap.newKeySet();
    private final Set<String> readByTemplates = ConcurrentHashMap.newKeySet();
    private final Set<Integer> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();

    private RequestQueries() {}

    /// A request of a page, or a command, whose writes are its own.
    ///
    /// @param reads whether pages show what is read here
    static <T> T duringRequest(boolean reads, Supplier<T> request) {
        return ScopedValue.where(READS, reads).call(request::get);
    }

    /// How much was written beside requests: the same before and after something when nothing was under way meanwhile.
    long beside() {
        return count.get();
    }

    /// Collections that were read while a page was already being written, when it is too late to say what it shows.
    ///
    /// @return live; it may be cleared
    Set<String> readByTemplates() {
        return readByTemplates;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var name = event.getCommandName();
        if (READS.isBound()) {
            if (READS.get() && READINGS.contains(name)) reads(collection(name, event));
        } else if (WRITES.containsKey(name)
                && read.contains(collection(name, event))
                && changesState(WRITES.get(name), event.getCommand())) {
            underWay.add(event.getRequestId());
            count.incrementAndGet();
        }
    }

    private void reads(String collection) {
        read.add(collection);
        if (StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(each -> each.getClassName().startsWith(TEMPLATES))))
            readByTemplates.add(collection);
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        ended(event.getRequestId());
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        ended(event.getRequestId());
    }

    private void ended(int request) {
        if (underWay.remove(request)) count.incrementAndGet();
    }

    /// None where it is about the whole database; rebuilt feeds go by their feed.
    private static String collection(String command, CommandStartedEvent event) {
        var named = event.getCommand().get(command, NONE);
        return named.isString() ? named.asString().getValue().replaceFirst("~.*", "") : "";
    }

    /// What waits to be told, who tells it and when is no page's.
    private static boolean changesState(String where, BsonDocument command) {
        return where.isEmpty()
                || where.equals("deletes")
                || all(command.get(where, new BsonArray())).stream()
                        .anyMatch(RequestQueries::namesState);
    }

    private static BsonArray all(BsonValue changes) {
        return changes.isArray() ? changes.asArray() : new BsonArray(List.of(changes));
    }

    private static boolean namesState(BsonValue change) {
        return change.isDocument()
                && change.asDocument().entrySet().stream()
                        .anyMatch(each ->
                                each.getKey().equals("state")
                                        || each.getKey().startsWith("state.")
                                        || isChange(each.getKey()) && namesState(each.getValue()));
    }

    private static boolean isChange(String key) {
        return key.equals("u") || key.startsWith("$");
    }
}
