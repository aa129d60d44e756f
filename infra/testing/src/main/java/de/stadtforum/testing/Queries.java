package de.stadtforum.testing;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/// All that our programs ask of the database while a module's tests run, with the indexes that they have made; what a test asks by itself
/// is not counted.
public final class Queries implements CommandListener {
    private static final String CORE = "de.stadtforum.messaging.";

    /// Collections that stay small whatever the city does, with the reason.
    private static final Map<String, String> FEW =
            new TreeMap<>(
                    Map.of(
                            "tellers", "one for each instance",
                            "feeds", "one for each feed",
                            "rebuilds", "one for each feed",
                            "building", "one for each rebuild under way",
                            "drops", "one for each decision of an operator",
                            "dismissals", "one for each decision of an operator"));

    static final Queries SEEN = new Queries();

    /// @param sparse only of the documents that have a field of it, as few do
    /// @param unique at most one document has these values
    private record Made(List<String> fields, boolean sparse, boolean unique) {
        boolean serves(Query query) {
            return query.isServedBy(fields)
                    || sparse && query.names(fields.getFirst())
                    || unique && query.equal().containsAll(fields);
        }

        String words() {
            return String.join(", ", fields) + (sparse ? " (sparse)" : "");
        }
    }

    private final Map<String, Set<Made>> indexes = new ConcurrentHashMap<>();
    private final Map<Query, SortedSet<String>> askers = new ConcurrentHashMap<>();
    private final Map<Query, Plans.Asked> unexplained = new ConcurrentHashMap<>();
    private final Map<String, String> few = new ConcurrentHashMap<>(FEW);

    private Queries() {}

    /// The same settings, watched.
    public static MongoClientSettings watched(MongoClientSettings settings) {
        return MongoClientSettings.builder(settings)
                .addCommandListener(SEEN)
                .addCommandListener(RequestQueries.SEEN)
                .build();
    }

    /// Whatever is asked of this collection, it stays small.
    void staysSmall(String collection, String reason) {
        few.put(collection, reason);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var command = event.getCommand();
        if (event.getCommandName().equals("createIndexes")) {
            var collection = nameOf(command.getString("createIndexes").getValue());
            for (var index : command.getArray("indexes"))
                indexes.computeIfAbsent(collection, _ -> ConcurrentHashMap.newKeySet())
                        .add(
                                new Made(
                                        List.copyOf(index.asDocument().getDocument("key").keySet()),
                                        isSaid(index, "sparse"),
                                        isSaid(index, "unique")));
            return;
        }
        var asked = asked(event.getCommandName(), command);
        if (asked.isEmpty()) return;
        asker().ifPresent(asker ->
                asked.forEach(query ->
                        askers.computeIfAbsent(
                                        query,
                                        _ -> {
                                            unexplained.put(
                                                    query,
                                                    Plans.Asked.of(
                                                            event.getDatabaseName(), command));
                                            return new ConcurrentSkipListSet<>();
                                        })
                                .add(asker)));
    }

    private static boolean isSaid(BsonValue index, String option) {
        return index.asDocument().getBoolean(option, BsonBoolean.FALSE).getValue();
    }

    private static List<Query> asked(String name, BsonDocument command) {
        var nothing = new BsonDocument();
        return switch (name) {
            case "find" ->
                    Query.of(
                            nameOf(command.getString("find").getValue()),
                            command.getDocument("filter", nothing),
                            command.getDocument("sort", nothing),
                            command.containsKey("limit"));
            case "aggregate" ->
                    command.isString("aggregate")
                            ? aggregated(command)
                            : List.of(); // of the database
            case "distinct" ->
                    Query.of(
                            nameOf(command.getString(name).getValue()),
                            withKey(command),
                            nothing,
                            false);
            case "count" -> counted(command);
            case "findAndModify" ->
                    Query.of(
                            nameOf(command.getString(name).getValue()),
                            command.getDocument("query", nothing),
                            command.getDocument("sort", nothing),
                            false);
            case "update" -> each(command, "update", "updates");
            case "delete" -> each(command, "delete", "deletes");
            default -> List.of();
        };
    }

    /// How many there are in all a server knows without looking.
    private static List<Query> counted(BsonDocument count) {
        var filter = count.getDocument("query", new BsonDocument());
        return filter.isEmpty()
                ? List.of()
                : Query.of(
                        nameOf(count.getString("count").getValue()),
                        filter,
                        new BsonDocument(),
                        false);
    }

