package de.stadtforum.gateway.login;

import de.stadtforum.gateway.edge.EndedSessions;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The sessions of a single gateway; they end with it.
final class SessionsInMemory extends InMemoryWebSessionStore implements Sessions {
    private static final String WHOSE = SessionsInMemory.class.getName();

    private final EndedSessions ended;
    private final Map<String, Instant> renewing = new ConcurrentHashMap<>();

    SessionsInMemory(EndedSessions ended) {
        this.ended = ended;
    }

    /// @param there the session at the provider
    private record Whose(String account, String there) {
        static Whose of(OidcUser user) {
            return new Whose(user.getName(), String.valueOf(user.getClaimAsString("sid")));
        }
    }

    @Override
    public Mono<WebSession> createWebSession() {
        return super.createWebSession()
                .doOnNext(session -> session.setMaxIdleTime(BEFORE_THE_LOGIN));
    }

    @Override
    public Mono<Void> removeSession(String id) {
        return super.removeSession(id)
                .doOnSuccess(_ -> {
                    renewing.remove(id);
                    ended.ended(id);
                });
    }

    @Override
    public Mono<Void> opened(OidcUser who, WebSession session) {
        session.setMaxIdleTime(UNUSED);
        session.getAttributes().put(WHOSE, Whose.of(who));
        return Flux.fromStream(
                        getSessions().values().stream()
                                .filter(whose(each -> each.account.equals(who.getName())))
                                .sorted(
                                        Comparator.comparing(WebSession::getLastAccessTime)
                                                .reversed())
                                .skip(MOST))
                .flatMap(each -> removeSession(each.getId()))
                .then();
    }

    @Override
    public Mono<Void> end(WebSession session) {
        var id = session.getId();
        return session.invalidate().then(removeSession(id));
    }

    @Override
    public Mono<Void> endAllOf(String account) {
        return endAll(each -> each.account.equals(account));
    }

    @Override
    public Mono<Void> endedThere(OidcLogoutToken told) {
        var there = told.getSessionId();
        return endAll(
                there == null
                        ? each -> each.account.equals(told.getSubject())
                        : each -> each.there.equals(there));
    }

    private Mono<Void> endAll(Predicate<Whose> wanted) {
        return Flux.fromStream(getSessions().values().stream().filter(whose(wanted)))
                .flatMap(each -> removeSession(each.getId()))
                .then();
    }

    private static Predicate<WebSession> whose(Predicate<Whose> wanted) {
        return session ->
                session.getAttributes().get(WHOSE) instanceof Whose whose && wanted.test(whose);
    }

    /// All requests have the same.
    @Override
    public Mono<Void> refresh(WebSession session) {
        return Mono.empty();
    }

    @Override
    public Mono<Boolean> mayRenew(WebSession session) {
        return Mono.fromSupplier(() -> {
            var now = getClock().instant();
            var mine = new boolean[1];
            renewing.compute(
                    session.getId(),
                    (_, until) -> {
                        mine[0] = until == null || until.isBefore(now);
                        return mine[0] ? now.plus(RENEWAL) : until;
                    });
            return mine[0];
        });
    }
}
