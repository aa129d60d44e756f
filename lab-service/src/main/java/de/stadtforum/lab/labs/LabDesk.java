package de.stadtforum.lab.labs;

import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.city.City;
import de.stadtforum.lab.concepts.PresentedConcepts;
import de.stadtforum.lab.districts.CityRights;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Gives commands to a lab, from the API and from the pages alike, with what the city's data and the concept say (resolution 5.3, 5.7).
@Component
class LabDesk {
    enum Refusal implements Reason {
        NO_SUCH_DISTRICT,
        NO_BODY_FOR_RESULTS;

        @Override
        public String field() {
            return this == NO_SUCH_DISTRICT ? "district" : "body";
        }
    }

    private final AggregateStore<Lab> labs;
    private final PresentedConcepts concepts;
    private final City city;
    private final CityRights rights;
    private final Feed<NamedGroup> groups;
    private final Received received;
    private final Clock clock;

    LabDesk(
            AggregateStore<Lab> labs,
            PresentedConcepts concepts,
            City city,
            CityRights rights,
            Feed<NamedGroup> namedGroups,
            Received received,
            Clock clock) {
        this.labs = labs;
        this.concepts = concepts;
        this.city = city;
        this.rights = rights;
        this.groups = namedGroups;
        this.received = received;
        this.clock = clock;
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
            case LabCommand.Act act -> act(id, act);
            case LabPutRight putRight -> putRight(id, putRight);
        };
    }

    private Decision<Lab> act(String id, LabCommand.Act command) {
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
                    hearsResults(body)
                            ? labs.decide(id, lab -> lab.report(body, summary, on))
                            : refused(Refusal.NO_BODY_FOR_RESULTS);
            case LabCommand.ProposeField(var proposal, var title, var on) ->
                    labs.decide(id, lab -> lab.proposeField(proposal, title, on));
            case LabCommand.Note(var text) -> {
                var today = today();
                yield labs.decide(id, lab -> lab.note(text, today));
            }
        };
    }

    private Decision<Lab> putRight(String id, LabPutRight command) {
        return switch (command) {
            case LabPutRight.CorrectPlan(var neighbourhood, var date, var place, _) ->
                    put(id, command, right -> right.plan(neighbourhood, date, place));
            case LabPutRight.Cancel _ -> {
                var contributions = received.into().applyAsLong(id);
                yield put(id, command, right -> right.cancel(contributions));
            }
            case LabPutRight.WithdrawGoAhead _ -> {
                var presentedBy =
                        labs.find(id).map(Lab::began).filter(concepts::everywhere).orElse(null);
                yield put(id, command, right -> right.withdrawGoAhead(presentedBy));
            }
            case LabPutRight.CorrectOpening(var on, _) -> {
                var presented = concepts.everywhere(on);
                yield put(id, command, right -> right.opening(on, presented));
            }
            case LabPutRight.WithdrawOpening _ -> put(id, command, LabCorrections::withdrawOpening);
            case LabPutRight.CorrectHeld(var on, var participants, _) -> {
                var presented = concepts.everywhere(on);
                yield put(id, command, right -> right.held(on, participants, presented));
            }
            case LabPutRight.WithdrawHeld _ -> put(id, command, LabCorrections::withdrawHeld);
            case LabPutRight.WithdrawMissed _ -> put(id, command, LabCorrections::withdrawMissed);
            case LabPutRight.WithdrawPartner(var kind, var name, _) ->
                    put(id, command, right -> right.withdrawPartner(kind, name));
            case LabPutRight.CorrectQuestion(var question, var text, _) ->
                    put(id, command, right -> right.question(question, text));
            case LabPutRight.WithdrawQuestion(var question, _) ->
                    put(id, command, right -> right.withdrawQuestion(question));
            case LabPutRight.CorrectAnswer(var question, var text, _) ->
                    put(id, command, right -> right.answer(question, text));
            case LabPutRight.WithdrawAnswer(var question, _) ->
                    put(id, command, right -> right.withdrawAnswer(question));
            case LabPutRight.CorrectReport(var body, var summary, var on, _) ->
                    hearsResults(body)
                            ? put(id, command, right -> right.report(body, summary, on))
                            : refused(Refusal.NO_BODY_FOR_RESULTS);
        };
    }

    private Decision<Lab> put(
            String id, LabPutRight command, Function<LabCorrections, Decision<Lab>> decision) {
        var today = today();
        return labs.decide(
                id, lab -> decision.apply(new LabCorrections(lab, command.reason(), today)));
    }

    private boolean hearsResults(String body) {
        return city.hearsResults(body) || groups.find(body).isPresent();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }
}
