package de.stadtforum.documents.files;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.stadtforum.documents.uploads.Upload;
import de.stadtforum.messaging.documents.Index;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/// The files of one service. A file is there whole or not at all: it is announced, written piece by piece, and only then kept; what a crash
/// leaves in between is found by its announcement and removed.
public final class StoredFiles {
    /// So long an upload may take; what was announced before that and is not kept is nobody's.
    public static final Duration LONGEST_UPLOAD = Duration.ofMinutes(30);

    /// So many files belong to one thing at most.
    public static final int MOST = 200;

    static final int PIECE = 255 * 1024;

    private enum State {
        ARRIVING,
        KEPT,
        GOING
    }

    private final MongoCollection<Document> files;
    private final MongoCollection<Document> pieces;
    private final InstantSource clock;
    private final AtomicLong used = new AtomicLong();

    public StoredFiles(MongoDatabase database, InstantSource clock) {
        files = database.getCollection("files");
        pieces = database.getCollection("files-pieces");
        this.clock = clock;
        Index.create(files, Index.on("owner", "state", "at", "_id"), Index.on("state", "at"));
    }

    /// The same file once more, as after an answer that was lost, is the one that is there.
    ///
    /// @param owner what it belongs to
    /// @param by who sent it
    /// @throws IOException when its content cannot be read or takes too long; nothing of it is kept then
    public StoredFile keep(String owner, Upload.Accepted upload, String by) throws IOException {
        var id = UUID.randomUUID().toString();
        files.insertOne(
                new Document("_id", id)
                        .append("owner", owner)
                        .append("state", State.ARRIVING.name())
                        .append("at", clock.millis())
                        .append("name", upload.name())
                        .append("kind", upload.kind().name())
                        .append("size", upload.size())
                        .append("by", by));
        try {
            var hash = write(id, upload);
            var before = known(owner, upload.name(), hash);
            if (before.isPresent()) {
                remove(id);
                return before.get();
            }
            var kept =
                    Updates.combine(
                            Updates.set("hash", hash), Updates.set("state", State.KEPT.name()));
            if (files.updateOne(eq("_id", id), kept).getMatchedCount() == 0)
                throw new IOException("it took longer than " + LONGEST_UPLOAD);
        } catch (IOException | RuntimeException failed) {
            remove(id);
            throw failed;
        }
        used.addAndGet(upload.size());
        return find(id).orElseThrow();
    }

    private Optional<StoredFile> known(String owner, String name, String hash) {
        return of(owner).stream()
                .filter(each -> each.name().equals(name) && each.hash().equals(hash))
                .findFirst();
    }

    /// Whether one more may belong to it; two that come at once may both be the last.
    public boolean takesMore(String owner) {
        return files.countDocuments(
                        and(eq("owner", owner), eq("state", State.KEPT.name())),
                        new CountOptions().limit(MOST))
                < MOST;
    }

    private String write(String id, Upload.Accepted upload) throws IOException {
        var hash = sha256();
        try (var content = Files.newInputStream(upload.content())) {
            var number = 0;
            for (var piece = content.readNBytes(PIECE);
                    piece.length > 0;
                    piece = content.readNBytes(PIECE)) {
                hash.update(piece);
                pieces.insertOne(
                        new Document("_id", piece(id, number++))
                                .append("bytes", new Binary(piece)));
            }
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String piece(String id, long number) {
        return "%s/%06d".formatted(id, number);
    }

    private static Bson piecesOf(String id) {
        return and(gte("_id", id + "/"), lt("_id", id + "0"));
    }

    public Optional<StoredFile> find(String id) {
        return Optional.ofNullable(files.find(eq("_id", id)).first())
                .filter(each -> each.getString("state").equals(State.KEPT.name()))
                .map(StoredFile::of);
    }

    /// Those that belong to it, the oldest first.
    public List<StoredFile> of(String owner) {
        return files.find(and(eq("owner", owner), eq("state", State.KEPT.name())))
                .sort(Sorts.ascending("at", "_id"))
                .limit(MOST)
                .map(StoredFile::of)
                .into(new ArrayList<>());
    }

    /// Its bytes, read piece by piece, however large it is; what is skipped is not read.
    ///
    /// @return fails where the file is removed meanwhile
    public InputStream open(StoredFile file) {
        return new PieceStream(file, this::bytes);
    }

    private byte[] bytes(StoredFile file, long number) throws IOException {
        var piece = pieces.find(eq("_id", piece(file.id(), number))).first();
        if (piece == null) throw new IOException(file.id() + " is gone");
        return piece.get("bytes", Binary.class).getData();
    }

    /// One that was sent by mistake.
    public void remove(String id) {
        find(id).ifPresent(kept -> used.addAndGet(-kept.size()));
        files.updateOne(eq("_id", id), Updates.set("state", State.GOING.name()));
        finish(id);
    }

    /// All that belongs to something that is erased.
    public void removeAllOf(String owner) {
        files.updateMany(eq("owner", owner), Updates.set("state", State.GOING.name()));
        files.find(eq("owner", owner))
                .forEach(each -> {
                    used.addAndGet(-size(each));
                    finish(each.getString("_id"));
                });
    }

    /// The announcement goes last: whoever finds it knows that something may be left.
    private void finish(String id) {
        pieces.deleteMany(piecesOf(id));
        files.deleteOne(eq("_id", id));
    }

    /// Removes what a crash left of uploads and removals, and counts anew what the others take.
    ///
    /// @return how many files were removed
    public int sweep() {
        var abandoned = clock.millis() - LONGEST_UPLOAD.toMillis();
        var left = new ArrayList<String>();
        files.find(eq("state", State.GOING.name()))
                .forEach(each -> left.add(each.getString("_id")));
        files.find(and(eq("state", State.ARRIVING.name()), lt("at", abandoned)))
                .forEach(each -> left.add(each.getString("_id")));
        left.forEach(this::finish);
        var all = 0L;
        for (var each :
                files.find(eq("state", State.KEPT.name())).projection(Projections.include("size")))
            all += size(each);
        used.set(all);
        return left.size();
    }

    /// How many bytes its files have, as this process knows: counted with each sweep, and what it took and removed since.
    public long used() {
        return used.get();
    }

    private static long size(Document file) {
        return file.get("size", Number.class).longValue();
    }
}
