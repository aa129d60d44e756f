package de.stadtforum.search;

import de.stadtforum.messaging.documents.BadCursor;
import de.stadtforum.messaging.documents.BadCursor.Why;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;

/// Where the next lines begin, as its reader carries it: opaque, and good for the same question alone. It holds the place itself, so it costs
/// the same wherever it stands, and what comes or goes before it shifts nothing.
final class SearchCursor {
    private static final byte FORM = 1;
    private static final int LONGEST = 6_000;
    private static final int DIGEST = 8;

    private SearchCursor() {}

    static String of(Question question, FieldDoc last) {
        var key = Sorting.keyOf(last);
        var place = ByteBuffer.allocate(1 + DIGEST + Float.BYTES + Long.BYTES + key.length);
        place.put(FORM).put(digest(subject(question)));
        place.putFloat(question.sorting().byRank() ? (Float) last.fields[0] : 0);
        place.putLong(Sorting.numberOf(last));
        place.put(key.bytes, key.offset, key.length);
        return signed(place.array());
    }

    /// With its own digest behind it: whoever changes a bit has no cursor any more.
    static String signed(byte[] place) {
        var whole = ByteBuffer.allocate(place.length + DIGEST).put(place).put(digest(place));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    /// @throws BadCursor when it is none, of another form, or belongs to another question
    static FieldDoc read(String cursor, Question question) {
        if (cursor.length() > LONGEST) throw new BadCursor(Why.NO_CURSOR);
        var whole = decoded(cursor);
        var end = whole.length - DIGEST;
        if (end < 1 || !isDigestOf(whole, end)) throw new BadCursor(Why.NO_CURSOR);
        if (whole[0] != FORM) throw new BadCursor(Why.OF_ANOTHER_VERSION);
        var place = ByteBuffer.wrap(whole, 1, end - 1);
        try {
            var subject = new byte[DIGEST];
            place.get(subject);
            if (!Arrays.equals(subject, digest(subject(question))))
                throw new BadCursor(Why.OF_ANOTHER_LIST);
            var rank = place.getFloat();
            var number = place.getLong();
            var key = new byte[place.remaining()];
            place.get(key);
            var fields =
                    question.sorting().byRank()
                            ? new Object[] {rank, number, new BytesRef(key)}
                            : new Object[] {number, new BytesRef(key)};
            // behind every document that has the same place, and that is the entry itself
            return new FieldDoc(Integer.MAX_VALUE, rank, fields);
        } catch (BufferUnderflowException tooShort) {
            throw new BadCursor(Why.NO_CURSOR);
        }
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException none) {
            throw new BadCursor(Why.NO_CURSOR);
        }
    }

    private static boolean isDigestOf(byte[] whole, int end) {
        return Arrays.equals(
                digest(Arrays.copyOf(whole, end)), Arrays.copyOfRange(whole, end, whole.length));
    }

    private static byte[] subject(Question question) {
        var subject = List.of("" + question.words(), question.filters(), question.sorting());
        return subject.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), DIGEST);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
