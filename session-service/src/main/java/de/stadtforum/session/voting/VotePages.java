package de.stadtforum.session.voting;

import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.session.meetings.Course.Phase;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.motions.Addressees;
import de.stadtforum.session.motions.Motion;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.session.rosters.Seat;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Refusal;
import de.stadtforum.web.Role;
import de.stadtforum.web.Sure;
import de.stadtforum.web.Text;
import de.stadtforum.web.live.LivePages;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.view.RedirectView;

/// One vote: three buttons for a member, one form for a show of hands, the count of the paper ballots for two people, the result for everybody.
@Controller
class VotePages {
    /// A show of hands on one form.
    ///
    /// @param choices by seat
    /// @param others what all seats chose that are not named
    record ShowOfHands(
            @Nullable @Size(max = 1_000)
                    Map<@NotNull @Id String, @Nullable @NotUnknown Choice> choices,
            @Nullable @NotUnknown Choice others) {}

    /// Who votes for a seat that the reader fills at other times.
    ///
    /// @param person by name; nothing where the reader may not see it
    /// @param entitled the seat has a vote at all
    record Elsewhere(String seat, @Nullable String person, boolean entitled) {}

    private final AggregateStore<Vote> votes;
    private final AggregateStore<Meeting> meetings;
    private final Feed<Roster> rosters;
    private final VoteDesk desk;
    private final Addressees addressees;
    private final Rights rights;
    private final Names names;
    private final Validator validator;
    private final LiveMeetings followed;
    private final LivePages live;

    VotePages(
            AggregateStore<Vote> votes,
            AggregateStore<Meeting> meetings,
            Feed<Roster> rosters,
            VoteDesk desk,
            Addressees addressees,
            Rights rights,
            Names names,
            Validator validator,
            LiveMeetings followed,
            LivePages live) {
        this.votes = votes;
        this.meetings = meetings;
        this.rosters = rosters;
        this.desk = desk;
        this.addressees = addressees;
        this.rights = rights;
        this.names = names;
        this.validator = validator;
        this.followed = followed;
        this.live = live;
    }

    @Open
    @GetMapping("/abstimmungen/{id}")
    String vote(@PathVariable @Id String id, Actor actor, Model model) {
        var asked = votes.find(id).orElseThrow(Missing::new);
        live.show(model, followed.of(asked.question().meeting()), "/abstimmungen/" + id);
        var vote = votes.find(id).orElse(asked);
        var body = vote.question().body();
        var reads = rights.reads(actor, body);
        var records = rights.in(body).givesAny(actor, Role.MINUTE_TAKER, Role.SECRETARIAT);
        var roster = rosters.find(body).orElse(Roster.NONE);
        var people = reads ? names.persons(persons(vote)) : null;
        var meeting = meetings.find(vote.question().meeting()).orElse(null);
        var meets = meeting != null && meeting.underWay();
        var signed = meeting != null && meeting.course().phase() == Phase.SIGNED;
        var today = desk.today();
        var leads =
                meeting != null
                        && rights.in(body)
                                .givesAny(
                                        actor,
                                        Role.SECRETARIAT,
                                        Role.CHAIR,
                                        Role.MEMBER,
                                        Role.DEPUTY)
                        && desk.leading(actor, meeting, vote.question().item()) == null;
        model.addAttribute("vote", VoteView.of(vote, reads));
        model.addAttribute("body", names.body(body));
        model.addAttribute("item", meeting == null ? null : item(vote, meeting, reads));
        model.addAttribute("effect", effect(vote));
        model.addAttribute("mine", vote.seatsOf(actor.person()));
        model.addAttribute("castMine", castMine(vote, actor));
        model.addAttribute("elsewhere", elsewhere(vote, actor, roster, people));
        model.addAttribute("labels", SeatLabels.of(vote.electorate(), roster, people));
        model.addAttribute("meets", meets);
        model.addAttribute("records", records);
        if (records) model.addAttribute("recorded", recorded(vote));
        model.addAttribute(
                "totalling",
                records
                        && !signed
                        && vote.ballots().isEmpty()
                        && (!meets || today.isAfter(vote.question().day())));
        model.addAttribute("cancels", leads && !signed);
        model.addAttribute("closes", leads && !signed && (meets || vote.hands().totals() != null));
        model.addAttribute("on", meets && !vote.late() ? today : vote.question().day());
        model.addAttribute(
                "concludes",
                meeting != null
                        && meeting.item(vote.question().item())
                                .filter(item -> item.outcome() == null)
                                .isPresent());
        model.addAttribute("counting", vote.counting());
        model.addAttribute("iCounted", counted(vote, actor));
        if (records) model.addAttribute("flagged", flagged(vote, meeting));
        return "voting/vote";
    }

