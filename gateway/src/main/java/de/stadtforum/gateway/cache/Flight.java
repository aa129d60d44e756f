package de.stadtforum.gateway.cache;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// One asks and the others wait; when nothing comes that is for everybody, each asks for themselves. When the one leaves before the answer, one of the others asks instead.
final class Flight {
    final Commands.Moment asked;
    final long at = System.nanoTime();
    private final Sinks.One<Kept> landing = Sinks.one();

    Flight(Commands.Moment asked) {
        this.asked = asked;
    }

    void landed(@Nullable Kept answer) {
        if (answer == null) landing.tryEmitEmpty();
        else landing.tryEmitValue(answer);
    }

    void abandoned() {
        landing.tryEmitError(new Abandoned());
    }

    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("who asked has left", null, false, false);
        }
    }

    /// Empty when each has to ask.
    Mono<Kept> answer() {
        return landing.asMono();
    }
}
