package de.stadtforum.reporting.jobs;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.CacheTags;
import de.stadtforum.messaging.documents.Index;
import de.stadtforum.reporting.jobs.Job.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/// The jobs that were asked for, a document each. Who asked is kept until the job ends: the journal then says it.
@Component
public class Jobs {
    private static final int DUPLICATE = 11000;
    private static final int WRITE_CONFLICT = 112;
    private static final int MOST = 100;
    private static final List<String> OPEN =
            List.of(State.WAITING.name(), State.RUNNING.name(), State.PAUSED.name());
    private static final List<String> ENDED = List.of(State.DONE.name(), State.FAILED.name());
    private final MongoCollection<Document> jobs;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);

    Jobs(MongoDatabase database, Clock clock) {
        this.jobs = database.getCollection("jobs");
        this.clock = clock;
        Index.create(jobs, Index.on("state", "asked", "_id"), Index.on("kind", "state"));
    }

    /// Asks for it in the name of whoever gives the command. While it is under way nothing changes; what has ended begins anew.
    ///
    /// @return the job that is under way now, with the order that it was asked for with
    public Job ask(String kind, String subject, SortedMap<String, String> order) {
        CacheTags.changesMore();
        var fresh = document(kind, subject, order);
        try {
            jobs.insertOne(fresh);
        } catch (MongoWriteException there) {
            if (there.getCode() != DUPLICATE && there.getCode() != WRITE_CONFLICT) throw there;
            jobs.replaceOne(and(eq(fresh.get("_id")), in("state", ENDED)), fresh);
        }
        news.release();
        return find(kind, subject).orElseGet(() -> job(fresh));
    }

    private Document document(String kind, String subject, SortedMap<String, String> order) {
        var author = Author.current();
        var said = new Document();
        order.forEach(said::append);
        return new Document("_id", id(kind, subject))
                .append("kind", kind)
                .append("subject", subject)
                .append("order", said)
                .append("account", author.account())
                .append("person", author.person())
                .append("state", State.WAITING.name())
                .append("attempts", 0)
                .append("asked", clock.millis());
    }

    static String id(String kind, String subject) {
        return kind + "/" + subject;
    }

    public Optional<Job> find(String kind, String subject) {
        CacheTags.showsMore();
        return Optional.ofNullable(jobs.find(eq(id(kind, subject))).first()).map(Jobs::job);
    }

    /// Those of a kind that have not ended, at most 100.
    public List<Job> open(String kind) {
        CacheTags.showsMore();
        return jobs.find(and(eq("kind", kind), in("state", OPEN)))
                .limit(MOST)
                .map(Jobs::job)
                .into(new ArrayList<>());
    }

    /// All that have not ended, the longest asked first.
    List<Document> open() {
        return jobs.find(in("state", OPEN))
                .sort(Sorts.ascending("asked", "_id"))
                .limit(MOST)
                .into(new ArrayList<>());
    }

    /// Waits until something is asked for here, or so long.
    void awaitNews(Duration most) throws InterruptedException {
        if (news.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) news.drainPermits();
    }

    /// @param term of the one who does it; what he began under another is not his any more
    /// @return whether the job is still his
    boolean change(String id, String term, Bson... changes) {
        return jobs.updateOne(and(eq(id), eq("term", term)), Updates.combine(changes))
                        .getMatchedCount()
                == 1;
    }

    /// Begins an attempt.
    ///
    /// @return whether the job is still to be done
    boolean begin(String id, String term) {
        return jobs.updateOne(
                                and(eq(id), in("state", OPEN)),
                                Updates.combine(
                                        Updates.set("term", term),
                                        Updates.set("state", State.RUNNING.name()),
                                        Updates.inc("attempts", 1)))
                        .getMatchedCount()
                == 1;
    }

    void end(String id, String term, State state, String failure) {
        change(
                id,
                term,
                Updates.set("state", state.name()),
                Updates.set("failure", failure),
                Updates.set("ended", clock.millis()),
                Updates.unset("once"),
                Updates.unset("account"),
                Updates.unset("person"));
    }

    static Job job(Document document) {
        var order = new TreeMap<String, String>();
        document.get("order", Document.class)
                .forEach((name, value) -> order.put(name, String.valueOf(value)));
        var ended = document.get("ended", Number.class);
        var failure = document.getString("failure");
        return new Job(
                document.getString("kind"),
                document.getString("subject"),
                order,
                State.valueOf(document.getString("state")),
                document.getString("step"),
                number(document, "done"),
                number(document, "all"),
                failure == null || failure.isEmpty() ? null : failure,
                Instant.ofEpochMilli(number(document, "asked")),
                ended == null ? null : Instant.ofEpochMilli(ended.longValue()));
    }

    private static long number(Document document, String field) {
        var number = document.get(field, Number.class);
        return number == null ? 0 : number.longValue();
    }
}
