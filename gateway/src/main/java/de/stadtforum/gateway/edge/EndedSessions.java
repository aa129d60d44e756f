package de.stadtforum.gateway.edge;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Tells answers that stay open when the session that asked for them ends.
@Component
public final class EndedSessions {
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    private record Waiting(Sinks.Empty<Void> end, int answers) {}

    /// Completes when the session ends.
    public Mono<Void> endOf(String session) {
        return Mono.defer(() -> {
            var known =
                    waiting.compute(
                            session,
                            (_, before) ->
                                    before == null
                                            ? new Waiting(Sinks.empty(), 1)
                                            : new Waiting(before.end, before.answers + 1));
            return known.end.asMono().doFinally(_ -> leave(session));
        });
    }

    /// The sessions whose end somebody waits for.
    public Set<String> awaited() {
        return Collections.unmodifiableSet(waiting.keySet());
    }

    private void leave(String session) {
        waiting.computeIfPresent(
                session,
                (_, known) ->
                        known.answers == 1 ? null : new Waiting(known.end, known.answers - 1));
    }

    public void ended(String session) {
        var known = waiting.remove(session);
        if (known != null) known.end.tryEmitEmpty();
    }
}
