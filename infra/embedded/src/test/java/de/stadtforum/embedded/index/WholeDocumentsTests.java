package de.stadtforum.embedded.index;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WholeDocumentsTests {
    private static final int WRITES = 600;
    private static final int FIELDS = 200;

    /// The version that a reader has read guards its next write: it must be that of the rest.
    @Test
    void showsNoReaderHalfAnUpdate() throws Exception {
        try (var store = IndexedStore.in(null);
                var writer = Executors.newSingleThreadExecutor()) {
            var votes = store.database().getCollection("votes");
            votes.insertOne(vote(0).append("_id", "one"));
            var written = writer.submit(() -> writeAll(votes));
            while (!written.isDone()) {
                var vote = votes.find(eq("_id", "one")).first();
                assertThat(vote.values().stream().filter(Integer.class::isInstance).distinct())
                        .hasSize(1);
            }
            written.get();
        }
    }

    private static void writeAll(MongoCollection<Document> votes) {
        for (var write = 1; write <= WRITES; write++)
            votes.updateOne(eq("_id", "one"), new Document("$set", vote(write)));
    }

    private static Document vote(int value) {
        var vote = new Document();
        IntStream.range(0, FIELDS).forEach(field -> vote.append("field" + field, value));
        return vote;
    }
}
