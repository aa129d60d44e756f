package de.stadtforum.lab.contributions;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.WithheldFor;
import de.stadtforum.lab.contributions.ContributionCommand.Assess;
import de.stadtforum.lab.contributions.ContributionCommand.Publish;
import de.stadtforum.lab.contributions.ContributionCommand.Withhold;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
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
    private static final int A_PAGE = 50;
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
            Actor actor,
            Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", List.of(Contribution.State.values()));
        model.addAttribute("contributions", of(state, actor));
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
    private List<Contribution> of(Contribution.State state, Actor actor) {
        return contributions.page(
                Filters.and(
                        Filters.eq("state.state", state.name()),
                        Filters.in("state.lab", inbox.labsOf(actor))),
                Sorts.ascending("state.receivedOn", "_id"),
                0,
                A_PAGE);
    }

    @May(Role.MODERATOR)
    @In(Contribution.class)
    @PostMapping("/beitraege/{id}/publish")
    RedirectView publish(@PathVariable @Id String id, @Valid @ModelAttribute Publish command) {
        var decision = contributions.decide(id, each -> each.publish(command.on()));
        return Pages.after(decision, "/beitraege", "notice.saved");
    }

    @May(Role.MODERATOR)
    @In(Contribution.class)
    @PostMapping("/beitraege/{id}/withhold")
    RedirectView withhold(@PathVariable @Id String id, @Valid @ModelAttribute Withhold command) {
        var decision =
                contributions.decide(
                        id, each -> each.withhold(command.reason(), command.note(), command.on()));
        return Pages.after(decision, "/beitraege", "notice.saved");
    }

    @May({Role.LAB_TEAM, Role.MODERATOR})
    @In(Contribution.class)
    @PostMapping("/beitraege/{id}/assess")
    RedirectView assess(@PathVariable @Id String id, @Valid @ModelAttribute Assess command) {
        return Pages.after(inbox.assess(id, command), "/beitraege/" + id, "notice.saved");
    }
}
