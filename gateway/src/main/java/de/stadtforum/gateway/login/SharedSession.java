package de.stadtforum.gateway.login;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// One request's copy of a session that several requests, at several gateways, may have in hand: what the request changes is laid over what the
/// others have saved.
final class SharedSession implements WebSession {
    private final SharedSessions sessions;
    private final Attributes attributes;
    private final Instant created;
    private final Instant used;
    private String id;
    private Duration unused;
    private boolean started;
    private boolean over;

    /// In the database; not where it has just begun.
    private @Nullable Long version;

    /// Whose it is, once somebody has logged in.
    private @Nullable Whose whose;

    /// @param there the session at the provider
    record Whose(String account, String there) {}

    SharedSession(
            SharedSessions sessions,
            String id,
            Map<String, Object> held,
            @Nullable Long version,
            Instant created,
            Instant used,
            Duration unused) {
        this.sessions = sessions;
        this.id = id;
        this.attributes = new Attributes(this, held);
        this.version = version;
        this.created = created;
        this.used = used;
        this.unused = unused;
    }

    /// Spring Security wraps a session while somebody logs in; its attributes stay those of this one.
    static SharedSession of(WebSession session) {
        return ((Attributes) session.getAttributes()).session;
    }

    /// Remembers which have been changed.
    private static final class Attributes extends AbstractMap<String, Object> {
        private final SharedSession session;
        private Map<String, Object> held;
        private final Set<String> changed = new LinkedHashSet<>();

        Attributes(SharedSession session, Map<String, Object> held) {
            this.session = session;
            this.held = new LinkedHashMap<>(held);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return Collections.unmodifiableMap(held).entrySet();
        }

        @Override
        public @Nullable Object get(Object key) {
            return held.get(key);
        }

        @Override
        public boolean containsKey(Object key) {
            return held.containsKey(key);
        }

        @Override
        public @Nullable Object put(String key, Object value) {
            changed.add(key);
            return held.put(key, value);
        }

        @Override
        public @Nullable Object remove(Object key) {
            if (key instanceof String name) changed.add(name);
            return held.remove(key);
        }

        /// What others have saved, with what was changed here.
        void over(Map<String, Object> others) {
            var all = new LinkedHashMap<>(others);
            for (var each : changed)
                if (held.containsKey(each)) all.put(each, held.get(each));
                else all.remove(each);
            held = all;
        }
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public boolean isStarted() {
        return !over && (started || version != null || !attributes.isEmpty());
    }

    @Override
    public Mono<Void> changeSessionId() {
        return Mono.defer(() -> {
            var before = id;
            id = SealedAttributes.newId();
            version = null;
            return sessions.removeSession(before);
        });
    }

    @Override
    public Mono<Void> invalidate() {
        return Mono.defer(() -> {
            over = true;
            attributes.held.clear();
            attributes.changed.clear();
            return sessions.removeSession(id);
        });
    }

    @Override
    public Mono<Void> save() {
        return sessions.save(this);
    }

    @Override
    public boolean isExpired() {
        return over;
    }

    @Override
    public Instant getCreationTime() {
        return created;
    }

    @Override
    public Instant getLastAccessTime() {
        return used;
    }

    @Override
    public void setMaxIdleTime(Duration time) {
        unused = time;
    }

    @Override
    public Duration getMaxIdleTime() {
        return unused;
    }

    @Nullable Long version() {
        return version;
    }

    @Nullable Whose whose() {
        return whose;
    }

    void isOf(Whose whose) {
        this.whose = whose;
    }

    boolean isToBeSaved() {
        return isStarted() && (version == null || !attributes.changed.isEmpty());
    }

    void saved(long version) {
        this.version = version;
        attributes.changed.clear();
    }

    void takeOver(Map<String, Object> others, long version) {
        attributes.over(others);
        this.version = version;
    }

    /// Ended elsewhere.
    void isOver() {
        over = true;
    }
}
