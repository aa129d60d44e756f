package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;

/// Documents as they travel, BSON behind a tag of one byte. What has no form there, or was written by a program before, is a serialized
/// object, which costs many times as much.
final class DocumentType extends BasicDataType<Document> {
    /// No tag of the library's own types begins with it.
    private static final byte BSON = 0x7b;

    private static final int OBJECT = 40;
    private static final int FIELD = 48;
    private static final int VALUE = 24;
    private static final int LARGEST_KEPT = 1024 * 1024;

    private final DataType<Object> objects = new ObjectDataType();
    private final ThreadLocal<ByteBuf> buffers = ThreadLocal.withInitial(Unpooled::buffer);

    @Override
    public void write(WriteBuffer out, Document document) {
        var bytes = buffers.get().clear();
        try {
            BsonEncoder.encodeDocument(document, bytes);
        } catch (RuntimeException noForm) {
            objects.write(out, document);
            return;
        }
        out.put(BSON).put(bytes.nioBuffer());
        if (bytes.capacity() > LARGEST_KEPT) buffers.remove();
    }

    @Override
    public Document read(ByteBuffer in) {
        if (in.get(in.position()) != BSON) return (Document) objects.read(in);
        in.get();
        var bytes = Unpooled.wrappedBuffer(in);
        var document = BsonDecoder.decodeBson(bytes);
        in.position(in.position() + bytes.readerIndex());
        return document;
    }

    /// Roughly, and the same for the same document: the store splits its pages by it.
    @Override
    public int getMemory(Document document) {
        return sizeOf(document);
    }

    private static int sizeOf(@Nullable Object value) {
        return switch (value) {
            case String text -> OBJECT + text.length();
            case Map<?, ?> fields -> {
                var sum = OBJECT;
                for (var each : fields.values()) sum += FIELD + sizeOf(each);
                yield sum;
            }
            case Collection<?> elements -> {
                var sum = OBJECT;
                for (var each : elements) sum += sizeOf(each);
                yield sum;
            }
            case byte[] bytes -> OBJECT + bytes.length;
            case null, default -> VALUE;
        };
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
