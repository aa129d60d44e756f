package de.stadtforum.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.stadtforum.embedded.index.IndexedDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/// What anybody was answered is on disk, and a write is there whole or not at all: a read waits for the commit of what it saw,
/// a commit waits for the writes that are half done, and one commit serves all who wait. A commit waits for no read, or one that takes seconds
/// would hold up everybody.
final class DurableBackend extends H2Backend {
    private static final Duration TIDY_EVERY = Duration.ofMillis(500);
    private static final int TIDY_BELOW_PERCENT = 60;

    /// Commands that change nothing, whatever is in them.
    private static final Set<String> READING =
            Set.of("find", "getMore", "count", "distinct", "listIndexes", "listCollections");

    private static final int TIDY_BYTES = 4 * 1024 * 1024;

    /// A quarter of the library's own: a document that is looked up by its key brings all of its page along, and a commit writes all of it.
    private static final int PAGE_BYTES = 4 * 1024;

    private final MVStore store;
    private final Map<String, MongoDatabase> opened;

    /// Writes share it while they change the maps; a commit has it alone.
    private final ReentrantReadWriteLock applying = new ReentrantReadWriteLock();

    private final Object committing = new Object();
    private volatile long commits;

    /// Whether somebody may have changed something since the last commit.
    private volatile boolean changed;

    static DurableBackend in(Path file) {
        // no commit but ours: the store's own background commit could take half a write
        var store =
                new MVStore.Builder()
                        .fileName(file.toString())
                        .autoCommitDisabled()
                        .autoCommitBufferSize(0)
                        .cacheSize(32)
                        .pageSplitSize(PAGE_BYTES)
                        .open();
        store.setRetentionTime(0);
        return new DurableBackend(store);
    }

    private DurableBackend(MVStore store) {
        // the library opens the databases while it is constructed
        this.store = store;
        this.opened = new ConcurrentHashMap<>();
        super(store);
    }

    /// Once each: the library opens them all anew to list them, and two would keep the same indexes.
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return opened.computeIfAbsent(
                name, _ -> new IndexedDatabase(name, getMvStore(), getCursorRegistry()));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        opened.remove(name);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var answer = onlyReads(message.getDocument()) ? read(message) : write(message);
        var seen = commits;
        if (changed) commitAfter(seen);
        return answer;
    }

    private static boolean onlyReads(Document command) {
        var name = command.keySet().iterator().next();
        return READING.contains(name)
                || name.equals("aggregate")
                        && command.get("pipeline") instanceof List<?> stages
                        && stages.stream().noneMatch(DurableBackend::writes);
    }

    private static boolean writes(Object stage) {
        return !(stage instanceof Document it)
                || it.containsKey("$out")
                || it.containsKey("$merge");
    }

    /// What it reads stays in the file until it is done, though it may be replaced meanwhile.
    private Document read(MongoMessage message) {
        var usage = store.registerVersionUsage();
        try {
            return super.handleMessage(message);
        } finally {
            store.deregisterVersionUsage(usage);
        }
    }

    private Document write(MongoMessage message) {
        applying.readLock().lock();
        try {
            changed = true;
            return super.handleMessage(message);
        } finally {
            applying.readLock().unlock();
        }
    }

    private void commitAfter(long seen) {
        synchronized (committing) {
            if (commits > seen) return;
            applying.writeLock().lock();
            try {
                store.commit();
                changed = false;
                commits = seen + 1;
            } finally {
                applying.writeLock().unlock();
            }
        }
    }

    /// Takes the place of the store's own background writer: without it the file grows without bound.
    void tidyInBackground() {
        Thread.ofPlatform()
                .daemon()
                .name("tidy")
                .start(() -> {
                    while (!store.isClosed()) {
                        LockSupport.parkNanos(TIDY_EVERY.toNanos());
                        tidy();
                    }
                });
    }

    private void tidy() {
        applying.writeLock().lock();
        try {
            if (!store.isClosed() && store.compact(TIDY_BELOW_PERCENT, TIDY_BYTES)) store.commit();
        } finally {
            applying.writeLock().unlock();
        }
    }
}
