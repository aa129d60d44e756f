package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// BSON values as bytes whose unsigned order is that of the library's comparator. No encoding is the beginning of another, and equal
/// values have equal bytes whatever their type: 1, 1L and 1.0.
final class SortableBytes {
    /// Other bytes, other version: indexes of another version are built anew.
    static final int VERSION = 1;

    /// Missing is null: the comparator sees no difference.
    static final byte NULL = 0x10;

    /// Stands for an array as such, beside its elements.
    static final byte ARRAY = 0x50;

    private static final byte NUMBER = 0x20;
    private static final byte STRING = 0x30;
    private static final byte BINARY = 0x60;
    private static final byte LEGACY_UUID = 0x62;
    private static final byte UNIVERSAL_ID = 0x64;
    private static final byte OBJECT_ID = 0x70;
    private static final byte BOOLEAN = 0x78;
    private static final byte DATE = 0x7a;
    private static final byte TIMESTAMP = 0x7c;

    /// From here on the comparator cuts the fraction off when the other number is a long, so there is no order.
    private static final double FRACTIONS_BELOW = 1L << 31;

    private static final double LONGS_BELOW = 0x1p63;

    private SortableBytes() {}

    /// @return null for what has no place in the order: documents, arrays, decimals, infinities, patterns, the smallest and largest key
    static byte @Nullable [] of(@Nullable Object value) {
        return switch (value) {
            case null -> new byte[] {NULL};
            case Missing _ -> new byte[] {NULL};
            case Integer number -> integral(number);
            // as a double it equals its neighbour
            case Long number -> number == Long.MAX_VALUE ? null : integral(number);
            case Double number -> number(number);
            case String text -> text(text);
            case BinData binary -> binary(binary.getData());
            // the comparator takes its halves as signed numbers
            case LegacyUUID id -> id(LEGACY_UUID, id.getUuid(), Long.MIN_VALUE);
            case UUID id -> id(UNIVERSAL_ID, id, 0);
            case ObjectId id -> concatenated(new byte[] {OBJECT_ID}, id.toByteArray());
            case Boolean flag -> new byte[] {BOOLEAN, (byte) (flag ? 1 : 0)};
            case Instant date -> date(date);
            case BsonTimestamp timestamp ->
                    ByteBuffer.allocate(9).put(TIMESTAMP).putLong(timestamp.getValue()).array();
            default -> null;
        };
    }

    private static byte[] integral(long number) {
        return ByteBuffer.allocate(10).put(NUMBER).putLong(signed(number)).array();
    }

    private static byte @Nullable [] number(double number) {
        var floor = Math.floor(number);
        if (floor == number) return Math.abs(number) < LONGS_BELOW ? integral((long) number) : null;
        if (!(Math.abs(number) < FRACTIONS_BELOW)) return null;
        // behind the integer below it, by the order of its bits
        var bits = Double.doubleToLongBits(number);
        return ByteBuffer.allocate(18)
                .put(NUMBER)
                .putLong(signed((long) floor))
                .put((byte) 1)
                .putLong(bits < 0 ? ~bits : signed(bits))
                .array();
    }

    /// By UTF-16 units as `String.compareTo`, each one up and in as many bytes as UTF-8 takes, ended by 0.
    private static byte[] text(String text) {
        var bytes = ByteBuffer.allocate(3 * text.length() + 2).put(STRING);
        for (var i = 0; i < text.length(); i++) putUnit(bytes, text.charAt(i) + 1);
        return Arrays.copyOf(bytes.array(), bytes.position() + 1);
    }

    private static void putUnit(ByteBuffer bytes, int unit) {
        if (unit < 0x80) {
            bytes.put((byte) unit);
        } else if (unit < 0x800) {
            bytes.put((byte) (0xc0 | (unit >> 6))).put((byte) (0x80 | (unit & 0x3f)));
        } else {
            // 0x10000 still fits: it begins with 0xf0
            bytes.put((byte) (0xe0 + (unit >> 12)))
                    .put((byte) (0x80 | ((unit >> 6) & 0x3f)))
                    .put((byte) (0x80 | (unit & 0x3f)));
        }
    }

    /// The shorter is the smaller.
    private static byte[] binary(byte[] data) {
        return ByteBuffer.allocate(5 + data.length)
                .put(BINARY)
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static byte[] id(byte type, UUID id, long flip) {
        return ByteBuffer.allocate(17)
                .put(type)
                .putLong(id.getMostSignificantBits() ^ flip)
                .putLong(id.getLeastSignificantBits() ^ flip)
                .array();
    }

    private static byte[] date(Instant date) {
        return ByteBuffer.allocate(13)
                .put(DATE)
                .putLong(signed(date.getEpochSecond()))
                .putInt(date.getNano())
                .array();
    }

    private static long signed(long number) {
        return number ^ Long.MIN_VALUE;
    }

    /// For a field that the index holds in descending order.
    static byte[] inverted(byte[] bytes) {
        var inverted = bytes.clone();
        for (var i = 0; i < inverted.length; i++) inverted[i] = (byte) ~inverted[i];
        return inverted;
    }

    static byte[] concatenated(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /// The smallest bytes that are greater than all that begin so; some byte must be other than 0xff.
    static byte[] after(byte[] beginning) {
        var length = beginning.length;
        while (beginning[length - 1] == (byte) 0xff) length--;
        var next = Arrays.copyOf(beginning, length);
        next[length - 1]++;
        return next;
    }
}
