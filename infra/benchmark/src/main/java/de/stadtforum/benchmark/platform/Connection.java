package de.stadtforum.benchmark.platform;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One HTTP/1.1 connection that stays open; it reads an answer to its end and keeps nothing but its status (RFC 9112).
public final class Connection implements AutoCloseable {
    private static final int PATIENCE = 30_000; // milliseconds

    private final Socket socket;
    private final BufferedInputStream in;
    private final StringBuilder line = new StringBuilder();

    public Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    public static byte[] get(int port, String path) {
        return "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
                .formatted(path, port)
                .getBytes(StandardCharsets.US_ASCII);
    }

    public int ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = Integer.parseInt(line().substring(9, 12));
        var length = 0L;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            var value = header.substring(name.length() + 1).trim();
            if (name.equals("content-length")) length = Long.parseLong(value);
            if (name.equals("transfer-encoding")) chunked = value.equalsIgnoreCase("chunked");
        }
        if (chunked) skipChunks();
        else in.skipNBytes(length);
        return status;
    }

    private void skipChunks() throws IOException {
        for (var length = chunk(); length > 0; length = chunk()) in.skipNBytes(length + 2);
        while (!line().isEmpty()) continue; // trailers
    }

    private long chunk() throws IOException {
        return Long.parseLong(line().split(";")[0].trim(), 16);
    }

    private String line() throws IOException {
        line.setLength(0);
        for (var each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) throw new EOFException("the connection ended");
            if (each != '\r') line.append((char) each);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
