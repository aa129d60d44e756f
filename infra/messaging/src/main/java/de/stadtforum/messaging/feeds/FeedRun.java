package de.stadtforum.messaging.feeds;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.FactType;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.Trace;
import de.stadtforum.messaging.documents.Transient;
import de.stadtforum.messaging.feeds.DeadLetters.Drop;
import de.stadtforum.messaging.feeds.Reaction.Cue;
import de.stadtforum.messaging.log.LogRecord;
import de.stadtforum.messaging.telemetry.Spans;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The facts of one aggregate in one poll, folded in memory: here duplicate, next, gap and divergence are told apart.
final class FeedRun<P, F extends Fact> {
    /// So many of an aggregate's last facts are known by their id.
    static final int REMEMBERED = 8;

    private static final Logger LOG = LoggerFactory.getLogger(FeedRun.class);
    private final Fold<P, F> fold;
    private final String aggregate;
    private final JsonMapper mapper;
    private final String letters;
    private final Map<Long, Drop> dropped;
    private final long reactsAfter;
    private final Spans spans;
    private final List<Spans.Step> steps = new ArrayList<>();
    private final List<Document> parked = new ArrayList<>();
    private final List<String> settled = new ArrayList<>();
    private final @Nullable P before;
    private P state;
    private final long changed = System.currentTimeMillis();
    private long sequence;
    // of the last facts, the newest first; null where one was dropped
    private final ArrayDeque<Optional<String>> recent = new ArrayDeque<>();

    /// @param letters under which name dead letters are kept
    /// @param reactsAfter facts up to this sequence were reacted to before
    FeedRun(
            Fold<P, F> fold,
            String aggregate,
            @Nullable Document progress,
            String letters,
            Map<Long, Drop> dropped,
            JsonMapper mapper,
            long reactsAfter,
            Spans spans) {
        this.fold = fold;
        this.aggregate = aggregate;
        this.mapper = mapper;
        this.dropped = dropped;
        this.letters = letters;
        this.reactsAfter = reactsAfter;
        this.spans = spans;
        before = progress == null ? null : Feed.stateOf(mapper, progress, fold.zero());
        state = before == null ? fold.zero() : before;
        sequence = progress == null ? 0 : progress.get("sequence", Number.class).longValue();
        if (progress != null) remember(progress);
        passDropped();
    }

    private void remember(Document progress) {
        var ids = progress.getList("recent", String.class);
        if (ids == null) recent.add(Optional.ofNullable(progress.getString("fact")));
        else ids.forEach(id -> recent.add(Optional.ofNullable(id)));
    }

    private void advanceTo(long next, @Nullable String fact) {
        // of persons the newest state counts: what came before need not be the sequence before
        if (fold.newestWins()) recent.clear();
        sequence = next;
        recent.addFirst(Optional.ofNullable(fact));
        while (recent.size() > REMEMBERED) recent.removeLast();
    }

    void hear(LogRecord heard, Envelope envelope) {
        if (envelope.sequence() <= sequence) {
            if (isAnother(envelope)) park(heard, envelope, DeadLetter.Cause.DIVERGED, null);
            else settled.add(letters + "/" + heard.place());
        } else if (envelope.sequence() == sequence + 1 || fold.newestWins()) {
            apply(heard, envelope);
        } else {
            park(heard, envelope, DeadLetter.Cause.GAP, null);
        }
    }

    /// Another fact was taken under this sequence; of facts longer ago than the last [#REMEMBERED] nobody knows.
    private boolean isAnother(Envelope envelope) {
        return recent.stream()
                .skip(sequence - envelope.sequence())
                .findFirst()
                .flatMap(id -> id)
                .filter(id -> !id.equals(envelope.id()))
                .isPresent();
    }

    private void apply(LogRecord heard, Envelope envelope) {
        var step = spans.begin(Spans.Kind.CONSUMER, "fold " + fold.name(), envelope.traceparent());
        steps.add(step);
        try {
            var type = FactType.find(envelope.type());
            if (type.isPresent()) {
                var next = fold.owner().cast(mapper.readValue(heard.value(), type.get()));
                var recorded =
                        new Recorded<>(
                                aggregate,
                                envelope.sequence(),
                                envelope.source(),
                                envelope.time(),
                                next);
                var after = fold.after().apply(state, recorded);
                react(envelope, after, next, step.traceparent());
                state = after;
            }
            advanceTo(envelope.sequence(), envelope.id());
            settled.add(letters + "/" + heard.place());
            passDropped();
        } catch (JacksonException unreadable) {
            park(heard, envelope, DeadLetter.Cause.UNREADABLE, null);
        } catch (RefusedReaction refused) {
            // of a person nothing is kept that could be tried again: the poll comes again
            if (fold.newestWins()) throw refused;
            LOG.warn(
                    "reaction {} to {} {} was refused and is tried again: {}",
                    fold.name(),
                    aggregate,
                    envelope.sequence(),
                    refused.rule);
            park(heard, envelope, DeadLetter.Cause.REFUSED, refused.rule);
        } catch (RuntimeException failed) {
            if (Transient.is(failed)) throw failed; // the poll comes again
            LOG.error(
                    "feed {} fails on {} {}", fold.name(), aggregate, envelope.sequence(), failed);
            park(heard, envelope, DeadLetter.Cause.FAILED, null);
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
        if (reaction == null
                || envelope.sequence() <= reactsAfter
                || dropped.get(envelope.sequence()) == Drop.REACTION) return;
        var cue = new Cue<>(aggregate, envelope.sequence(), after, next, envelope.time());
        var answer = Trace.follow(trace, () -> Author.SERVICE.act(() -> reaction.to(cue)));
        if (answer instanceof Decision.Refused<?>(var reason))
            throw new RefusedReaction(reason.name());
    }

    /// The own service refuses what follows from a fact, or cannot take it now.
    private static final class RefusedReaction extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String rule;

        private RefusedReaction(String rule) {
            super(rule, null, false, false);
            this.rule = rule;
        }
    }

    private void passDropped() {
        while (dropped.get(sequence + 1) == Drop.FACT) advanceTo(sequence + 1, null);
    }

    private void park(
            LogRecord heard, Envelope envelope, DeadLetter.Cause cause, @Nullable String rule) {
        parked.add(
                DeadLetter.document(
                        letters,
                        aggregate,
                        envelope.sequence(),
                        cause,
                        heard,
                        fold.newestWins(),
                        rule));
    }

    /// What was known before these facts; null where nothing was.
    @Nullable P before() {
        return before;
    }

    P state() {
        return state;
    }

    /// Of the last fact that was taken.
    long sequence() {
        return sequence;
    }

    List<Document> parked() {
        return parked;
    }

    /// Dead letters, should they exist, that were taken after all.
    List<String> settled() {
        return settled;
    }

    /// @param revision counts the runs that changed or kept something: of two at once one is told to begin again
    Document progress(long revision) {
        return new Document("_id", aggregate)
                .append("revision", revision)
                .append("fold", fold.version())
                .append("changed", changed)
                .append("sequence", sequence)
                .append("fact", recent.isEmpty() ? null : recent.getFirst().orElse(null))
                .append("recent", recent.stream().map(id -> id.orElse(null)).toList())
                .append(
                        "stopped",
                        parked.stream()
                                .anyMatch(letter ->
                                        !letter.getString("cause")
                                                .equals(DeadLetter.Cause.DIVERGED.name())))
                .append("state", Feed.documentOf(mapper, state));
    }
}
