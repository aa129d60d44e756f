package de.stadtforum.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A port of this machine: is it taken, and by whom.
final class Port {
    private Port() {}

    static void requireFree(int port, String part) {
        if (isBusy(port))
            throw new CannotStart(
                    "port "
                            + port
                            + ", which "
                            + part
                            + " needs, is busy"
                            + owner(port)
                            + ": stop that program, or take other ports with --ports-from 18080.");
    }

    private static boolean isBusy(int port) {
        return accepts(port) || !canBind(port);
    }

    static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean canBind(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static List<Integer> free(int count) {
        var held = new ArrayList<ServerSocket>();
        try {
            while (held.size() < count) held.add(new ServerSocket(0));
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        } finally {
            for (var socket : held) {
                try {
                    socket.close();
                } catch (IOException gone) {
                    // closed is closed
                }
            }
        }
    }

    /// Names the process where the system tells it, else nothing.
    private static String owner(int port) {
        try {
            var ss =
                    new ProcessBuilder("ss", "-Hltnp", "sport = :" + port)
                            .redirectErrorStream(true)
                            .start();
            var found = new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var users = Pattern.compile("\\(\"([^\"]+)\",pid=(\\d+)").matcher(found);
            return users.find() ? " (" + users.group(1) + ", process " + users.group(2) + ")" : "";
        } catch (IOException unknown) {
            return "";
        }
    }
}
