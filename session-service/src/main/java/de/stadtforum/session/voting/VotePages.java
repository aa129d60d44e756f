package de.stadtforum.session.voting;

import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision.Refused;
import de.stadtforum.messaging.Feed;
import de.stadtforum.messaging.PlatformClock;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// One vote: three buttons for a member, the result for everybody once it is closed, the count of the paper ballots for two people.
@Controller
class VotePages {
    private final AggregateStore<Vote> votes;
    private final AggregateStore<Meeting> meetings;
    private final Feed<Roster> rosters;
    private final VoteDesk desk;
    private final Rights rights;
    private final Names names;
    private final Validator validator;
    private final Clock clock;

    VotePages(
            AggregateStore<Vote> votes,
            AggregateStore<Meeting> meetings,
            Feed<Roster> rosters,
            VoteDesk desk,
            Rights rights,
            Names names,
            Validator validator,
            Clock clock) {
        this.votes = votes;
        this.meetings = meetings;
        this.rosters = rosters;
        this.desk = desk;
        this.rights = rights;
        this.names = names;
        this.validator = validator;
        this.clock = clock;
    }

    @Open
    @GetMapping("/abstimmungen/{id}")
    String vote(@PathVariable @Id String id, Actor actor, Model model) {
        var vote = votes.find(id).orElseThrow(Missing::new);
        var body = vote.question().body();
        var records = rights.in(body).givesAny(actor, Role.MINUTE_TAKER, Role.SECRETARIAT);
        model.addAttribute("vote", VoteView.of(vote, rights.reads(actor, body)));
        model.addAttribute("body", names.body(body));
        model.addAttribute("mine", vote.seatsOf(actor.person()));
        model.addAttribute("seats", rosters.find(body).orElse(Roster.NONE).seats());
        model.addAttribute("records", records);
        model.addAttribute("closes", rights.in(body).givesAny(actor, Role.CHAIR, Role.SECRETARIAT));
        model.addAttribute("counting", vote.counting());
        model.addAttribute("iCounted", counted(vote, actor));
        model.addAttribute("today", clock.instant().atZone(PlatformClock.CITY).toLocalDate());
        if (records) model.addAttribute("flagged", flagged(vote));
        return "voting/vote";
    }

    private static boolean counted(Vote vote, Actor actor) {
        var first = vote.counting().first();
        return first != null && first.account().equals(actor.account());
    }

    /// A fact that came later with an earlier date never changes a sealed vote; it is shown to those who run the body.
    private boolean flagged(Vote vote) {
        var meeting = meetings.find(vote.question().meeting());
        var roster = rosters.known(vote.question().body());
        if (meeting.isEmpty() || roster.isEmpty()) return false;
        var item = meeting.get().item(vote.question().item()).orElseThrow(Missing::new);
        var now = Electorate.of(meeting.get(), item, roster.get());
        return !vote.electorate().keySet().equals(now.keySet()) && !meeting.get().underWay();
    }

    @May({Role.CHAIR, Role.SECRETARIAT})
    @In(Meeting.class)
    @PostMapping("/sitzungen/{id}/abstimmungen")
    RedirectView open(
            @PathVariable @Id String id, @Valid @ModelAttribute VoteForm form, Actor actor) {
        var motion = form.motion();
        var broken = validator.validate(motion);
        if (!broken.isEmpty()) throw new ConstraintViolationException(broken);
        var asked =
                new Vote.Opening(
                        id, form.item(), form.mode(), motion, new TreeSet<>(form.confirmed()));
        var decision = desk.open(actor, form.vote(), asked);
        var target =
                decision instanceof Refused ? "/sitzungen/" + id : "/abstimmungen/" + form.vote();
        return Pages.after(decision, target, "notice.vote-opened");
    }

    @May({Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/abstimmungen/{id}/stimmen")
    RedirectView cast(
            @PathVariable @Id String id,
            @RequestParam @Id String seat,
            @RequestParam @NotUnknown Choice choice,
            Actor actor) {
        return Pages.after(
                desk.cast(actor, id, seat, choice), "/abstimmungen/" + id, "notice.ballot-counted");
    }

    @May({Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/abstimmungen/{id}/zaehlung")
    RedirectView count(
            @PathVariable @Id String id,
            @RequestParam @Min(0) @Max(1_000) int yes,
            @RequestParam @Min(0) @Max(1_000) int no,
            @RequestParam @Min(0) @Max(1_000) int abstain,
            @RequestParam @Min(0) @Max(1_000) int invalid,
            Actor actor) {
        var tally =
                new TreeMap<>(
                        Map.of(
                                Choice.YES, yes,
                                Choice.NO, no,
                                Choice.ABSTAIN, abstain,
                                Choice.INVALID, invalid));
        return Pages.after(
                desk.count(actor, id, tally), "/abstimmungen/" + id, "notice.count-entered");
    }

    @May({Role.CHAIR, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/abstimmungen/{id}/schliessen")
    RedirectView close(@PathVariable @Id String id, @RequestParam LocalDate on) {
        return Pages.after(desk.close(id, on), "/abstimmungen/" + id, "notice.vote-closed");
    }
}
