package de.stadtforum.reporting.jobs;

import com.mongodb.client.model.Updates;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.Background;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.reporting.jobs.Job.State;
import de.stadtforum.reporting.jobs.JobKind.LeaseLost;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Does the jobs one after another, and of all instances of the service one at a time. What breaks off, or whose instance dies, is begun again;
/// what breaks off again and again has failed and holds up nothing.
@Component
class JobRunner extends Background {
    /// So often a job is begun before it has failed.
    static final int ATTEMPTS = 5;

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration BETWEEN = Duration.ofMillis(300);
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private final Jobs jobs;
    private final List<JobKind> kinds;
    private final Replays replays;
    private final Lease lease;
    private final PlatformClock clock;

    JobRunner(Lease lease, Jobs jobs, List<JobKind> kinds, Replays replays, PlatformClock clock) {
        this.clock = clock;
        this.lease = lease;
        this.jobs = jobs;
        this.kinds = kinds;
        this.replays = replays;
    }

    @Override
    protected void begin(Span now) {
        inBackground("jobs", now, this::work);
    }

    private void work(Span span) throws InterruptedException {
        while (!span.ended()) {
            try {
                if (!jobs.open().isEmpty() && lease.take()) workThrough(span);
            } catch (RuntimeException away) {
                LOG.warn("jobs wait: {}", away.toString());
            }
            jobs.awaitNews(LOOK);
        }
    }

    private void workThrough(Span span) throws InterruptedException {
        var held = new Held(span);
        inBackground("jobs-lease", span, held::keep);
        try {
            // whoever had it before may have died in the middle of a replay
            replays.removeLeftReplays();
            for (var open = jobs.open(); !open.isEmpty() && held.now(); open = jobs.open()) {
                var pause = Duration.ZERO;
                for (var job : open) if (held.now()) pause = longer(pause, attempt(job, held));
                if (!pause.isZero() && span.endsWithin(pause)) return;
            }
        } finally {
            held.end();
            lease.giveBack();
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// @return how long to wait before the next
    private Duration attempt(Document job, Held held) {
        var id = job.getString("_id");
        var term = UUID.randomUUID().toString();
        var attempts = job.getInteger("attempts", 0);
        if (!jobs.begin(id, term)) return Duration.ZERO;
        // each time it was begun it took the whole program along
        if (attempts >= ATTEMPTS) return failed(id, term, "BROKEN_OFF");
        try {
            var course = new Begun(id, term, job.getString("once"), held);
            var author = new Author(job.getString("account"), job.getString("person"));
            var asked = Jobs.job(job);
            var decision =
                    clock.following(
                            asked.askedAt(),
                            () -> author.act(() -> kindOf(job).run(asked, course)));
            if (decision instanceof Decision.Refused<?>(var reason))
                return failed(id, term, reason.name());
            jobs.end(id, term, State.DONE, "");
            return Duration.ZERO;
        } catch (LeaseLost lost) {
            LOG.info("job {} goes on elsewhere", id);
            // that it was to stop is no fault of the job
            jobs.change(
                    id,
                    term,
                    Updates.set("state", State.WAITING.name()),
                    Updates.inc("attempts", -1));
            return Duration.ZERO;
        } catch (RuntimeException failed) {
            LOG.warn("job {} broke off in its attempt {}", id, attempts + 1, failed);
            if (attempts + 1 >= ATTEMPTS) return failed(id, term, "BROKEN_OFF");
            jobs.change(id, term, Updates.set("state", State.PAUSED.name()));
            return Duration.ofSeconds(1L << attempts);
        }
    }

    private Duration failed(String id, String term, String why) {
        LOG.error("job {} has failed: {}", id, why);
        jobs.end(id, term, State.FAILED, why);
        return Duration.ZERO;
    }

    private JobKind kindOf(Document job) {
        var kind = job.getString("kind");
        return kinds.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody does " + kind));
    }

    /// The lease, while this instance counts on.
    private final class Held {
        private final Span span;
        private final AtomicBoolean mine = new AtomicBoolean(true);
        private volatile long renewedAt = System.nanoTime();

        Held(Span span) {
            this.span = span;
        }

        void keep(Span now) throws InterruptedException {
            while (mine.get() && !now.endsWithin(Lease.RENEWAL)) renew();
        }

        private void renew() {
            var at = System.nanoTime();
            try {
                if (mine.get() && lease.renew()) renewedAt = at;
                else mine.set(false);
            } catch (RuntimeException away) {
                LOG.warn("the lease of jobs was not renewed: {}", away.toString());
            }
        }

        /// Others may take it when it was not renewed for as long as it holds.
        boolean now() {
            return mine.get()
                    && !span.ended()
                    && System.nanoTime() - renewedAt < Lease.EXPIRY.toNanos() / 2;
        }

        void end() {
            mine.set(false);
        }
    }

    /// One attempt at a job.
    private final class Begun implements JobKind.Course {
        private final String id;
        private final String term;
        private @Nullable String once;
        private final Held held;
        private long saidAt;

        Begun(String id, String term, @Nullable String once, Held held) {
            this.id = id;
            this.term = term;
            this.once = once;
            this.held = held;
        }

        @Override
        public void step(String name) {
            requireLease();
            require(
                    jobs.change(
                            id,
                            term,
                            Updates.set("step", name),
                            Updates.set("done", 0L),
                            Updates.set("all", 0L)));
            saidAt = System.nanoTime() - BETWEEN.toNanos();
        }

        @Override
        public void at(long done, long all) {
            requireLease();
            if (System.nanoTime() - saidAt < BETWEEN.toNanos() && done < all) return;
            saidAt = System.nanoTime();
            require(jobs.change(id, term, Updates.set("done", done), Updates.set("all", all)));
        }

        @Override
        public String once(Supplier<String> found) {
            requireLease();
            var known = once;
            if (known != null) return known;
            var now = found.get();
            require(jobs.change(id, term, Updates.set("once", now)));
            once = now;
            return now;
        }

        @Override
        public void requireLease() {
            require(held.now());
        }

        private void require(boolean mine) {
            if (!mine) throw new LeaseLost();
        }
    }
}
