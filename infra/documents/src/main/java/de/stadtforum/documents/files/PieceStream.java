package de.stadtforum.documents.files;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of a file, of which one piece at a time is in memory.
final class PieceStream extends InputStream {
    /// Reads one piece of a file, counted from 0.
    interface Pieces {
        byte[] read(StoredFile file, long number) throws IOException;
    }

    private final StoredFile file;
    private final Pieces pieces;
    private long position;
    private long number = -1;
    private byte[] piece = {};

    PieceStream(StoredFile file, Pieces pieces) {
        this.file = file;
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (position >= file.size()) return -1;
        if (number != position / StoredFiles.PIECE) {
            number = position / StoredFiles.PIECE;
            piece = pieces.read(file, number);
        }
        var begin = (int) (position % StoredFiles.PIECE);
        var count = Math.min(length, piece.length - begin);
        if (count <= 0) throw new IOException(file.id() + " is shorter than it was");
        System.arraycopy(piece, begin, to, offset, count);
        position += count;
        return count;
    }

    @Override
    public long skip(long count) {
        var skipped = Math.max(0, Math.min(count, file.size() - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, file.size() - position);
    }
}
