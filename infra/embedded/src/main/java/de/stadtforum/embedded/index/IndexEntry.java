package de.stadtforum.embedded.index;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/// One document's place in an index: its values as sortable bytes, then where the document is.
///
/// @param position null only in a bound: before all positions
@SuppressWarnings("ArrayRecordComponent")
record IndexEntry(byte[] bytes, @Nullable Object position) {

    static IndexEntry before(byte[] bytes) {
        return new IndexEntry(bytes, null);
    }

    /// After all entries of just these bytes.
    static IndexEntry after(byte[] bytes) {
        return before(Arrays.copyOf(bytes, bytes.length + 1));
    }

    /// By bytes, then in the order in which the collection holds its documents.
    static final class Type extends BasicDataType<IndexEntry> {
        private final DataType<Object> positions;

        Type(DataType<Object> positions) {
            this.positions = positions;
        }

        @Override
        public int compare(IndexEntry one, IndexEntry two) {
            var byBytes = Arrays.compareUnsigned(one.bytes, two.bytes);
            if (byBytes != 0) return byBytes;
            if (one.position == null || two.position == null)
                return Boolean.compare(one.position != null, two.position != null);
            return positions.compare(one.position, two.position);
        }

        @Override
        public int getMemory(IndexEntry entry) {
            return 48 + entry.bytes.length + positions.getMemory(entry.position);
        }

        @Override
        public void write(WriteBuffer buffer, IndexEntry entry) {
            buffer.putVarInt(entry.bytes.length).put(entry.bytes);
            positions.write(buffer, entry.position);
        }

        @Override
        public IndexEntry read(ByteBuffer buffer) {
            var bytes = new byte[DataUtils.readVarInt(buffer)];
            buffer.get(bytes);
            return new IndexEntry(bytes, positions.read(buffer));
        }

        @Override
        public IndexEntry[] createStorage(int size) {
            return new IndexEntry[size];
        }
    }
}
