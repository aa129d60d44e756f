package de.stadtforum.lab.labs;

import static de.stadtforum.messaging.Decision.refused;

import de.stadtforum.lab.concepts.PresentedConcepts;
import de.stadtforum.lab.districts.City;
import de.stadtforum.lab.districts.CityRights;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Author;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import org.springframework.stereotype.Component;

/// Gives commands to a lab, from the API and from the pages alike, with what the city's data and the concept say (resolution 5.3, 5.7).
@Component
class LabDesk {
    enum Refusal implements Reason {
        NO_SUCH_DISTRICT,
        NO_BODY_FOR_RESULTS
    }

    private final AggregateStore<Lab> labs;
    private final PresentedConcepts concepts;
    private final City city;
    private final CityRights rights;

    LabDesk(AggregateStore<Lab> labs, PresentedConcepts concepts, City city, CityRights rights) {
        this.labs = labs;
        this.concepts = concepts;
        this.city = city;
        this.rights = rights;
    }

    /// @throws Denied where the actor's team is not the one of the district
    Decision<Lab> plan(String id, LabCommand.Plan plan, Actor actor) {
        rights.in(plan.district()).need(actor, Role.LAB_TEAM);
        if (city.district(plan.district()).isEmpty()) return refused(Refusal.NO_SUCH_DISTRICT);
        return labs.create(
                id,
                existing ->
                        Lab.plan(
                                existing,
                                id,
                                plan.district(),
                                plan.neighbourhood(),
                                plan.date(),
                                plan.place()));
    }

    /// Why somebody went ahead before the concept was presented is for those who run the lab, and for those who were to have the
    /// concept first (resolution 5.3).
    boolean knowsReasons(Actor actor, Lab lab) {
        return rights.in(lab.plan().district())
                        .givesAny(
                                actor,
                                Role.LAB_TEAM,
                                Role.CHAIR,
                                Role.SECRETARIAT,
                                Role.DISTRICT_COUNCIL)
                || city.bodiesBefore().stream().anyMatch(body -> actor.is(Role.COMMITTEE, body));
    }

    Decision<Lab> give(String id, LabCommand command) {
        return switch (command) {
            case LabCommand.GoAhead(var reason, var on) -> {
                var by = Author.current().account();
                yield labs.decide(id, lab -> lab.goAhead(reason, on, by));
            }
            case LabCommand.Open(var on) -> {
                var presented = concepts.everywhere(on);
                yield labs.decide(id, lab -> lab.open(on, presented));
            }
            case LabCommand.Hold(var on, var participants) -> {
                var presented = concepts.everywhere(on);
                yield labs.decide(id, lab -> lab.hold(on, participants, presented));
            }
            case LabCommand.Postpone(var date) -> labs.decide(id, lab -> lab.postpone(date));
            case LabCommand.Miss(var on) -> labs.decide(id, lab -> lab.miss(on));
            case LabCommand.Involve(var kind, var name) ->
                    labs.decide(id, lab -> lab.involve(kind, name));
            case LabCommand.Ask(var question, var text, var on) ->
                    labs.decide(id, lab -> lab.ask(question, text, on));
            case LabCommand.Answer(var question, var text, var on) ->
                    labs.decide(id, lab -> lab.answer(question, text, on));
            case LabCommand.Report(var body, var summary, var on) ->
                    city.hearsResults(body)
                            ? labs.decide(id, lab -> lab.report(body, summary, on))
                            : refused(Refusal.NO_BODY_FOR_RESULTS);
            case LabCommand.ProposeField(var proposal, var title, var on) ->
                    labs.decide(id, lab -> lab.proposeField(proposal, title, on));
        };
    }
}
