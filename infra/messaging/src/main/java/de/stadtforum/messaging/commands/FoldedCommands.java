package de.stadtforum.messaging.commands;

import de.stadtforum.contracts.Fact;
import de.stadtforum.messaging.commands.CommandQueue.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several commands decided one after another in memory, to be written once.
final class FoldedCommands<A> {
    /// A fact with the command that brought it about.
    record Told<A>(Fact fact, Turn<A> turn) {}

    private record Answer<A>(Turn<A> turn, Decision<A> decision) {}

    private final List<Answer<A>> answers = new ArrayList<>();
    private final List<Told<A>> told = new ArrayList<>();
    private @Nullable A state;
    private boolean changed;

    private FoldedCommands(@Nullable A state) {
        this.state = state;
    }

    /// Decides the turns in their order; one that throws fails alone.
    static <A> FoldedCommands<A> of(@Nullable A state, List<Turn<A>> turns) {
        var folded = new FoldedCommands<>(state);
        turns.forEach(folded::decide);
        return folded;
    }

    private void decide(Turn<A> turn) {
        try {
            var decision = turn.decide(state);
            if (decision instanceof Decision.Changed<A>(var next, var facts)) {
                state = turn.removes ? null : next;
                changed = true;
                facts.forEach(fact -> told.add(new Told<>(fact, turn)));
            }
            answers.add(new Answer<>(turn, decision));
        } catch (RuntimeException | StackOverflowError broken) {
            turn.fail(broken);
        }
    }

    boolean changesNothing() {
        return !changed;
    }

    /// Null where the last of them removed it.
    @Nullable A state() {
        return state;
    }

    List<Told<A>> told() {
        return told;
    }

    void answerAll() {
        told.forEach(each -> each.turn().tell());
        answers.forEach(answer -> answer.turn().answer(answer.decision()));
    }
}
