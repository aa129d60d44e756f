package de.stadtforum.messaging.documents;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/// An index that a query needs: what is compared for equality comes first, then what is a range or the order.
///
/// @param fields all ascending; it serves the opposite order as well
/// @param sparse documents without these fields are not in it
public record Index(List<String> fields, boolean sparse) {
    public Index {
        fields = List.copyOf(fields);
    }

    public static Index on(String... fields) {
        return new Index(List.of(fields), false);
    }

    /// Only of the documents that have the field, as few do.
    public static Index ofThoseWith(String... fields) {
        return new Index(List.of(fields), true);
    }

    /// The same of the fields of a state.
    public Index ofState() {
        return new Index(
                fields.stream()
                        .map(field -> field.equals("_id") ? field : "state." + field)
                        .toList(),
                sparse);
    }

    /// One command for all: each may wait for the one before where an index is built in the background.
    public static void create(MongoCollection<Document> collection, Index... indexes) {
        create(collection, Arrays.asList(indexes));
    }

    public static void create(MongoCollection<Document> collection, List<Index> indexes) {
        collection.createIndexes(indexes.stream().map(Index::model).toList());
    }

    /// A program before kept values apart by it.
    public static void dropUnique(MongoCollection<Document> collection, Index index) {
        for (var each : collection.listIndexes())
            if (each.getBoolean("unique", false)
                    && List.copyOf(each.get("key", Document.class).keySet()).equals(index.fields))
                collection.dropIndex(each.getString("name"));
    }

    private IndexModel model() {
        return new IndexModel(Indexes.ascending(fields), new IndexOptions().sparse(sparse));
    }
}
