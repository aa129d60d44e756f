package de.stadtforum.gateway.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.stadtforum.gateway.edge.EndedSessions;
import de.stadtforum.gateway.edge.SessionsAway;
import de.stadtforum.gateway.login.SealedAttributes.Unreadable;
import de.stadtforum.gateway.login.SharedSession.Whose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.server.WebSession;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sessions that all gateways share, and that outlive each of them, in a database of the gateway's own.
///
/// What a gateway has read holds for two seconds, so a session that was ended elsewhere is over here after that; while the database is away it holds
/// for ten minutes. What a session holds is sealed ([SealedAttributes]).
final class SharedSessions implements Sessions, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SharedSessions.class);
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration WHILE_AWAY = Duration.ofMinutes(10);
    private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);
    private static final Duration CLEANED_EVERY = Duration.ofMinutes(1);
    private static final int REMEMBERED = 2_000;
    private static final int TRIES = 5;
    private static final int LONGEST_ID = 100;

    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String HELD = "held";
    private static final String CREATED = "created";
    private static final String USED = "used";
    private static final String IDLE = "idle"; // seconds for which it may be
    private static final String UNTIL = "until";
    private static final String ACCOUNT = "account";
    private static final String THERE = "there";
    private static final String RENEWING = "renewing";

    private final MongoCollection<Document> stored;
    private final EndedSessions ended;
    private final Clock clock;
    private final Cache<String, Read> read =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(WHILE_AWAY).build();
    private Disposable jobs = Disposables.disposed();

    SharedSessions(MongoCollection<Document> stored, EndedSessions ended, Clock clock) {
        this.stored = stored;
        this.ended = ended;
        this.clock = clock;
    }

    private record Read(Document session, Instant at) {}

    @Override
    public Mono<WebSession> createWebSession() {
        return Mono.fromSupplier(() -> {
            var now = clock.instant();
            return new SharedSession(
                    this,
                    SealedAttributes.newId(),
                    new LinkedHashMap<>(),
                    null,
                    now,
                    now,
                    BEFORE_THE_LOGIN);
        });
    }

    @Override
    public Mono<WebSession> retrieveSession(String id) {
        if (id.length() > LONGEST_ID) return Mono.empty();
        return found(SealedAttributes.place(id))
                .filter(each -> each.getDate(UNTIL).toInstant().isAfter(clock.instant()))
                .flatMap(each -> opened(id, each));
    }

    private Mono<Document> found(String place) {
        var known = read.getIfPresent(place);
        var now = clock.instant();
        if (known != null && known.at.plus(FRESH).isAfter(now)) return Mono.just(known.session);
        return asked(stored.find(Filters.eq(ID, place)).first())
                .doOnNext(each -> read.put(place, new Read(each, now)))
                .switchIfEmpty(Mono.fromRunnable(() -> read.invalidate(place)))
                .onErrorResume(away -> known == null ? Mono.error(away) : Mono.just(known.session));
    }

    private Mono<WebSession> opened(String id, Document session) {
        try {
            var unused = Duration.ofSeconds(session.getLong(IDLE));
            var opened =
                    new SharedSession(
                            this,
                            id,
                            held(id, session),
                            session.getLong(VERSION),
                            session.getDate(CREATED).toInstant(),
                            session.getDate(USED).toInstant(),
                            unused);
            if (session.getString(ACCOUNT) != null)
                opened.isOf(new Whose(session.getString(ACCOUNT), session.getString(THERE)));
            return touched(session, unused).thenReturn(opened);
        } catch (Unreadable strange) {
            LOG.info("a session of another program is forgotten: {}", strange.toString());
            return removeSession(id).then(Mono.empty());
        }
    }

    private static Map<String, Object> held(String id, Document session) throws Unreadable {
        return SealedAttributes.open(id, session.get(HELD, Binary.class).getData());
    }

    private Mono<Void> touched(Document session, Duration unused) {
        var now = clock.instant();
        if (session.getDate(USED).toInstant().plus(TOUCHED_EVERY).isAfter(now)) return Mono.empty();
        return asked(
                        stored.updateOne(
                                at(session.getString(ID)),
                                Updates.combine(
                                        Updates.set(USED, Date.from(now)),
                                        Updates.set(UNTIL, Date.from(now.plus(unused))))))
                .doOnNext(_ -> read.invalidate(session.getString(ID)))
                .onErrorComplete() // it is used all the same
                .then();
    }

    /// One that was ended meanwhile stays so.
    Mono<Void> save(SharedSession session) {
        return Mono.defer(() -> session.isToBeSaved() ? save(session, TRIES) : Mono.empty());
    }

    private Mono<Void> save(SharedSession session, int tries) {
        var place = SealedAttributes.place(session.getId());
        var version = session.version();
        if (version == null)
            return asked(
                            stored.insertOne(
                                    new Document(ID, place)
                                            .append(CREATED, Date.from(session.getCreationTime()))
                                            .append(VERSION, 1L)
                                            .append(RENEWING, Date.from(Instant.EPOCH))
                                            .append(IDLE, session.getMaxIdleTime().toSeconds())
                                            .append(USED, now())
                                            .append(UNTIL, until(session))
                                            .append(HELD, sealed(session))
                                            .append(ACCOUNT, account(session))
                                            .append(THERE, there(session))))
                    .doOnNext(_ -> session.saved(1))
                    .then();
        return asked(
                        stored.updateOne(
                                Filters.and(at(place), Filters.eq(VERSION, version)),
                                Updates.combine(
                                        Updates.set(VERSION, version + 1),
                                        Updates.set(RENEWING, Date.from(Instant.EPOCH)),
                                        Updates.set(IDLE, session.getMaxIdleTime().toSeconds()),
                                        Updates.set(USED, now()),
                                        Updates.set(UNTIL, until(session)),
                                        Updates.set(HELD, sealed(session)),
                                        Updates.set(ACCOUNT, account(session)),
                                        Updates.set(THERE, there(session)))))
                .flatMap(result -> {
                    read.invalidate(place);
                    if (result.getMatchedCount() == 1) {
                        session.saved(version + 1);
                        return Mono.empty();
                    }
                    if (tries == 1)
                        return Mono.error(
                                new IllegalStateException("many change this session at once"));
                    return refresh(session).then(Mono.defer(() -> again(session, tries - 1)));
                });
    }

    private Mono<Void> again(SharedSession session, int tries) {
        return session.isExpired() ? Mono.empty() : save(session, tries);
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private Date until(SharedSession session) {
        return Date.from(clock.instant().plus(session.getMaxIdleTime()));
    }

    private static Binary sealed(SharedSession session) {
        return new Binary(SealedAttributes.seal(session.getId(), session.getAttributes()));
    }

    private static @Nullable String account(SharedSession session) {
        return session.whose() == null ? null : session.whose().account();
    }

    private static @Nullable String there(SharedSession session) {
        return session.whose() == null ? null : session.whose().there();
    }

    @Override
    public Mono<Void> refresh(WebSession session) {
        var mine = SharedSession.of(session);
        if (mine.version() == null) return Mono.empty();
        var place = SealedAttributes.place(session.getId());
        read.invalidate(place);
        return found(place)
                .doOnNext(each -> takeOver(mine, each))
                .switchIfEmpty(Mono.fromRunnable(mine::isOver))
                .then();
    }

    private static void takeOver(SharedSession mine, Document session) {
        try {
            mine.takeOver(held(mine.getId(), session), session.getLong(VERSION));
        } catch (Unreadable strange) {
            mine.isOver();
        }
    }

    @Override
    public Mono<Boolean> mayRenew(WebSession session) {
        return asked(
                        stored.updateOne(
                                Filters.and(
                                        at(SealedAttributes.place(session.getId())),
                                        Filters.lt(RENEWING, now())),
                                Updates.set(RENEWING, Date.from(clock.instant().plus(RENEWAL)))))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Void> opened(OidcUser who, WebSession session) {
        var mine = SharedSession.of(session);
        mine.setMaxIdleTime(UNUSED);
        mine.isOf(new Whose(who.getName(), String.valueOf(who.getClaimAsString("sid"))));
        return mine.save()
                .thenMany(
                        Flux.from(
                                stored.find(Filters.eq(ACCOUNT, who.getName()))
                                        .sort(Sorts.descending(USED, ID))
                                        .skip(MOST)
                                        .projection(Projections.include(ID))))
                .flatMap(each -> removed(each.getString(ID)))
                .then();
    }

    @Override
    public Mono<Void> end(WebSession session) {
        return session.invalidate();
    }

    @Override
    public Mono<Void> endAllOf(String account) {
        return removedWhere(Filters.eq(ACCOUNT, account));
    }

    @Override
    public Mono<Void> endedThere(OidcLogoutToken told) {
        return removedWhere(
                told.getSessionId() == null
                        ? Filters.eq(ACCOUNT, told.getSubject())
                        : Filters.eq(THERE, told.getSessionId()));
    }

    private Mono<Void> removedWhere(Bson which) {
        return Flux.from(stored.find(which).projection(Projections.include(ID)))
                .onErrorMap(MongoException.class, SessionsAway::new)
                .flatMap(each -> removed(each.getString(ID)))
                .then();
    }

    @Override
    public Mono<Void> removeSession(String id) {
        return removed(SealedAttributes.place(id)).doOnSuccess(_ -> ended.ended(id));
    }

    private Mono<Void> removed(String place) {
        return asked(stored.deleteOne(at(place))).doOnNext(_ -> read.invalidate(place)).then();
    }

    @Override
    public Mono<WebSession> updateLastAccessTime(WebSession session) {
        return Mono.just(session);
    }

    private static <T> Mono<T> asked(Publisher<T> stored) {
        return Mono.from(stored).onErrorMap(MongoException.class, SessionsAway::new);
    }

    private static Bson at(String place) {
        return Filters.eq(ID, place);
    }

    @Override
    public void start() {
        var indexes =
                List.of(
                        new IndexModel(Indexes.ascending(UNTIL)),
                        new IndexModel(Indexes.ascending(THERE)),
                        new IndexModel(
                                Indexes.compoundIndex(
                                        Indexes.ascending(ACCOUNT), Indexes.descending(USED, ID))));
        jobs =
                Disposables.composite(
                        every(
                                CLEANED_EVERY,
                                Flux.from(stored.createIndexes(indexes)).then(cleaned())),
                        every(FRESH, Mono.defer(this::endOpenPages)));
    }

    private Mono<Void> cleaned() {
        return Mono.defer(() -> asked(stored.deleteMany(Filters.lt(UNTIL, now())))).then();
    }

    /// Pages stay open while their session lives, wherever it is ended.
    private Mono<Void> endOpenPages() {
        var open = new LinkedHashMap<String, String>();
        ended.awaited().forEach(id -> open.put(SealedAttributes.place(id), id));
        if (open.isEmpty()) return Mono.empty();
        return Flux.from(
                        stored.find(Filters.in(ID, new ArrayList<>(open.keySet())))
                                .projection(Projections.include(ID)))
                .doOnNext(each -> open.remove(each.getString(ID)))
                .then(Mono.fromRunnable(() -> open.values().forEach(ended::ended)));
    }

    private static Disposable every(Duration pause, Mono<Void> job) {
        return job.onErrorComplete().repeatWhen(ends -> ends.delayElements(pause)).subscribe();
    }

    @Override
    public void stop() {
        jobs.dispose();
    }

    @Override
    public boolean isRunning() {
        return !jobs.isDisposed();
    }
}
