package de.stadtforum.web;

import de.stadtforum.messaging.DeadLetter;
import de.stadtforum.messaging.FeedOperations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
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
    /// @param behind how many records of the log are not in every feed yet
    record State(long waiting, long behind, List<DeadLetter> deadLetters) {}

    record Aggregate(
            @NotNull @Text(max = 64) String feed, @NotNull @Text(max = 64) String aggregate) {}

    record UpTo(
            @NotNull @Text(max = 64) String feed,
            @NotNull @Text(max = 64) String aggregate,
            @NotNull @Min(1) Long sequence) {}

    record Rebuilt(@NotNull @Text(max = 64) String feed) {}

    record Letter(@NotNull @Text(max = 300) String letter) {}

    private final FeedOperations operations;

    OperationsApi(FeedOperations operations) {
        this.operations = operations;
    }

    @May(Role.OPERATOR)
    @GetMapping
    State state() {
        return new State(operations.waiting(), operations.behind(), operations.deadLetters());
    }

    @May(Role.OPERATOR)
    @PostMapping("/replay")
    State replay(@RequestBody @Valid Aggregate it) {
        known(it.feed, () -> operations.replay(it.feed, it.aggregate));
        return state();
    }

    @May(Role.OPERATOR)
    @PostMapping("/drop")
    State drop(@RequestBody @Valid UpTo it) {
        known(
                it.feed,
                () -> {
                    try {
                        operations.drop(it.feed, it.aggregate, it.sequence);
                    } catch (IllegalArgumentException tooMany) {
                        throw new BadInput("sequence", String.valueOf(tooMany.getMessage()));
                    }
                });
        return state();
    }

    @May(Role.OPERATOR)
    @PostMapping("/dismiss")
    State dismiss(@RequestBody @Valid Letter it) {
        operations.dismiss(it.letter);
        return state();
    }

    @May(Role.OPERATOR)
    @PostMapping("/rebuild")
    State rebuild(@RequestBody @Valid Rebuilt it) {
        known(it.feed, () -> operations.rebuild(it.feed));
        return state();
    }

    private void known(String feed, Runnable work) {
        if (!operations.feeds().contains(feed))
            throw new BadInput("feed", "one of " + String.join(", ", operations.feeds()));
        work.run();
    }
}
