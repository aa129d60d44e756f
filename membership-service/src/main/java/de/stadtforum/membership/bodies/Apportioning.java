package de.stadtforum.membership.bodies;

import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.city.City;
import de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis;
import de.stadtforum.membership.apportionment.SeatApportionment;
import de.stadtforum.membership.councils.Composition;
import de.stadtforum.membership.councils.Council;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Takes the council's composition of a day into a body's apportionment; a composition on record is never rewritten, so it may be read before the body decides.
@Component
class Apportioning {
    private final AggregateStore<Council> councils;
    private final AggregateStore<Body> bodies;
    private final String idsBegin;

    Apportioning(AggregateStore<Council> councils, AggregateStore<Body> bodies, City city) {
        this.councils = councils;
        this.bodies = bodies;
        this.idsBegin = city.profile().factionSeats();
    }

    Optional<Composition> composition(String council, LocalDate asOf) {
        return councils.find(council).flatMap(found -> found.on(asOf));
    }

    Optional<SeatApportionment> derive(
            String council, LocalDate asOf, int seats, ApportionmentBasis basis) {
        return composition(council, asOf).map(found -> SeatApportionment.of(found, seats, basis));
    }

    Decision<Body> apportion(
            String body, String council, LocalDate asOf, int seats, ApportionmentBasis basis) {
        var derivation = derive(council, asOf, seats, basis);
        if (derivation.isEmpty()) return refused(Refusal.NO_COMPOSITION);
        return bodies.decide(
                body, each -> each.apportion(council, asOf, derivation.get(), idsBegin));
    }

    Decision<Body> drawLot(
            String body, String council, LocalDate asOf, List<String> winners, LocalDate on) {
        return bodies.decide(body, each -> each.drawLot(council, asOf, winners, on, idsBegin));
    }
}
