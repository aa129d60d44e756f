package de.stadtforum.benchmark.scale;

import de.stadtforum.benchmark.Series;
import de.stadtforum.benchmark.platform.Http;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Residents who read one page after another without a pause, until they are stopped.
final class Readers {
    /// @param begin what `System.nanoTime()` said
    /// @param status 0 where the connection failed
    record Read(String address, long begin, double milliseconds, int status) {}

    private final List<CompletableFuture<List<Read>>> all = new ArrayList<>();
    private volatile boolean over;

    private Readers() {}

    static Readers start(int port, int count, Supplier<String> next) {
        return start(port, count, next, (_, _) -> {});
    }

    /// @param look what a reader does with each answer; its time does not count
    static Readers start(
            int port,
            int count,
            Supplier<String> next,
            BiConsumer<String, HttpResponse<String>> look) {
        var readers = new Readers();
        for (var i = 0; i < count; i++) {
            var reader = new CompletableFuture<List<Read>>();
            readers.all.add(reader);
            Thread.ofPlatform()
                    .daemon()
                    .name("reader")
                    .start(() -> {
                        try {
                            reader.complete(readers.read(port, next, look));
                        } catch (RuntimeException | Error failed) {
                            reader.completeExceptionally(failed);
                        }
                    });
        }
        return readers;
    }

    private List<Read> read(
            int port, Supplier<String> next, BiConsumer<String, HttpResponse<String>> look) {
        var read = new ArrayList<Read>();
        while (!over) {
            var address = next.get();
            var clock = Stopwatch.start();
            try {
                var answer = Http.get(port, address);
                read.add(
                        new Read(
                                address, clock.begin(), clock.milliseconds(), answer.statusCode()));
                look.accept(address, answer);
            } catch (UncheckedIOException failed) {
                read.add(new Read(address, clock.begin(), clock.milliseconds(), 0));
            }
        }
        return read;
    }

    /// Everything that was read, once the last answers are there.
    List<Read> stop() {
        over = true;
        return all.stream().flatMap(each -> each.join().stream()).toList();
    }

    static long failed(List<Read> read) {
        return read.stream().filter(each -> each.status != 200).count();
    }

    static Series milliseconds(List<Read> read) {
        return new Series(read.stream().mapToDouble(Read::milliseconds).toArray());
    }
}
