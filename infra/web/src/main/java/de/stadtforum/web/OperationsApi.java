package de.stadtforum.web;

import de.stadtforum.messaging.feeds.DeadLetter;
import de.stadtforum.messaging.operation.FeedOperations;
import de.stadtforum.messaging.operation.FeedState;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What an operator sees and does about the facts of this service.
@RestController
@ConditionalOnBean(FeedOperations.class)
@RequestMapping("/api/${stadtforum.service}/operations")
class OperationsApi {
    /// @param waiting how many aggregates have facts that are not told yet
    /// @param oldestWaitingSeconds age of the oldest of them
    /// @param behind how many records of the log are not in every feed yet; missing when the broker does not say
    record State(
            long waiting,
            long oldestWaitingSeconds,
            @Nullable Long behind,
            List<FeedState> feeds,
            List<Wrong> wrong,
            List<DeadLetter> deadLetters) {}

    /// @param kind such as `broker`, `gap`, `diverged` or `factsWait`
    record Wrong(String kind, String detail) {}

    record Aggregate(
            @NotNull @Text(max = 64) String feed, @NotNull @Text(max = 200) String aggregate) {}

    record UpTo(
            @NotNull @Text(max = 64) String feed,
            @NotNull @Text(max = 200) String aggregate,
            @NotNull @Min(1) Long sequence,
            @NotNull @Text(max = 300) String reason) {}

    record Rebuilt(@NotNull @Text(max = 64) String feed) {}

    record Letter(@NotNull @Text(max = 300) String letter) {}

    private final FeedOperations operations;

    OperationsApi(FeedOperations operations) {
        this.operations = operations;
    }

    /// Reads how far telling and feeds are, with all dead letters.
    @May(Role.OPERATOR)
    @GetMapping
    State state() {
        var now = operations.overview();
        return new State(
                now.waiting(),
                now.oldestWaiting().toSeconds(),
                now.behind(),
                now.feeds(),
                now.faults().stream()
                        .map(fault -> new Wrong(fault.kind(), fault.inWords()))
                        .toList(),
                now.deadLetters());
    }

    /// Replays the facts of an aggregate for a feed that stopped at it.
    @May(Role.OPERATOR)
    @PostMapping("/replay")
    State replay(@RequestBody @Valid Aggregate it, HttpServletRequest request) {
        about(request, it.feed, it.aggregate);
        known(it.feed, () -> operations.replay(it.feed, it.aggregate));
        return state();
    }

    /// Drops the facts of an aggregate up to a sequence, for good and with a reason; where only what follows from a fact was refused, that.
    @May(Role.OPERATOR)
    @PostMapping("/drop")
    State drop(@RequestBody @Valid UpTo it, HttpServletRequest request) {
        about(request, it.feed, it.aggregate);
        drop(operations, it);
        return state();
    }

    /// Dismisses a dead letter.
    @May(Role.OPERATOR)
    @PostMapping("/dismiss")
    State dismiss(@RequestBody @Valid Letter it, HttpServletRequest request) {
        about(request, it.letter.split("/", 2)[0], null);
        dismiss(operations, it.letter);
        return state();
    }

    /// Builds a feed anew beside the running one.
    /// Begins, and answers at once: the state says how far it has come.
    @May(Role.OPERATOR)
    @PostMapping("/rebuild")
    State rebuild(@RequestBody @Valid Rebuilt it, HttpServletRequest request) {
        about(request, it.feed, null);
        known(it.feed, () -> operations.rebuild(it.feed));
        return state();
    }

    /// What the audit says of the command.
    static void about(HttpServletRequest request, String feed, @Nullable String aggregate) {
        AuditTrail.about(request, "feed", feed);
        AuditTrail.about(request, "aggregate", aggregate);
    }

    private void known(String feed, Runnable work) {
        known(operations, feed, work);
    }

    /// @throws BadInput when no feed has this name, or the feed's rule says no
    static void known(FeedOperations operations, String feed, Runnable work) {
        if (!operations.feeds().contains(feed))
            throw new BadInput("feed", "one of " + String.join(", ", operations.feeds()));
        work.run();
    }

    static void dismiss(FeedOperations operations, String letter) {
        try {
            operations.dismiss(letter);
        } catch (IllegalArgumentException stops) {
            throw new BadInput("letter", String.valueOf(stops.getMessage()));
        }
    }

    static void drop(FeedOperations operations, UpTo it) {
        known(
                operations,
                it.feed,
                () -> {
                    try {
                        operations.drop(it.feed, it.aggregate, it.sequence, it.reason);
                    } catch (IllegalArgumentException tooMany) {
                        throw new BadInput("sequence", String.valueOf(tooMany.getMessage()));
                    }
                });
    }
}
