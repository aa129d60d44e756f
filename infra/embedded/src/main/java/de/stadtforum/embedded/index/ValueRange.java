package de.stadtforum.embedded.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The values from one bound to another, in BSON's order.
record ValueRange(Bound from, Bound to) {

    /// Before or after all values whose bytes begin so: one value, or all of its type.
    ///
    /// @param value the value, null where the bytes are a type
    @SuppressWarnings("ArrayRecordComponent")
    record Bound(byte[] bytes, boolean after, @Nullable Object value) implements Comparable<Bound> {
        static Bound before(byte[] bytes, @Nullable Object value) {
            return new Bound(bytes, false, value);
        }

        static Bound after(byte[] bytes, @Nullable Object value) {
            return new Bound(bytes, true, value);
        }

        byte[] edge() {
            return after ? SortableBytes.after(bytes) : bytes;
        }

        Bound inverted() {
            return new Bound(SortableBytes.inverted(bytes), !after, value);
        }

        @Override
        public int compareTo(Bound other) {
            return Arrays.compareUnsigned(edge(), other.edge());
        }
    }

    static ValueRange only(byte[] bytes, @Nullable Object value) {
        return new ValueRange(Bound.before(bytes, value), Bound.after(bytes, value));
    }

    boolean isOneValue() {
        return isNull()
                || (from.value != null
                        && !from.after
                        && to.after
                        && Arrays.equals(from.bytes, to.bytes));
    }

    private boolean isNull() {
        return from.bytes[0] == SortableBytes.NULL && to.bytes[0] == SortableBytes.NULL;
    }

    boolean isEmpty() {
        return from.compareTo(to) >= 0;
    }

    ValueRange inverted() {
        return new ValueRange(to.inverted(), from.inverted());
    }
}
