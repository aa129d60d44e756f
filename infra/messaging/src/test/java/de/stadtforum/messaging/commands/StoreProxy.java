package de.stadtforum.messaging.commands;

import com.mongodb.ServerAddress;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.BsonArray;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/// Stands between a program and the store, and spoils the answer to a command as a replica set in trouble does.
final class StoreProxy implements AutoCloseable {
    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;

    /// How the next command of a name is answered.
    ///
    /// @param applied the store gets it all the same
    /// @param code of the error; 0 for a connection that is cut
    record Fault(String command, boolean applied, int code, Runnable meanwhile) {
        static Fault cut(String command) {
            return new Fault(command, true, 0, () -> {});
        }

        /// Cut before the store has it.
        static Fault lost(String command) {
            return new Fault(command, false, 0, () -> {});
        }

        static Fault answered(String command, boolean applied, int code) {
            return new Fault(command, applied, code, () -> {});
        }
    }

    private final ServerSocket server;
    private final ServerAddress store;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Fault> next = new AtomicReference<>();

    StoreProxy(ServerAddress store) {
        this.store = store;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void spoil(Fault fault) {
        next.set(fault);
    }

    /// The fault has happened.
    boolean spoilt() {
        return next.get() == null;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var behind = new Socket(store.getHost(), store.getPort())) {
            sockets.add(behind);
            var asked = new DataInputStream(client.getInputStream());
            var answered = new DataInputStream(behind.getInputStream());
            while (true) {
                var request = read(asked);
                var fault = next.get();
                if (fault == null
                        || !fault.command.equals(command(request))
                        || !next.compareAndSet(fault, null)) {
                    behind.getOutputStream().write(request);
                    client.getOutputStream().write(read(answered));
                    continue;
                }
                if (fault.applied) {
                    behind.getOutputStream().write(request);
                    read(answered);
                }
                fault.meanwhile.run();
                if (fault.code == 0) return;
                client.getOutputStream().write(answer(request, fault.code));
            }
        } catch (EOFException | SocketException ended) {
            // one of the two has gone
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] read(DataInputStream from) throws IOException {
        var length = Integer.reverseBytes(from.readInt());
        var message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        from.readFully(message.array(), 4, length - 4);
        return message.array();
    }

    private static String command(byte[] request) {
        var message = ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN);
        if (message.getInt(12) != OP_MSG || message.get(HEADER + 4) != 0) return "";
        message.position(HEADER + 5);
        try (var reader = new BsonBinaryReader(message.slice().order(ByteOrder.LITTLE_ENDIAN))) {
            return new BsonDocumentCodec()
                    .decode(reader, DecoderContext.builder().build())
                    .getFirstKey();
        }
    }

    /// `wtimeout` comes beside a write that was applied; everything else instead of an answer.
    private static byte[] answer(byte[] request, int code) {
        var wrong =
                new BsonDocument("code", new BsonInt32(code))
                        .append("codeName", new BsonString("Spoilt"))
                        .append("errmsg", new BsonString("spoilt on purpose"));
        var body =
                code == 64
                        ? new BsonDocument("ok", new BsonInt32(1))
                                .append("n", new BsonInt32(1))
                                .append("nModified", new BsonInt32(1))
                                .append("writeConcernError", wrong)
                        : wrong.append("ok", new BsonInt32(0));
        if (code == 64) body.append("writeErrors", new BsonArray());
        var buffer = new BasicOutputBuffer();
        try (var writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec().encode(writer, body, EncoderContext.builder().build());
        }
        var document = buffer.toByteArray();
        var asked = ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN);
        return ByteBuffer.allocate(HEADER + 5 + document.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(HEADER + 5 + document.length)
                .putInt(1)
                .putInt(asked.getInt(4))
                .putInt(OP_MSG)
                .putInt(0)
                .put((byte) 0)
                .put(document)
                .array();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : sockets) socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
