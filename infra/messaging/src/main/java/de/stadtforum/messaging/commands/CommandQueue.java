package de.stadtforum.messaging.commands;

import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.Effects;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Commands that wait for the same aggregate are served together: whoever gets the lock serves all who wait.
final class CommandQueue<A> {
    /// So many commands at most are decided in one write.
    static final int MOST = 500;

    /// One command and, once served, its answer.
    static final class Turn<A> {
        private final Function<@Nullable A, Decision<A>> decision;
        final boolean removes;
        final Instant time;
        final Author author = Author.current();
        final @Nullable String trace;
        private final @Nullable Effects effects = Effects.current();
        private @Nullable A before;
        private @Nullable Decision<A> answer;
        private @Nullable Throwable failure;

        private int together = 1;

        /// @param removes the aggregate is gone once it is changed
        Turn(
                Function<@Nullable A, Decision<A>> decision,
                boolean removes,
                Instant time,
                @Nullable String trace) {
            this.decision = decision;
            this.removes = removes;
            this.time = time;
            this.trace = trace;
        }

        /// May be asked again, upon another state.
        Decision<A> decide(@Nullable A state) {
            before = state;
            return decision.apply(state);
        }

        /// The state upon which it was decided last.
        @Nullable A before() {
            return before;
        }

        void answer(Decision<A> given) {
            answer = given;
            failure = null;
        }

        void together(int turns) {
            together = turns;
        }

        /// How many were written at once.
        int together() {
            return together;
        }

        /// What it decided is written, with facts.
        void tell() {
            if (effects != null) effects.tell();
        }

        void fail(Throwable given) {
            failure = given;
        }

        boolean open() {
            return answer == null && failure == null;
        }

        Decision<A> answer() {
            switch (failure) {
                case null -> {}
                case RuntimeException broken -> throw broken;
                case Error broken -> throw broken;
                case Throwable never -> throw new IllegalStateException(never);
            }
            if (answer == null) throw new IllegalStateException("the turn was not served");
            return answer;
        }
    }

    private static final class Line<A> {
        // fair: else who comes back at once overtakes those who wait, and few are served together
        final ReentrantLock lock = new ReentrantLock(true);
        final Queue<Turn<A>> waiting = new ArrayDeque<>();
        int users;
    }

    private final ConcurrentHashMap<String, Line<A>> lines = new ConcurrentHashMap<>();

    Decision<A> take(String id, Turn<A> turn, BiConsumer<String, List<Turn<A>>> serve) {
        var line = enter(id, turn);
        line.lock.lock();
        try {
            while (turn.open()) serveNext(id, line, serve);
        } finally {
            line.lock.unlock();
            leave(id);
        }
        return turn.answer();
    }

    private void serveNext(String id, Line<A> line, BiConsumer<String, List<Turn<A>>> serve) {
        var turns = next(line);
        try {
            serve.accept(id, turns);
        } catch (RuntimeException | Error broken) { // nobody may be left waiting for an answer
            turns.stream().filter(Turn::open).forEach(turn -> turn.fail(broken));
        }
    }

    private Line<A> enter(String id, Turn<A> turn) {
        return lines.compute(
                id,
                (_, known) -> {
                    var line = known == null ? new Line<A>() : known;
                    line.users++;
                    synchronized (line.waiting) {
                        line.waiting.add(turn);
                    }
                    return line;
                });
    }

    private List<Turn<A>> next(Line<A> line) {
        var turns = new ArrayList<Turn<A>>();
        synchronized (line.waiting) {
            while (turns.size() < MOST && !line.waiting.isEmpty()) turns.add(line.waiting.remove());
        }
        return turns;
    }

    private void leave(String id) {
        lines.compute(id, (_, line) -> line == null || --line.users == 0 ? null : line);
    }
}