    /// The values of a field are read from an index that begins with it.
    private static BsonDocument withKey(BsonDocument distinct) {
        var filter = distinct.getDocument("query", new BsonDocument());
        return filter.isEmpty()
                ? new BsonDocument(
                        distinct.getString("key").getValue(),
                        new BsonDocument("$exists", BsonBoolean.TRUE))
                : filter;
    }

    private static List<Query> aggregated(BsonDocument command) {
        var first = command.getArray("pipeline").stream().findFirst().map(BsonValue::asDocument);
        var match =
                first.filter(stage -> stage.containsKey("$match"))
                        .map(stage -> stage.getDocument("$match"))
                        .orElse(new BsonDocument());
        return Query.of(
                nameOf(command.getString("aggregate").getValue()),
                match,
                new BsonDocument(),
                false);
    }

    private static List<Query> each(BsonDocument command, String name, String what) {
        var queries = new ArrayList<Query>();
        for (var each : command.getArray(what, new BsonArray()))
            queries.addAll(
                    Query.of(
                            nameOf(command.getString(name).getValue()),
                            each.asDocument().getDocument("q"),
                            new BsonDocument(),
                            false));
        return queries;
    }

    /// Rebuilds and replays name their collections after the feed.
    private static String nameOf(String collection) {
        return collection.replaceFirst("~[^+]*", "").replaceFirst("^replay-[^+]*-(?=[a-z])", "");
    }

    /// The class of ours that asks; nobody where a test asks by itself or through the core alone.
    private static Optional<String> asker() {
        var ours =
                StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                        .walk(frames ->
                                frames.<Class<?>>map(StackFrame::getDeclaringClass)
                                        .filter(Queries::isOurs)
                                        .toList());
        if (ours.isEmpty() || isTest(ours.getFirst())) return Optional.empty();
        var behindTheCore =
                ours.stream().filter(type -> !type.getName().startsWith(CORE)).findFirst();
        return behindTheCore.filter(Queries::isTest).isPresent()
                ? Optional.empty()
                : Optional.of(ours.getFirst().getName().replaceFirst(".*\\.", ""));
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("de.stadtforum.")
                && type.getPackage() != Queries.class.getPackage();
    }

    private static boolean isTest(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    private boolean isServed(Query query) {
        return few.containsKey(query.collection())
                || query.equal().contains("_id")
                || query.isServedBy(List.of("_id"))
                || indexes.getOrDefault(query.collection(), Set.of()).stream()
                        .anyMatch(made -> made.serves(query));
    }

    /// Those that no index serves, with who asks them.
    SortedSet<String> unserved() {
        var unserved = new TreeSet<String>();
        askers.forEach((query, by) -> {
            if (!isServed(query)) unserved.add(query.words() + " " + String.join(", ", by) + " |");
        });
        return unserved;
    }

    /// Those new ones for which the server would read a whole collection; each is asked about once.
    SortedSet<String> scanned(Predicate<Plans.Asked> readsAll) {
        var scanned = new TreeSet<String>();
        for (var query : List.copyOf(unexplained.keySet())) {
            var asked = unexplained.remove(query);
            if (asked != null && !few.containsKey(query.collection()) && readsAll.test(asked))
                scanned.add(query.words());
        }
        return scanned;
    }

    /// Each with the index that serves it, as a line of a table.
    SortedSet<String> lines() {
        return lines(askers.keySet());
    }

    /// Those about the fields of a state: the service's own. What the core asks beside them depends on what happened to fail or to wait.
    SortedSet<String> linesOfTheService() {
        return lines(askers.keySet().stream().filter(Query::isOfState).toList());
    }

    private SortedSet<String> lines(Collection<Query> queries) {
        var lines = new TreeSet<String>();
        queries.forEach(query -> lines.add(query.words() + " " + server(query) + " |"));
        return lines;
    }

    private String server(Query query) {
        if (query.equal().contains("_id")) return "by id";
        var reason = few.get(query.collection());
        if (reason != null) return "few: " + reason;
        return indexes.getOrDefault(query.collection(), Set.of()).stream()
                .filter(made -> made.serves(query))
                .map(Made::words)
                .min(String::compareTo)
                .orElse(query.isServedBy(List.of("_id")) ? "_id" : "**none**");
    }
}
