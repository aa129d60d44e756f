package de.stadtforum.membership.bodies;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What spans the seats of a body: never more votes than laid down (resolution 3.8), and nobody with two of them.
final class Votes {
    private Votes() {}

    /// @param laidDown the statutory number of votes; 0 where there is none
    static @Nullable Refusal objection(List<Seat> seats, int laidDown) {
        var votes = seats.stream().filter(Seat::votes).toList();
        if (laidDown > 0 && most(votes) > laidDown) return Refusal.ALL_VOTING_SEATS_TAKEN;
        return somebodyHasTwo(votes) ? Refusal.HOLDS_ANOTHER_VOTE : null;
    }

    /// The number can only rise on a day on which a seat begins.
    private static long most(List<Seat> votes) {
        return votes.stream()
                .map(seat -> seat.period().from())
                .mapToLong(day -> on(votes, day))
                .max()
                .orElse(0);
    }

    private static long on(List<Seat> votes, LocalDate day) {
        return votes.stream().filter(seat -> seat.inForce(day)).count();
    }

    private static boolean somebodyHasTwo(List<Seat> votes) {
        for (var one = 0; one < votes.size(); one++)
            for (var other = one + 1; other < votes.size(); other++)
                if (shareADelegate(votes.get(one), votes.get(other))) return true;
        return false;
    }

    private static boolean shareADelegate(Seat one, Seat other) {
        return one.delegations().stream()
                .anyMatch(mine ->
                        other.delegations().stream()
                                .anyMatch(theirs ->
                                        mine.person().equals(theirs.person())
                                                && Period.meet(
                                                        one.period(),
                                                        mine.period(),
                                                        other.period(),
                                                        theirs.period())));
    }
}
