package de.stadtforum.messaging.feeds;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.messaging.context.Background;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The consumer group of older programs, `stadtforum-<service>`, which every operator shared: where this service's feeds had come to in it is
/// where they begin in their own, and then it goes.
///
/// Without it everything would be heard once more: nothing would be folded twice, but alarms that were dismissed would be back.
public final class OldGroup extends Background {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(OldGroup.class);
    private final Map<String, Object> kafka;
    private final MongoDatabase database;
    private final String old;
    private final String group;

    public OldGroup(Map<String, Object> kafka, MongoDatabase database, String old, String group) {
        this.kafka = kafka;
        this.database = database;
        this.old = old;
        this.group = group;
    }

    @Override
    protected void begin(Span now) {
        try (var admin = Admin.create(kafka)) {
            if (!takeOver(admin)) return;
        } catch (ExecutionException | KafkaException away) {
            // what was heard is heard once more, and folded once; the old group stays until the
            // next start
            LOG.warn("the old group was not looked for: {}", away.toString());
            return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        inBackground("old-group", now, this::removeOld);
    }

    /// @return whether there is an old group of this database
    private boolean takeOver(Admin admin) throws ExecutionException, InterruptedException {
        var left = admin.listConsumerGroupOffsets(old).partitionsToOffsetAndMetadata().get();
        left.values().removeIf(Objects::isNull);
        if (left.isEmpty() || database.getCollection("feeds").find().first() == null) return false;
        var begun = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        if (begun.isEmpty()) {
            admin.alterConsumerGroupOffsets(group, left).all().get();
            LOG.info("group {} goes on where {} had come to", group, old);
        }
        return true;
    }

    /// While an instance of the older program runs it holds the group.
    private void removeOld(Span span) throws InterruptedException {
        do {
            try (var admin = Admin.create(kafka)) {
                admin.deleteConsumerGroups(List.of(old)).all().get();
                LOG.info("group {} is removed", old);
                return;
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof GroupIdNotFoundException) return;
                LOG.info("group {} stays for now: {}", old, String.valueOf(failed.getCause()));
            } catch (KafkaException away) {
                LOG.warn("group {} stays for now: {}", old, away.toString());
            }
        } while (!span.endsWithin(PAUSE));
    }

    /// Before the binding begins.
    @Override
    public int getPhase() {
        return -900;
    }
}
