package de.stadtforum.messaging.feeds;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.FactType;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.Trace;
import de.stadtforum.messaging.feeds.Reaction.Cue;
import de.stadtforum.messaging.log.LogRecord;
import de.stadtforum.messaging.telemetry.Spans;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The facts of one aggregate in one poll, folded in memory: here duplicate, next, gap and divergence are told apart.
final class FeedRun<P, F extends Fact> {
    private static final Logger LOG = LoggerFactory.getLogger(FeedRun.class);
    private final Fold<P, F> fold;
    private final String aggregate;
    private final JsonMapper mapper;
    private final Set<Long> dropped;
    private final boolean reacts;
    private final Spans spans;
    private final List<Spans.Step> steps = new ArrayList<>();
    private final List<Document> parked = new ArrayList<>();
    private final List<String> settled = new ArrayList<>();
    private P state;
    private long sequence;
    private @Nullable String fact;

    FeedRun(
            Fold<P, F> fold,
            String aggregate,
            @Nullable Document progress,
            Set<Long> dropped,
            JsonMapper mapper,
            boolean reacts,
            Spans spans) {
        this.fold = fold;
        this.aggregate = aggregate;
        this.mapper = mapper;
        this.dropped = dropped;
        this.reacts = reacts;
        this.spans = spans;
        state = progress == null ? fold.zero() : Feed.stateOf(mapper, progress, fold.zero());
        sequence = progress == null ? 0 : progress.get("sequence", Number.class).longValue();
        fact = progress == null ? null : progress.getString("fact");
        passDropped();
    }

    void hear(LogRecord heard, Envelope envelope) {
        if (envelope.sequence() <= sequence) {
            if (envelope.sequence() == sequence && fact != null && !fact.equals(envelope.id()))
                park(heard, envelope, DeadLetter.Cause.DIVERGED);
            else settled.add(fold.name() + "/" + heard.place());
        } else if (envelope.sequence() == sequence + 1 || fold.newestWins()) {
            apply(heard, envelope);
        } else {
            park(heard, envelope, DeadLetter.Cause.GAP);
        }
    }

    private void apply(LogRecord heard, Envelope envelope) {
        var step = spans.begin(Spans.Kind.CONSUMER, "fold " + fold.name(), envelope.traceparent());
        steps.add(step);
        try {
            var type = FactType.find(envelope.type());
            if (type.isPresent()) {
                var next = fold.owner().cast(mapper.readValue(heard.value(), type.get()));
                var after = fold.after().apply(state, next);
                react(envelope, after, next, step.traceparent());
                state = after;
            }
            sequence = envelope.sequence();
            fact = envelope.id();
            settled.add(fold.name() + "/" + heard.place());
            passDropped();
        } catch (JacksonException unreadable) {
            park(heard, envelope, DeadLetter.Cause.UNREADABLE);
        } catch (Busy | com.mongodb.MongoException passing) {
            throw passing;
        } catch (RuntimeException failed) {
            LOG.error(
                    "feed {} fails on {} {}", fold.name(), aggregate, envelope.sequence(), failed);
            park(heard, envelope, DeadLetter.Cause.FAILED);
        }
    }

    /// The steps end when the projection is written.
    void end(boolean written) {
        for (var step : steps) {
            if (!written) step.failed();
            step.close();
        }
    }

    private void react(Envelope envelope, P after, F next, @Nullable String trace) {
        var reaction = fold.reaction();
        if (reaction == null || !reacts) return;
        var cue = new Cue<>(aggregate, envelope.sequence(), after, next, envelope.time());
        var answer = Trace.follow(trace, () -> Author.SERVICE.act(() -> reaction.to(cue)));
        if (answer instanceof Decision.Refused<?>(var reason)) {
            if (reason == Decision.Refusal.BUSY) throw new Busy();
            LOG.warn(
                    "reaction {} to {} {} was refused: {}",
                    fold.name(),
                    aggregate,
                    envelope.sequence(),
                    reason);
        }
    }

    /// The own service cannot take the command now; the poll comes again.
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void passDropped() {
        while (dropped.contains(sequence + 1)) {
            sequence++;
            fact = null;
        }
    }

    private void park(LogRecord heard, Envelope envelope, DeadLetter.Cause cause) {
        parked.add(
                DeadLetter.document(
                        fold.name(),
                        aggregate,
                        envelope.sequence(),
                        cause,
                        heard,
                        fold.newestWins()));
    }

    List<Document> parked() {
        return parked;
    }

    /// Dead letters, should they exist, that were taken after all.
    List<String> settled() {
        return settled;
    }

    Document progress() {
        return new Document("_id", aggregate)
                .append("sequence", sequence)
                .append("fact", fact)
                .append(
                        "stopped",
                        parked.stream()
                                .anyMatch(letter ->
                                        !letter.getString("cause")
                                                .equals(DeadLetter.Cause.DIVERGED.name())))
                .append("state", Feed.documentOf(mapper, state));
    }
}