    @Open
    @GetMapping("/abstimmungen/{id}/ereignisse")
    ResponseEntity<SseEmitter> events(@PathVariable @Id String id) {
        var vote = votes.find(id).orElseThrow(Missing::new);
        return live.stream(followed.of(vote.question().meeting()));
    }

    private static List<String> persons(Vote vote) {
        return vote.electorate().values().stream().map(Entrant::person).toList();
    }

    private static List<String> castMine(Vote vote, Actor actor) {
        return vote.seatsOf(actor.person()).stream().filter(vote.ballots()::containsKey).toList();
    }

    /// A deputy or a former member reads who votes for the seat.
    private static List<Elsewhere> elsewhere(
            Vote vote, Actor actor, Roster roster, @Nullable Map<String, String> people) {
        var person = actor.person();
        var all = new ArrayList<Elsewhere>();
        if (person == null) return all;
        roster.seats()
                .forEach((id, seat) -> {
                    var entrant = vote.electorate().get(id);
                    if (!filled(seat, person) || entrant != null && entrant.person().equals(person))
                        return;
                    var name =
                            entrant == null || people == null
                                    ? null
                                    : SeatLabels.known(people, entrant.person());
                    all.add(new Elsewhere(seat.name(), name, entrant != null));
                });
        return all;
    }

    private static boolean filled(Seat seat, String person) {
        return seat.delegations().stream().anyMatch(each -> each.person().equals(person))
                || seat.deputies().stream().anyMatch(each -> each.person().equals(person));
    }

    private static boolean counted(Vote vote, Actor actor) {
        var first = vote.counting().first();
        return first != null && first.account().equals(actor.account());
    }

    /// A fact that came later with an earlier date never changes a sealed vote; it is shown to those who run the body.
    private boolean flagged(Vote vote, @Nullable Meeting meeting) {
        var roster = rosters.known(vote.question().body()).orElse(null);
        if (meeting == null || roster == null || meeting.underWay()) return false;
        var item = meeting.item(vote.question().item()).orElse(null);
        return item != null
                && !vote.electorate()
                        .keySet()
                        .equals(Electorate.of(meeting, item, roster).keySet());
    }

    /// What the minute taker wrote down, to be checked before the result is final.
    private static SortedMap<String, Choice> recorded(Vote vote) {
        var recorded = new TreeMap<>(vote.ballots());
        recorded.keySet().retainAll(vote.hands().seats());
        return recorded;
    }

    /// Which item it belongs to, as far as the reader may know.
    private static @Nullable String item(Vote vote, Meeting meeting, boolean reads) {
        return meeting.item(vote.question().item())
                .filter(item -> reads || item.inPublic())
                .map(item -> item.number() + " " + item.title())
                .orElse(null);
    }

    /// The page of what a carried motion brought about.
    private static @Nullable String effect(Vote vote) {
        var result = vote.result();
        if (result == null || !result.carried()) return null;
        return switch (vote.question().motion()) {
            case Motion.Recommend it -> "/empfehlungen/" + it.id();
            case Motion.AdoptRules _ -> "/geschaeftsordnung";
            case Motion.NameField it -> "/handlungsfelder/" + it.id();
            case Motion.ShapeField it -> "/handlungsfelder/" + it.id();
            case Motion.FormGroup it -> "/arbeitsgruppen/" + it.id();
            case Motion.EndGroup it -> "/arbeitsgruppen/" + it.id();
            case Motion.ProposePaper it -> "/vorlagen/" + it.id();
            case Motion.GiveStatement _ -> "/fragen";
            case Motion.Appoint _, Motion.Procedural _ -> null;
        };
    }

    @FormOn("/sitzungen/{id}?item={item}&kind={kind}")
    @May({Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.SECRETARIAT})
    @In(Meeting.class)
    @PostMapping("/sitzungen/{id}/abstimmungen")
    RedirectView open(
            @PathVariable @Id String id, @Valid @ModelAttribute VoteForm form, Actor actor)
            throws BindException {
        var to = form.to();
        var addressee = to == null ? null : addressees.kindOf(to);
        if (to != null && addressee == null) throw new Refusal(addressees.unknown());
        var motion = form.motion(addressee);
        check(form, motion);
        var asked =
                new Vote.Opening(
                        id, form.item(), form.mode(), motion, new TreeSet<>(form.confirmed()));
        return Pages.after(
                desk.open(actor, form.vote(), asked),
                "/abstimmungen/" + form.vote(),
                "notice.vote-opened");
    }

