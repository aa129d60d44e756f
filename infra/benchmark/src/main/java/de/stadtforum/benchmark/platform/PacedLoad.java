package de.stadtforum.benchmark.platform;

import de.stadtforum.benchmark.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A load with a constant rate, evenly spaced. An answer's time counts from when its request was due, so that a stall is not hidden by those who wait for it.
public final class PacedLoad {
    /// @param due and end: what `System.nanoTime()` says
    /// @param status 0 where the connection failed
    public record Answer(long due, long end, int status) {
        public double milliseconds() {
            return (end - due) / 1e6;
        }
    }

    private final int port;
    private final byte[] request;
    private final double nanosApart;
    private final long begin = System.nanoTime();
    private final AtomicLong next = new AtomicLong();
    private final List<CompletableFuture<List<Answer>>> senders = new ArrayList<>();
    private volatile boolean over;

    private PacedLoad(int port, String path, double perSecond) {
        this.port = port;
        request = Connection.get(port, path);
        nanosApart = 1e9 / perSecond;
    }

    /// @param connections as many answers may be awaited at once
    public static PacedLoad start(int port, String path, double perSecond, int connections) {
        var load = new PacedLoad(port, path, perSecond);
        for (var i = 0; i < connections; i++) {
            var sender = new CompletableFuture<List<Answer>>();
            load.senders.add(sender);
            Thread.ofPlatform().daemon().name("load").start(() -> load.send(sender));
        }
        return load;
    }

    private void send(CompletableFuture<List<Answer>> all) {
        var answers = new ArrayList<Answer>();
        Connection connection = null;
        while (!over) {
            var due = begin + (long) (next.getAndIncrement() * nanosApart);
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime())
                LockSupport.parkNanos(left);
            var status = 0;
            try {
                if (connection == null) connection = new Connection(port);
                status = connection.ask(request);
            } catch (IOException failed) {
                close(connection);
                connection = null;
            }
            answers.add(new Answer(due, System.nanoTime(), status));
        }
        close(connection);
        all.complete(answers);
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) connection.close();
        } catch (IOException gone) {
            // closed is closed
        }
    }

    /// Everything that was answered, once the last answers are there.
    public List<Answer> stop() {
        over = true;
        return senders.stream().flatMap(each -> each.join().stream()).toList();
    }

    /// Milliseconds of what was due between these two moments.
    public static Series between(List<Answer> answers, long from, long until) {
        return new Series(
                answers.stream()
                        .filter(answer -> answer.due() >= from && answer.due() < until)
                        .mapToDouble(Answer::milliseconds)
                        .toArray());
    }
}
