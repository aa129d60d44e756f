package de.stadtforum.messaging.audit;

import com.mongodb.MongoException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Takes the authors out of what has expired, a minute after the start and twice a day.
public final class AuditExpiry implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AuditExpiry.class);
    private static final long HOURS = 12;
    private final Audit audit;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    public AuditExpiry(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        Thread.ofVirtual().name("audit-expiry").start(() -> run(stop));
    }

    private void run(CountDownLatch stop) {
        try {
            for (var wait = 60L;
                    !stop.await(wait, TimeUnit.SECONDS);
                    wait = TimeUnit.HOURS.toSeconds(HOURS)) {
                try {
                    audit.expire();
                } catch (MongoException away) { // next time
                    LOG.warn("the audit is not tidied: {}", away.toString());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
