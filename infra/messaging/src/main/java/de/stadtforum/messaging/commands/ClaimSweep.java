package de.stadtforum.messaging.commands;

import com.mongodb.MongoException;
import de.stadtforum.messaging.context.Background;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settles the claims that a process left open when it died.
public final class ClaimSweep extends Background {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimSweep.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private final List<Claims> all = new CopyOnWriteArrayList<>();

    void of(Claims claims) {
        all.add(claims);
    }

    @Override
    protected void begin(Span now) {
        if (!all.isEmpty()) inBackground("claims", now, this::sweep);
    }

    private void sweep(Span span) throws InterruptedException {
        do {
            try {
                all.forEach(Claims::sweep);
            } catch (MongoException away) {
                LOG.warn("claims wait: {}", away.toString());
            }
        } while (!span.endsWithin(EVERY));
    }
}
