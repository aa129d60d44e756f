package de.stadtforum.reporting.figures;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/// The data files that released figures were computed with, each kept once under the hash of its bytes: the city's data goes on, a report's does not.
@Component
public class DataFiles {
    private final MongoCollection<Document> files;

    DataFiles(MongoDatabase database) {
        files = database.getCollection("datafiles");
    }

    /// @param contents by name
    /// @return SHA-256 in hex, by name
    public SortedMap<String, String> keep(SortedMap<String, byte[]> contents) {
        var hashes = new TreeMap<String, String>();
        contents.forEach((name, bytes) -> {
            var hash = Proof.sha256(bytes);
            files.replaceOne(
                    eq(hash),
                    new Document("_id", hash)
                            .append("name", name)
                            .append("bytes", new Binary(bytes)),
                    new ReplaceOptions().upsert(true));
            hashes.put(name, hash);
        });
        return hashes;
    }

    /// @throws FileNotKept where one is gone, or is not what it was
    public SortedMap<String, byte[]> read(SortedMap<String, String> hashes) {
        var contents = new TreeMap<String, byte[]>();
        hashes.forEach((name, hash) -> {
            var kept = files.find(eq(hash)).first();
            if (kept == null) throw new FileNotKept(name);
            var bytes = kept.get("bytes", Binary.class).getData();
            if (!Proof.sha256(bytes).equals(hash)) throw new FileNotKept(name);
            contents.put(name, bytes);
        });
        return contents;
    }
}
