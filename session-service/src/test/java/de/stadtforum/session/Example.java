package de.stadtforum.session;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DeputyNamed;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.session.rosters.Roster;
import java.time.Instant;
import java.time.LocalDate;

/// A small assembly to test with: five voting seats `a` to `e`, delegates `p-a` to `p-e`, deputies `d-a` to `d-e`, and an advisory seat `z`.
public final class Example {
    public static final LocalDate DAY = LocalDate.of(2024, 3, 5);
    public static final Instant AT_FIVE = Instant.parse("2024-03-05T16:00:00Z");

    private Example() {}

    public static Roster assembly() {
        return body(BodyKind.ASSEMBLY, Publicity.PUBLIC);
    }

    public static Roster body(BodyKind kind, Publicity publicity) {
        var from = DAY.minusMonths(2);
        var roster =
                Roster.NONE.after(
                        new BodyEstablished(
                                kind,
                                new PublicText("Vollversammlung"),
                                5,
                                3,
                                publicity,
                                null,
                                from));
        for (var seat : new String[] {"a", "b", "c", "d", "e"})
            roster =
                    roster.after(
                                    new SeatCreated(
                                            seat,
                                            SeatKind.VOTING,
                                            SeatBasis.INSTITUTION,
                                            seat,
                                            new PublicText("Institution " + seat),
                                            from))
                            .after(new DelegateNamed(seat, "p-" + seat, from))
                            .after(new DeputyNamed(seat, "d-" + seat, 1, from));
        return roster.after(
                        new SeatCreated(
                                "z",
                                SeatKind.ADVISORY,
                                SeatBasis.INSTITUTION,
                                "z",
                                new PublicText("Beratend"),
                                from))
                .after(new DelegateNamed("z", "p-z", from));
    }

    /// The state after a command that must have changed it.
    public static <A> A done(Decision<A> decision) {
        if (decision instanceof Decision.Changed<A>(var state, _)) return state;
        throw new AssertionError("not changed but " + decision);
    }
}
