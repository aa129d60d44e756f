package de.stadtforum.membership.bodies;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.messaging.commands.AggregateStore;
import java.time.LocalDate;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.ResolvableType;

/// A body with one seat, straight into the store.
public final class Seated {
    private static final LocalDate FROM = LocalDate.of(2024, 1, 15);

    private Seated() {}

    /// @return the kind of thing that it is
    public static Class<?> assembly(BeanFactory service, String id, String holder) {
        var bodies =
                service.<AggregateStore<Body>>getBeanProvider(
                                ResolvableType.forClassWithGenerics(
                                        AggregateStore.class, Body.class))
                        .getObject();
        var charter =
                new Charter(
                        BodyKind.ASSEMBLY, "Vollversammlung", 20, 3, Publicity.PUBLIC, null, FROM);
        bodies.create(id, existing -> Body.establish(existing, id, charter));
        bodies.decide(
                id,
                body ->
                        body.createSeat(
                                Seat.created(
                                        "s-1",
                                        SeatKind.VOTING,
                                        SeatBasis.INSTITUTION,
                                        holder,
                                        holder,
                                        FROM)));
        return Body.class;
    }
}
