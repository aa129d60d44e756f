package de.stadtforum.membership.bodies;

import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.session.GroupFact;
import de.stadtforum.contracts.session.GroupFact.GroupEnded;
import de.stadtforum.contracts.session.GroupFact.GroupFormed;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.MemberAppointed;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.messaging.commands.Followed;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.web.ScopeOf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The bodies and what follows for them from decisions of the assembly (resolution 3.17, 4.1).
@Configuration(proxyBeanMethods = false)
class BodyConfiguration {
    /// How many facts of one vote or group were followed.
    record FactCount(int facts) {
        static final FactCount NONE = new FactCount(0);

        FactCount another() {
            return new FactCount(facts + 1);
        }
    }

    @Bean
    AggregateStore<Body> bodies(AggregateStores stores) {
        return stores.of("bodies", Body.class, BodyFact.class).store();
    }

    @Bean
    Followed<Body> allBodies(AggregateStore<Body> bodies) {
        return bodies.followed();
    }

    @Bean
    ScopeOf scopeOfBodies(AggregateStore<Body> bodies, BodyRights rights) {
        return new ScopeOf(Body.class, id -> bodies.find(id).map(rights::in));
    }

    @Bean
    Feed<FactCount> groupsFollowed(Feeds feeds, AggregateStore<Body> bodies) {
        return feeds.of(GroupFact.class)
                .react(
                        "groups-followed",
                        FactCount.NONE,
                        (seen, _) -> seen.another(),
                        cue ->
                                switch (cue.fact()) {
                                    case GroupFormed(var name, _, var on) ->
                                            bodies.create(
                                                    cue.aggregate(),
                                                    existing ->
                                                            Body.establish(
                                                                    existing,
                                                                    cue.aggregate(),
                                                                    new Charter(
                                                                            BodyKind.WORKING_GROUP,
                                                                            name.text(),
                                                                            0,
                                                                            0,
                                                                            Publicity.CLOSED,
                                                                            null,
                                                                            on)));
                                    case GroupEnded(_, var on) ->
                                            bodies.decide(cue.aggregate(), body -> body.end(on));
                                    default -> unchanged();
                                });
    }

    @Bean
    Feed<FactCount> appointmentsFollowed(Feeds feeds, AggregateStore<Body> bodies) {
        return feeds.of(VotingFact.class)
                .react(
                        "appointments-followed",
                        FactCount.NONE,
                        (seen, _) -> seen.another(),
                        cue ->
                                cue.fact()
                                                instanceof
                                                MemberAppointed(
                                                        var body,
                                                        var holder,
                                                        var name,
                                                        var on)
                                        ? bodies.decide(
                                                body,
                                                each ->
                                                        each.createSeat(
                                                                Seat.created(
                                                                        "berufen-" + holder,
                                                                        SeatKind.ADVISORY,
                                                                        SeatBasis.APPOINTMENT,
                                                                        holder,
                                                                        name.text(),
                                                                        on)))
                                        : unchanged());
    }
}
