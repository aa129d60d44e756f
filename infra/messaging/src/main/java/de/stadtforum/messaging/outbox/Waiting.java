package de.stadtforum.messaging.outbox;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An aggregate that has something to tell.
record Waiting(MongoCollection<Document> collection, String id) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Waiting that
                && id.equals(that.id)
                && collection.getNamespace().equals(that.collection.getNamespace());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
