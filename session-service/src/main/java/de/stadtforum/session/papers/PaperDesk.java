package de.stadtforum.session.papers;

import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.web.Actor;
import de.stadtforum.web.BadInput;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Gives commands to a paper, from programs and from forms alike: the secretariat keeps it, a committee tells its own outcome.
@Component
class PaperDesk {
    private final AggregateStore<Paper> papers;
    private final Feed<Roster> rosters;
    private final Rights rights;
    private final Clock clock;

    PaperDesk(AggregateStore<Paper> papers, Feed<Roster> rosters, Rights rights, Clock clock) {
        this.papers = papers;
        this.rosters = rosters;
        this.rights = rights;
        this.clock = clock;
    }

    Decision<Paper> give(Actor actor, String id, PaperCommand command) {
        return switch (command) {
            case PaperCommand.Draft(var on) -> decide(id, paper -> paper.draft(on));
            case PaperCommand.Number(var number, var on) ->
                    decide(id, paper -> paper.number(new Paper.Number(number, on)));
            case PaperCommand.Plan(var body, var role, var on) ->
                    rosters.find(body).isEmpty()
                            ? refused(Paper.Refusal.PAPER_BODY_UNKNOWN)
                            : decide(id, paper -> paper.plan(body, role, on));
            case PaperCommand.Record(var body, var result, var on) ->
                    outcome(actor, id, body, paper -> paper.record(body, result, on));
            case PaperCommand.CorrectDraft(var on, var reason) ->
                    decide(id, paper -> paper.putRight(reason, today()).draft(on));
            case PaperCommand.CorrectNumber(var number, var on, var reason) -> {
                if (number != null && on == null)
                    throw new BadInput("on", "Bitte geben Sie den Tag an.");
                var next = number == null || on == null ? null : new Paper.Number(number, on);
                yield decide(id, paper -> paper.putRight(reason, today()).number(next));
            }
            case PaperCommand.CorrectPlan(var body, var role, var on, var reason) ->
                    decide(
                            id,
                            paper -> paper.putRight(reason, today()).deliberation(body, role, on));
            case PaperCommand.WithdrawPlan(var body, var reason) ->
                    decide(id, paper -> paper.putRight(reason, today()).withdrawDeliberation(body));
            case PaperCommand.CorrectRecord(var body, var result, var on, var reason) -> {
                // else the result would be lost that was typed
                if (on == null && result != null)
                    throw new BadInput("on", "Bitte geben Sie den Tag an.");
                yield outcome(
                        actor,
                        id,
                        body,
                        paper -> paper.putRight(reason, today()).outcome(body, result, on));
            }
        };
    }

    private Decision<Paper> outcome(
            Actor actor, String id, String body, Function<Paper, Decision<Paper>> decision) {
        return decide(
                id,
                paper -> {
                    if (!tellsOutcomeOf(actor, body)) keepsOrFails(actor, paper);
                    return decision.apply(paper);
                });
    }

    boolean tellsOutcomeOf(Actor actor, String body) {
        return actor.is(Role.COMMITTEE, body);
    }

    boolean keeps(Actor actor, Paper paper) {
        return rights.in(paper.proposed().body()).gives(actor, Role.SECRETARIAT);
    }

    private void keepsOrFails(Actor actor, Paper paper) {
        rights.in(paper.proposed().body()).need(actor, Role.SECRETARIAT);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    private Decision<Paper> decide(String id, Function<Paper, Decision<Paper>> decision) {
        return papers.decide(id, decision);
    }
}
