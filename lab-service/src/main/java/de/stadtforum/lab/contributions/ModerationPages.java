package de.stadtforum.lab.contributions;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.WithheldFor;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.documents.Slice;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// Where moderators publish or withhold and the lab team assesses.
@Controller
class ModerationPages {

    /// Of what was taken back nothing is left to read.
    private static final List<Contribution.State> STATES =
            List.of(
                    Contribution.State.RECEIVED,
                    Contribution.State.PUBLISHED,
                    Contribution.State.WITHHELD);

    private final AggregateStore<Contribution> contributions;
    private final Inbox inbox;

    ModerationPages(AggregateStore<Contribution> contributions, Inbox inbox) {
        this.contributions = contributions;
        this.inbox = inbox;
    }

    @May({Role.MODERATOR, Role.LAB_TEAM})
    @GetMapping("/beitraege")
    String list(
            @RequestParam(name = "stand", defaultValue = "RECEIVED") Contribution.State state,
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            Actor actor,
            Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", STATES);
        var slice = of(state, actor, from);
        var listed = slice.lines();
        Pages.further(model, slice, from);
        model.addAttribute("contributions", listed);
        model.addAttribute("labs", inbox.labsOf(listed));
        model.addAttribute(
                "reasons",
                Arrays.stream(WithheldFor.values())
                        .filter(each -> each != WithheldFor.UNKNOWN)
                        .toList());
        model.addAttribute(
                "assessments",
                Arrays.stream(Assessment.values())
                        .filter(each -> each != Assessment.UNKNOWN)
                        .toList());
        model.addAttribute("today", inbox.today());
        return "contributions/moderation";
    }

    /// What waits longest comes first.
    private Slice<Contribution> of(Contribution.State state, Actor actor, @Nullable String from) {
        return contributions.slice(
                Filters.and(
                        Filters.eq("state.state", state.name()),
                        Filters.in("state.lab", inbox.labsOf(actor))),
                Order.ascending("state.receivedOn"),
                from,
                Pages.LINES);
    }

    @May(Role.MODERATOR)
    @In(Contribution.class)
    @FormOn("/beitraege?stand={stand}")
    @PostMapping("/beitraege/{id}/publish")
    RedirectView publish(
            @PathVariable @Id String id,
            @RequestParam(name = "stand", required = false) Contribution.@Nullable State seen,
            @Valid @ModelAttribute ContributionCommand.Publish command) {
        return after(id, command, seen, "publish");
    }

    @May(Role.MODERATOR)
    @In(Contribution.class)
    @FormOn("/beitraege?stand={stand}")
    @PostMapping("/beitraege/{id}/withhold")
    RedirectView withhold(
            @PathVariable @Id String id,
            @RequestParam(name = "stand", required = false) Contribution.@Nullable State seen,
            @Valid @ModelAttribute ContributionCommand.Withhold command) {
        return after(id, command, seen, "withhold");
    }

    @May({Role.LAB_TEAM, Role.MODERATOR})
    @In(Contribution.class)
    @FormOn("/beitraege?stand={stand}")
    @PostMapping("/beitraege/{id}/assess")
    RedirectView assess(
            @PathVariable @Id String id,
            @RequestParam(name = "stand", required = false) Contribution.@Nullable State seen,
            @Valid @ModelAttribute ContributionCommand.Assess command) {
        return after(id, command, seen, "assess");
    }

    @May(Role.MODERATOR)
    @In(Contribution.class)
    @FormOn("/beitraege?stand={stand}")
    @PostMapping("/beitraege/{id}/lift-withholding")
    RedirectView liftWithholding(
            @PathVariable @Id String id,
            @RequestParam(name = "stand", required = false) Contribution.@Nullable State seen,
            @Valid @ModelAttribute ContributionCommand.LiftWithholding command) {
        return after(id, command, seen, "lift-withholding");
    }

    @May(Role.MODERATOR)
    @In(Contribution.class)
    @FormOn("/beitraege?stand={stand}")
    @PostMapping("/beitraege/{id}/withdraw-publication")
    RedirectView withdrawPublication(
            @PathVariable @Id String id,
            @RequestParam(name = "stand", required = false) Contribution.@Nullable State seen,
            @Valid @ModelAttribute ContributionCommand.WithdrawPublication command) {
        return after(id, command, seen, "withdraw-publication");
    }

    @May({Role.LAB_TEAM, Role.MODERATOR})
    @In(Contribution.class)
    @FormOn("/beitraege?stand={stand}")
    @PostMapping("/beitraege/{id}/correct-assessment")
    RedirectView correctAssessment(
            @PathVariable @Id String id,
            @RequestParam(name = "stand", required = false) Contribution.@Nullable State seen,
            @Valid @ModelAttribute ContributionCommand.CorrectAssessment command) {
        return after(id, command, seen, "correct-assessment");
    }

    @May({Role.LAB_TEAM, Role.MODERATOR})
    @In(Contribution.class)
    @FormOn("/beitraege?stand={stand}")
    @PostMapping("/beitraege/{id}/withdraw")
    RedirectView withdraw(
            @PathVariable @Id String id,
            @RequestParam(name = "stand", required = false) Contribution.@Nullable State seen,
            @Valid @ModelAttribute ContributionCommand.Withdraw command) {
        return after(id, command, seen, "withdraw");
    }

    /// Back to the list where the next one waits.
    private RedirectView after(
            String id, ContributionCommand command, Contribution.@Nullable State seen, String act) {
        return Pages.after(
                inbox.give(id, command, seen),
                "/beitraege?stand=" + (seen == null ? Contribution.State.RECEIVED : seen),
                "notice.contribution-" + act);
    }
}
