package de.stadtforum.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/// A collector of traces as any other: takes OTLP over HTTP and reads the protocol's bytes.
final class Collector implements AutoCloseable {
    record Span(String service, String trace, String id, String parent, String name) {}

    /// The numbers of the fields in opentelemetry-proto's `trace.proto`.
    private static final int RESOURCE_SPANS = 1;

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/v1/traces",
                exchange -> {
                    var body = ByteBuffer.wrap(exchange.getRequestBody().readAllBytes());
                    fields(
                            body,
                            (field, value) -> {
                                if (field == RESOURCE_SPANS) resource(value);
                            });
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Span> spans() {
        return spans;
    }

    private void resource(ByteBuffer resourceSpans) {
        var service = new String[] {""};
        fields(
                resourceSpans,
                (field, value) -> {
                    if (field == 1) fields(value, (_, attribute) -> service[0] += name(attribute));
                    if (field == 2)
                        fields(
                                value,
                                (inner, span) -> {
                                    if (inner == 2) span(service[0], span);
                                });
                });
    }

    private static String name(ByteBuffer attribute) {
        var parts = new String[] {"", ""};
        fields(
                attribute,
                (field, value) -> {
                    if (field == 1) parts[0] = text(value);
                    if (field == 2)
                        fields(
                                value,
                                (kind, content) -> {
                                    if (kind == 1) parts[1] = text(content);
                                });
                });
        return parts[0].equals("service.name") ? parts[1] : "";
    }

    private void span(String service, ByteBuffer span) {
        var parts = new String[] {"", "", "", ""};
        fields(
                span,
                (field, value) -> {
                    switch (field) {
                        case 1 -> parts[0] = hex(value);
                        case 2 -> parts[1] = hex(value);
                        case 4 -> parts[2] = hex(value);
                        case 5 -> parts[3] = text(value);
                        default -> {}
                    }
                });
        spans.add(new Span(service, parts[0], parts[1], parts[2], parts[3]));
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    private static String hex(ByteBuffer bytes) {
        var all = new byte[bytes.remaining()];
        bytes.duplicate().get(all);
        return HexFormat.of().formatHex(all);
    }

    /// Each field that holds bytes; numbers are passed over.
    private static void fields(ByteBuffer message, BiConsumer<Integer, ByteBuffer> each) {
        while (message.hasRemaining()) {
            var key = (int) number(message);
            switch (key & 7) {
                case 0 -> number(message);
                case 1 -> message.position(message.position() + 8);
                case 2 -> {
                    var length = (int) number(message);
                    each.accept(key >> 3, message.slice(message.position(), length));
                    message.position(message.position() + length);
                }
                case 5 -> message.position(message.position() + 4);
                default -> throw new IllegalStateException("wire type " + (key & 7));
            }
        }
    }

    private static long number(ByteBuffer message) {
        var number = 0L;
        for (var shift = 0; ; shift += 7) {
            var next = message.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) return number;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
