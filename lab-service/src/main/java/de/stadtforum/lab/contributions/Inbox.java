package de.stadtforum.lab.contributions;

import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.lab.districts.CityRights;
import de.stadtforum.lab.labs.Lab;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Followed;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Denied;
import de.stadtforum.web.Role;
import de.stadtforum.web.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Receives contributions, from the page and from the API alike: only into a lab that takes them, and not in a flood (resolution 5.4b).
@Component
class Inbox {
    enum Refusal implements Reason {
        NO_SUCH_LAB,
        /// A date of one's own is for the team, which enters what came on paper.
        NOT_TODAY,
        TOO_MANY_AT_ONCE,
        /// A program filled in what nobody sees; a browser does so too, and then sending once more helps.
        HIDDEN_FIELD;

        @Override
        public @Nullable String field() {
            return this == NOT_TODAY ? "on" : null;
        }
    }

    /// What became of a form, and the receipt under which it was filed.
    record Filed(Receipt receipt, Decision<Contribution> decision) {}

    private final AggregateStore<Contribution> contributions;
    private final AggregateStore<Lab> labs;
    private final Followed<Lab> allLabs;
    private final CityRights rights;
    private final Clock clock;
    private final Flood flood;

    Inbox(
            AggregateStore<Contribution> contributions,
            AggregateStore<Lab> labs,
            Followed<Lab> allLabs,
            CityRights rights,
            Clock clock,
            @Value("${stadtforum.contributions.per-minute}") int mostPerMinute) {
        this.contributions = contributions;
        this.labs = labs;
        this.allLabs = allLabs;
        this.rights = rights;
        this.clock = clock;
        this.flood = new Flood(mostPerMinute);
    }

    /// The team enters what came in, with its own date; anybody else sends online, today, and not too much at once.
    Decision<Contribution> take(String id, ContributionCommand.Send sent, Actor actor) {
        var lab = labs.find(sent.lab());
        if (lab.isEmpty()) return Decision.refused(Refusal.NO_SUCH_LAB);
        var entered = actor.is(Role.LAB_TEAM, lab.get().plan().district());
        if (sent.channel() != Channel.ONLINE && !entered) throw Denied.to(actor, Role.LAB_TEAM);
        if (!entered && contributions.find(id).isEmpty()) { // the same again is no flood
            if (!sent.on().equals(today())) return Decision.refused(Refusal.NOT_TODAY);
            if (!flood.takes(sent.lab(), System.nanoTime()))
                return Decision.refused(Refusal.TOO_MANY_AT_ONCE);
        }
        return receive(id, sent, lab.get());
    }

    /// From a form: the same words are the same contribution, other words with the same key a second one.
    Filed file(Receipt receipt, ContributionCommand.Send sent, Actor actor) {
        var decision = fileUnder(receipt, sent, actor);
        if (!decision.equals(Decision.refused(Contribution.Refusal.OTHER_CONTENT))
                && !decision.equals(Decision.refused(Contribution.Refusal.ALREADY_WITHDRAWN)))
            return new Filed(receipt, decision);
        var second = receipt.of(sent.text(), sent.location());
        return new Filed(second, fileUnder(second, sent, actor));
    }

    private Decision<Contribution> fileUnder(
            Receipt receipt, ContributionCommand.Send sent, Actor actor) {
        var there = contributions.find(receipt.contribution());
        // sent again after midnight it is still the same
        var again =
                there.isPresent()
                        && there.get().lab().equals(sent.lab())
                        && there.get().channel() == sent.channel()
                        && there.get().text().equals(sent.text())
                        && Objects.equals(there.get().location(), sent.location());
        return again ? Decision.unchanged() : take(receipt.contribution(), sent, actor);
    }

    /// By whoever has the key; who has only the contribution's address cannot.
    Decision<Contribution> takeBack(Receipt receipt) {
        var today = today();
        return contributions.decide(receipt.contribution(), each -> each.withdraw(null, today));
    }

    /// What is read of the lab here may be put right before the contribution is written: then it was open when it was sent, and that counts.
    private Decision<Contribution> receive(String id, ContributionCommand.Send sent, Lab lab) {
        var takesIt =
                lab.counts()
                        && (sent.channel() != Channel.ONLINE
                                || lab.takesOnlineContributions(sent.on()));
        return contributions.create(
                id,
                existing ->
                        Contribution.receive(
                                existing,
                                id,
                                sent.lab(),
                                sent.channel(),
                                sent.text(),
                                sent.location(),
                                sent.on(),
                                takesIt));
    }

    /// What is not published is for the moderators and the team of its lab's district.
    boolean mayRead(Actor actor, Contribution contribution) {
        return scopeOf(contribution)
                .filter(scope -> scope.givesAny(actor, Role.LAB_TEAM, Role.MODERATOR))
                .isPresent();
    }

    /// The labs whose contributions are for this moderator or team.
    SortedSet<String> labsOf(Actor actor) {
        var mine = new TreeSet<String>();
        for (var lab : allLabs.all())
            if (rights.in(lab.plan().district()).givesAny(actor, Role.LAB_TEAM, Role.MODERATOR))
                mine.add(lab.id());
        return mine;
    }

    Optional<Scope> scopeOf(Contribution contribution) {
        return labs.find(contribution.lab()).map(lab -> rights.in(lab.plan().district()));
    }

    Decision<Contribution> give(String id, ContributionCommand command) {
        var today = today();
        return contributions.decide(id, each -> decide(each, command, today));
    }

    /// From a page that may be older than what a colleague decided meanwhile.
    ///
    /// @param seen the state that the page showed; null where it does not say
    Decision<Contribution> give(
            String id, ContributionCommand command, Contribution.@Nullable State seen) {
        var today = today();
        return contributions.decide(
                id,
                each -> {
                    var decision = decide(each, command, today);
                    return decision instanceof Decision.Changed
                                    && seen != null
                                    && each.state() != seen
                            ? Decision.refused(Contribution.Refusal.DECIDED_MEANWHILE)
                            : decision;
                });
    }

    private static Decision<Contribution> decide(
            Contribution each, ContributionCommand command, LocalDate today) {
        return switch (command) {
            case ContributionCommand.Publish(var on) -> each.publish(on);
            case ContributionCommand.Withhold(var reason, var note, var on) ->
                    each.withhold(reason, note, on);
            case ContributionCommand.Assess(var assessment, var text, var on) ->
                    each.assess(assessment, text, on);
            case ContributionCommand.LiftWithholding(var reason) ->
                    each.liftWithholding(reason, today);
            case ContributionCommand.WithdrawPublication(var reason) ->
                    each.withdrawPublication(reason, today);
            case ContributionCommand.CorrectAssessment(
                            var assessment,
                            var text,
                            var on,
                            var reason) ->
                    each.correctAssessment(assessment, text, on, reason, today);
            case ContributionCommand.Withdraw(var reason, _) -> each.withdraw(reason, today);
            case ContributionCommand.TakeBack _ -> each.withdraw(null, today);
            case ContributionCommand.Send _ ->
                    throw new IllegalArgumentException("it is received once");
        };
    }

    /// The labs of these contributions, by id: pages name them.
    Map<String, Lab> labsOf(Collection<Contribution> some) {
        return labs.findAll(some.stream().map(Contribution::lab).distinct().toList());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }
}
