package de.stadtforum.web.live;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open page. It is written to by a thread of its own, so that whoever does not read holds up nobody else; of several marks only the newest
/// is sent.
final class LiveReader {
    private final SseEmitter emitter;
    private final Duration heartbeat;
    private final long until;
    private final BlockingQueue<String> next = new ArrayBlockingQueue<>(1);
    private final Consumer<LiveReader> gone;
    private final Thread writing;

    /// @param first the mark as it stands
    /// @param atMost after which the stream ends
    /// @param gone called once when nobody reads any more
    LiveReader(
            SseEmitter emitter,
            String first,
            Duration heartbeat,
            Duration atMost,
            Consumer<LiveReader> gone) {
        this.until = System.nanoTime() + atMost.toNanos();
        this.emitter = emitter;
        this.heartbeat = heartbeat;
        this.gone = gone;
        next.add(first);
        writing = Thread.ofVirtual().name("live").unstarted(this::write);
        emitter.onCompletion(this::end);
        emitter.onError(_ -> end());
    }

    void start() {
        writing.start();
    }

    synchronized void tell(String mark) {
        next.clear();
        next.add(mark);
    }

    void end() {
        writing.interrupt();
    }

    private void write() {
        try {
            for (var left = left(); left > 0; left = left())
                send(next.poll(Math.min(left, heartbeat.toNanos()), TimeUnit.NANOSECONDS));
        } catch (IOException | IllegalStateException closed) {
            // the reader has gone, which is the usual end
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            gone.accept(this);
            complete();
        }
    }

    private void complete() {
        try {
            emitter.complete();
        } catch (IllegalStateException over) {
            // the server has seen before that the reader has gone
        }
    }

    private long left() {
        return until - System.nanoTime();
    }

    private void send(@Nullable String mark) throws IOException {
        emitter.send(
                mark == null
                        ? SseEmitter.event().comment("")
                        : SseEmitter.event().id(mark).reconnectTime(2_000).data(mark));
    }
}
