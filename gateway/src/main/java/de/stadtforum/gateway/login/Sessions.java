package de.stadtforum.gateway.login;

import de.stadtforum.gateway.edge.EndedSessions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The sessions of this gateway and whose they are, so that somebody can end all of his or hers.
@Component
class Sessions extends InMemoryWebSessionStore {
    /// Of one account at a time; the oldest ends first.
    private static final int MOST = 20;

    /// So long somebody may take to log in at the provider.
    private static final Duration BEFORE_THE_LOGIN = Duration.ofMinutes(10);

    /// A meeting with its break.
    private static final Duration UNUSED = Duration.ofHours(3);

    private final Map<String, SequencedSet<String>> byAccount = new ConcurrentHashMap<>();

    private final EndedSessions ended;

    Sessions(EndedSessions ended) {
        this.ended = ended;
    }

    /// What was open in its name ends as well.
    @Override
    public Mono<Void> removeSession(String id) {
        return super.removeSession(id).doOnSuccess(_ -> ended.ended(id));
    }

    @Override
    public Mono<WebSession> createWebSession() {
        return super.createWebSession()
                .doOnNext(session -> session.setMaxIdleTime(BEFORE_THE_LOGIN));
    }

    Mono<Void> opened(String account, WebSession opened) {
        opened.setMaxIdleTime(UNUSED);
        var session = opened.getId();
        var tooMany = new LinkedHashSet<String>();
        byAccount.compute(
                account,
                (_, known) -> {
                    var ids = new LinkedHashSet<String>();
                    if (known != null) ids.addAll(known);
                    ids.retainAll(getSessions().keySet()); // the others have ended meanwhile
                    ids.add(session);
                    while (ids.size() > MOST) tooMany.add(ids.removeFirst());
                    return ids;
                });
        return end(tooMany);
    }

    Mono<Void> end(WebSession session) {
        return session.invalidate().doOnSuccess(_ -> ended.ended(session.getId()));
    }

    Mono<Void> endAllOf(String account) {
        var ids = byAccount.remove(account);
        return ids == null ? Mono.empty() : end(ids);
    }

    private Mono<Void> end(SequencedSet<String> ids) {
        return Flux.fromIterable(ids).flatMap(this::removeSession).then();
    }
}
