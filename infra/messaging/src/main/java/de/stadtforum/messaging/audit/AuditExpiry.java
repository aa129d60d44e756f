package de.stadtforum.messaging.audit;

import com.mongodb.MongoException;
import de.stadtforum.messaging.context.Background;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the authors out of what has expired, a minute after the start and twice a day.
public final class AuditExpiry extends Background {
    private static final Logger LOG = LoggerFactory.getLogger(AuditExpiry.class);
    private final Audit audit;

    public AuditExpiry(Audit audit) {
        this.audit = audit;
    }

    @Override
    protected void begin(Span now) {
        inBackground("audit-expiry", now, this::expire);
    }

    private void expire(Span span) throws InterruptedException {
        for (var pause = Duration.ofMinutes(1);
                !span.endsWithin(pause);
                pause = Duration.ofHours(12)) {
            try {
                audit.expire();
            } catch (MongoException away) { // next time
                LOG.warn("the audit is not tidied: {}", away.toString());
            }
        }
    }
}
