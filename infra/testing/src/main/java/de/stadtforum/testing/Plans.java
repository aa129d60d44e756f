package de.stadtforum.testing;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/// What the server itself says how it would find what is asked, where it can explain: MongoDB does, the embedded store does not.
final class Plans {
    /// What belongs to the call and not to what is asked.
    private static final Set<String> OF_THE_CALL =
            Set.of(
                    "lsid",
                    "txnNumber",
                    "readConcern",
                    "writeConcern",
                    "maxTimeMS",
                    "apiVersion",
                    "apiStrict",
                    "apiDeprecationErrors");

    /// CommandNotFound, NotImplemented
    private static final Set<Integer> CANNOT = Set.of(59, 238);

    /// A command as it was sent.
    record Asked(String database, BsonDocument command) {
        static Asked of(String database, BsonDocument command) {
            var asked = new BsonDocument();
            command.forEach((name, value) -> {
                if (!name.startsWith("$") && !OF_THE_CALL.contains(name)) asked.put(name, value);
            });
            return new Asked(database, BsonDocument.parse(asked.toJson()));
        }
    }

    private final MongoClient client;
    private boolean canExplain = true;

    Plans(MongoClient client) {
        this.client = client;
    }

    boolean canExplain() {
        return canExplain;
    }

    /// Whether it would read the whole collection.
    boolean readsAll(Asked asked) {
        if (!canExplain) return false;
        try {
            var plan =
                    client.getDatabase(asked.database)
                            .runCommand(
                                    new BsonDocument("explain", one(asked.command))
                                            .append("verbosity", new BsonString("queryPlanner")),
                                    ReadPreference.primary(),
                                    BsonDocument.class);
            return stages(plan).contains("COLLSCAN");
        } catch (MongoCommandException failed) {
            if (!CANNOT.contains(failed.getErrorCode())) throw failed;
            canExplain = false;
            return false;
        }
    }

    /// Only one update or delete can be explained at a time.
    private static BsonDocument one(BsonDocument command) {
        for (var several : Set.of("updates", "deletes"))
            if (command.containsKey(several))
                return command.clone()
                        .append(several, new BsonArray(command.getArray(several).subList(0, 1)));
        return command;
    }

    /// The kinds of steps in whatever plan was chosen; those that were not are left out.
    static Set<String> stages(BsonValue plan) {
        var stages = new TreeSet<String>();
        if (plan.isArray()) plan.asArray().forEach(each -> stages.addAll(stages(each)));
        if (plan.isDocument())
            plan.asDocument()
                    .forEach((name, value) -> {
                        if (name.equals("stage") && value.isString())
                            stages.add(value.asString().getValue());
                        else if (!name.equals("rejectedPlans")) stages.addAll(stages(value));
                    });
        return stages;
    }
}