    /// What is wrong with a motion is said at the control that it was filled in with.
    private void check(VoteForm form, Motion motion) throws BindException {
        var faults = new BeanPropertyBindingResult(form, "form");
        validator.validate(motion).stream()
                // where `to` is missing it is said once
                .filter(each -> !each.getPropertyPath().toString().equals("addressee"))
                .forEach(each ->
                        faults.addError(
                                new FieldError(
                                        "form",
                                        VoteForm.control(
                                                each.getPropertyPath()
                                                        .toString()
                                                        .replaceFirst("\\[.*", "")),
                                        null,
                                        false,
                                        new String[] {
                                            each.getConstraintDescriptor()
                                                    .getAnnotation()
                                                    .annotationType()
                                                    .getSimpleName()
                                        },
                                        null,
                                        each.getMessage())));
        if (faults.hasErrors()) throw new BindException(faults);
    }

    @FormOn("/abstimmungen/{id}")
    @May({Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/abstimmungen/{id}/stimmen")
    RedirectView cast(
            @PathVariable @Id String id,
            @RequestParam @Id String seat,
            @RequestParam @NotUnknown Choice choice,
            Actor actor) {
        return after(id, desk.cast(actor, id, seat, choice), "notice.ballot-counted");
    }

    @FormOn("/abstimmungen/{id}")
    @May({Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/abstimmungen/{id}/handzeichen")
    RedirectView castAll(@PathVariable @Id String id, @Valid @ModelAttribute ShowOfHands hands) {
        var choices = new TreeMap<String, Choice>();
        if (hands.choices != null)
            hands.choices.forEach((seat, choice) -> {
                if (choice != null) choices.put(seat, choice);
            });
        return after(id, desk.castAll(id, choices, hands.others), "notice.hands-recorded");
    }

    @FormOn("/abstimmungen/{id}")
    @May({Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/abstimmungen/{id}/handzeichen/zuruecknehmen")
    RedirectView withdrawBallot(
            @PathVariable @Id String id, @Valid @ModelAttribute VoteApi.WithdrawBallot it) {
        return after(
                id, desk.withdrawBallot(id, it.seat(), it.reason()), "notice.ballot-withdrawn");
    }

    @FormOn("/abstimmungen/{id}")
    @May({Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/abstimmungen/{id}/summen")
    RedirectView total(@PathVariable @Id String id, @Valid @ModelAttribute VoteApi.Totals it) {
        return after(id, desk.total(id, it.tally(), it.reason()), "notice.totals-entered");
    }

    @FormOn("/abstimmungen/{id}")
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
        return after(id, desk.count(actor, id, tally), "notice.count-entered");
    }

    @FormOn("/abstimmungen/{id}")
    @May({Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/abstimmungen/{id}/zaehlung/zuruecknehmen")
    RedirectView withdrawCounts(
            @PathVariable @Id String id, @RequestParam @Text(max = 1_000) String reason) {
        return after(id, desk.withdrawCounts(id, reason), "notice.count-withdrawn");
    }

    @FormOn("/abstimmungen/{id}")
    @May({Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/abstimmungen/{id}/abbrechen")
    RedirectView cancel(
            @PathVariable @Id String id,
            @RequestParam @Text(max = 1_000) String reason,
            @RequestParam(defaultValue = "false") @Sure boolean sure,
            Actor actor) {
        return after(id, desk.cancel(actor, id, reason), "notice.vote-cancelled");
    }

    @FormOn("/abstimmungen/{id}")
    @May({Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/abstimmungen/{id}/schliessen")
    RedirectView close(
            @PathVariable @Id String id,
            @RequestParam(required = false) @PastDay @Nullable LocalDate on,
            @RequestParam(required = false) @Min(0) @Max(1_000) @Nullable Integer confirmedMissing,
            @RequestParam(defaultValue = "false") boolean decided,
            Actor actor) {
        return after(
                id, desk.close(actor, id, on, confirmedMissing, decided), "notice.vote-closed");
    }

    private static RedirectView after(String id, Decision<Vote> decision, String notice) {
        return Pages.after(decision, "/abstimmungen/" + id, notice);
    }
}
