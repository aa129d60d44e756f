package de.stadtforum.search;

import de.stadtforum.messaging.context.CacheTags;
import de.stadtforum.messaging.documents.BadCursor;
import de.stadtforum.search.GermanText.Word;
import de.stadtforum.search.IndexState.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index of a process, in a folder of its own: answers lists, searches and counts with keys.
///
/// It is a copy and may be lost at any time. Whatever is wrong with its files makes it not ready, never its caller fail: [#find] then throws
/// [NotReady], and whoever keeps the index opens it again.
public final class SearchIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    private static final int MOST_WORDINGS = 10_000;

    private final Path folder;
    private final String fields;
    private final Sort sort;
    private final UnaryOperator<Directory> wrap;
    private final GermanText german = new GermanText();
    // of what was written last, which readers may not see yet
    private final Map<EntryKey, Long> wordings =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<EntryKey, Long> eldest) {
                    return size() > MOST_WORDINGS;
                }
            };
    private volatile @Nullable IndexFolder opened;
    private volatile IndexState state = new IndexState.Absent(null, "not opened yet");
    private volatile boolean built;
    private volatile boolean erases;
    private volatile long visible;
    private volatile long ownWords;

    /// @param folder this index's alone; whoever else opens it is told [Fault#IN_USE]
    /// @param fields what the keywords and numbers of the entries mean, in any words: an index with others is built anew
    /// @param newest the number by which entries lie in the files, the largest first: what is asked for most is found soonest
    public SearchIndex(Path folder, String fields, String newest) {
        this(folder, fields, newest, UnaryOperator.identity());
    }

    SearchIndex(Path folder, String fields, String newest, UnaryOperator<Directory> wrap) {
        this.folder = folder;
        this.fields = fields + "; " + newest;
        this.sort = Sorting.descending(newest).sort();
        this.wrap = wrap;
    }

    /// Opens it where it is not open; what is damaged or outdated is emptied and waits to be built.
    ///
    /// @return whether it can be written now; why not is in [#state]
    public synchronized boolean open() {
        if (opened != null) return true;
        try {
            var files = IndexFolder.open(folder, fields, sort, wrap);
            visible = 0;
            ownWords = 0;
            synchronized (wordings) {
                wordings.clear();
            }
            built = !files.positions().isEmpty();
            erases = files.writer().hasDeletions();
            opened = files;
            if (files.emptied() != null)
                LOG.warn("index {}: {}, built anew", folder, files.emptied());
            state = new IndexState.Building(files.emptied(), 0, 0);
            return true;
        } catch (LockObtainFailedException inUse) {
            absent(Fault.IN_USE, inUse);
        } catch (IOException | RuntimeException failed) {
            absent(Fault.NOT_WRITABLE, failed);
        }
        return false;
    }

    private void absent(Fault fault, Exception why) {
        if (!(state instanceof IndexState.Absent(var before, _)) || before != fault)
            LOG.warn("index {}: {}, {}", folder, fault, why.toString());
        state = new IndexState.Absent(fault, why.toString());
    }

    /// Whether it answers: open, and built from all that there is.
    public boolean isReady() {
        return opened != null && built;
    }

    public IndexState state() {
        if (!isReady()) return state;
        try {
            return reading(each -> new IndexState.Ready(each.getIndexReader().numDocs()));
        } catch (NotReady since) {
            return since.state();
        }
    }

    /// Whoever asks here from now on sees this change.
    ///
    /// @param change as [#put] gave it
    void mustBeSeen(long change) {
        ownWords = Math.max(ownWords, change);
    }

    /// Writes an entry in place of the one with its key.
    ///
    /// @return the change, for [Question#seen]
    /// @throws NotReady when it is not open
    public long put(Entry entry) {
        return writing(files -> {
            noteErasure(entry.key(), IndexedEntry.wording(entry));
            return files.writer()
                    .updateDocument(IndexedEntry.term(entry.key()), IndexedEntry.of(entry));
        });
    }

    /// @return the change, for [Question#seen]
    /// @throws NotReady when it is not open
    public long remove(EntryKey key) {
        return writing(files -> {
            noteErasure(key, IndexedEntry.NO_WORDING);
            return files.writer().deleteDocuments(IndexedEntry.term(key));
        });
    }

    /// Only other words or none leave something behind that must not stay: numbers that change do not cost an [#expunge].
    private void noteErasure(EntryKey key, long wording) {
        synchronized (wordings) {
            var before = wordings.get(key);
            if (before == null && built)
                before = reading(searcher -> IndexedEntry.wording(searcher, key));
            wordings.put(key, wording);
            if (before != null && before != IndexedEntry.NO_WORDING && before != wording)
                erases = true;
        }
    }

    /// Makes everything that was written findable.
    public void refresh() {
        writing(files -> {
            var written = files.writer().getMaxCompletedSequenceNumber();
            files.searchers().maybeRefreshBlocking();
            visible = Math.max(visible, written);
            return written;
        });
    }

    /// Keeps what was written until now, and with it how far it follows its sources; with that it is built.
    ///
    /// @param positions in milliseconds since 1970 by kind, at least one
    public void commit(SortedMap<String, Long> positions) {
        refresh();
        writing(files -> {
            files.commit(fields, positions);
            // while it was built nobody looked at what was replaced
            if (!built) erases = files.writer().hasDeletions();
            built = true;
            return 0L;
        });
    }

    /// As they were last kept; empty while it is not built.
    SortedMap<String, Long> positions() {
        var files = opened;
        return files == null ? new TreeMap<>() : files.positions();
    }

    /// Changes with each opening.
    @Nullable Object opening() {
        return opened;
    }

    /// It follows other sources than before.
    void empty() {
        writing(files -> files.writer().deleteAll());
        built = false;
        state = new IndexState.Building(Fault.OUTDATED, 0, 0);
    }

    void building(long done, long about) {
        if (state instanceof IndexState.Building(var because, _, _))
            state = new IndexState.Building(because, done, about);
    }

    /// Whether words were removed or replaced that are still in the files.
    public boolean isErasing() {
        return erases;
    }

    /// Takes the words of removed and replaced entries out of the files: segments that hold some are written anew, and the old ones go with the
    /// last commit and the last reader. It takes as long as that, beside everything else.
    public void expunge(SortedMap<String, Long> positions) {
        erases = false;
        try {
            writing(files -> {
                files.expunge();
                return 0L;
            });
            commit(positions);
            writing(files -> {
                files.writer().deleteUnusedFiles();
                return 0L;
            });
        } catch (NotReady failed) {
            erases = true;
            throw failed;
        }
    }

    /// Of what a page shows something is not said here: whoever knows says it ([CacheTags#showing]).
    ///
    /// @throws BadCursor when the cursor is none, or belongs to another question
    /// @throws NotReady when it is not open or not built
    public Found find(Question question) {
        CacheTags.showsMore();
        var after =
                question.cursor() == null ? null : SearchCursor.read(question.cursor(), question);
        if (!isReady()) throw new NotReady(state);
        if (Math.max(question.seen(), ownWords) > visible) refresh();
        var words = question.words() == null ? List.<Word>of() : german.words(question.words());
        return reading(searcher -> Search.of(searcher, question, words, after).found());
    }

    private interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        return withFiles(files -> {
            var searcher = files.searchers().acquire();
            try {
                return reading.of(searcher);
            } finally {
                files.searchers().release(searcher);
            }
        });
    }

    private interface Work<T> {
        T on(IndexFolder files) throws IOException;
    }

    private long writing(Work<Long> work) {
        return withFiles(work);
    }

    /// A fault of the files ends the opening, whoever notices it first.
    private <T> T withFiles(Work<T> work) {
        var files = opened;
        if (files == null) throw new NotReady(state);
        try {
            return work.on(files);
        } catch (IOException | AlreadyClosedException failed) {
            fail(files, failed);
            throw new NotReady(state);
        }
    }

    private synchronized void fail(IndexFolder files, Exception why) {
        if (!Objects.equals(opened, files)) return;
        opened = null;
        var tragic = files.writer().getTragicException();
        absent(Fault.NOT_WRITABLE, tragic instanceof Exception cause ? cause : why);
        closeQuietly(files);
    }

    private void closeQuietly(IndexFolder files) {
        try {
            files.close();
        } catch (IOException | RuntimeException failed) {
            LOG.warn("index {} did not close: {}", folder, failed.toString());
        }
    }

    /// What was not committed is read from the sources again by the next opening.
    @Override
    public synchronized void close() {
        var files = opened;
        opened = null;
        state = new IndexState.Absent(null, "closed");
        if (files != null) closeQuietly(files);
    }
}
