package de.stadtforum.search;

import de.stadtforum.search.IndexState.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;

/// The opened files of an index: its only writer, and its readers.
///
/// What cannot be read whole, or means something else to this program, is emptied: all of it is in the database. Whatever is in the folder and
/// is not Lucene's stays.
///
/// @param positions how far the index follows its sources, in milliseconds since 1970 by kind; empty while it is not built
/// @param emptied why it is not what it was; null where it is, or where there was none
record IndexFolder(
        Directory directory,
        IndexWriter writer,
        SearcherManager searchers,
        SortedMap<String, Long> positions,
        @Nullable Fault emptied)
        implements AutoCloseable {
    /// Of a merged segment: what is erased leaves by writing its segment anew.
    private static final int MOST_SEGMENT_MB = 64;

    private static final int LEAST_DELETES_PERCENT = 5;
    private static final String FORM = "form";
    private static final String FIELDS = "fields";
    private static final String POSITION = "position.";

    /// What is in the folder cannot be used.
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final Fault fault;

        Unusable(Fault fault, @Nullable Throwable cause) {
            super(fault.name(), cause);
            this.fault = fault;
        }
    }

    /// @param fields what the entries' keywords and numbers mean, in the caller's words: an index of other words is built anew
    /// @param sort in which the entries lie
    /// @param wrap what stands before the files
    /// @throws LockObtainFailedException when another process, or another index of this one, has the folder
    /// @throws IOException when it cannot be written
    static IndexFolder open(Path folder, String fields, Sort sort, UnaryOperator<Directory> wrap)
            throws IOException {
        var directory = wrap.apply(new MMapDirectory(folder));
        try {
            if (Arrays.stream(directory.listAll()).noneMatch(IndexFolder::isOfTheIndex))
                return created(directory, fields, sort, null);
            try {
                return existing(directory, fields, sort);
            } catch (Unusable unusable) {
                empty(directory);
                return created(directory, fields, sort, unusable.fault);
            }
        } catch (IOException | RuntimeException failed) {
            directory.close();
            throw failed;
        }
    }

    private static IndexFolder created(
            Directory directory, String fields, Sort sort, @Nullable Fault emptied)
            throws IOException {
        var writer = new IndexWriter(directory, config(OpenMode.CREATE, sort));
        var created =
                new IndexFolder(directory, writer, searchersOf(writer), new TreeMap<>(), emptied);
        // one that is killed while it is built is not damaged
        created.commit(fields, new TreeMap<>());
        return created;
    }

    private static IndexFolder existing(Directory directory, String fields, Sort sort)
            throws IOException, Unusable {
        IndexWriter writer = null;
        try {
            var positions = positions(SegmentInfos.readLatestCommit(directory), fields);
            writer = new IndexWriter(directory, config(OpenMode.APPEND, sort));
            return new IndexFolder(directory, writer, intact(writer), positions, null);
        } catch (LockObtainFailedException inUse) {
            throw inUse;
        } catch (Unusable other) {
            throw other;
        } catch (IndexFormatTooNewException newer) {
            throw new Unusable(Fault.NEWER, newer);
        } catch (IndexFormatTooOldException older) {
            throw new Unusable(Fault.OUTDATED, older);
        } catch (IOException | RuntimeException damaged) {
            if (writer != null) writer.rollback();
            throw new Unusable(Fault.DAMAGED, damaged);
        }
    }

    private static SortedMap<String, Long> positions(SegmentInfos commit, String fields)
            throws Unusable {
        var said = commit.getUserData();
        var form = Integer.parseInt(said.getOrDefault(FORM, "0"));
        if (form > IndexedEntry.FORM) throw new Unusable(Fault.NEWER, null);
        if (form < IndexedEntry.FORM || !fields.equals(said.get(FIELDS)))
            throw new Unusable(Fault.OUTDATED, null);
        var positions = new TreeMap<String, Long>();
        said.forEach((name, value) -> {
            if (name.startsWith(POSITION))
                positions.put(name.substring(POSITION.length()), Long.valueOf(value));
        });
        return positions;
    }

    /// Reads every byte once: an index of a gigabyte takes a second or two.
    private static SearcherManager intact(IndexWriter writer) throws IOException {
        try (var reader = DirectoryReader.open(writer)) {
            for (var leaf : reader.leaves())
                if (leaf.reader() instanceof CodecReader files) files.checkIntegrity();
        }
        return searchersOf(writer);
    }

    private static void empty(Directory directory) throws IOException {
        try (var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (var file : directory.listAll())
                if (isOfTheIndex(file) || file.equals(IndexWriter.WRITE_LOCK_NAME))
                    directory.deleteFile(file);
        }
    }

    private static boolean isOfTheIndex(String file) {
        return file.startsWith("_")
                || file.startsWith("segments")
                || file.startsWith("pending_segments");
    }

    private static SearcherManager searchersOf(IndexWriter writer) throws IOException {
        return new SearcherManager(writer, new SearcherFactory());
    }

    private static IndexWriterConfig config(OpenMode mode, Sort sort) {
        var merges = new TieredMergePolicy();
        merges.setMaxMergedSegmentMB(MOST_SEGMENT_MB);
        merges.setDeletesPctAllowed(LEAST_DELETES_PERCENT);
        merges.setForceMergeDeletesPctAllowed(0);
        var scheduler = new ConcurrentMergeScheduler();
        scheduler.setMaxMergesAndThreads(6, 1);
        return new IndexWriterConfig(new GermanText())
                .setOpenMode(mode)
                .setIndexSort(sort)
                .setMergePolicy(merges)
                .setMergeScheduler(scheduler)
                .setCommitOnClose(false);
    }

    void commit(String fields, SortedMap<String, Long> positions) throws IOException {
        var said = new TreeMap<String, String>();
        said.put(FORM, "" + IndexedEntry.FORM);
        said.put(FIELDS, fields);
        positions.forEach((kind, position) -> said.put(POSITION + kind, "" + position));
        writer.setLiveCommitData(said.entrySet());
        writer.commit();
    }

    /// Merges that run may still carry what was deleted meanwhile: they are waited for first.
    void expunge() throws IOException {
        writer.flush();
        ((ConcurrentMergeScheduler) writer.getConfig().getMergeScheduler()).sync();
        writer.forceMergeDeletes(true);
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            searchers.close();
        }
    }
}
