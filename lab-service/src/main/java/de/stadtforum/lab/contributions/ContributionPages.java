package de.stadtforum.lab.contributions;

import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.lab.labs.Lab;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision.Refused;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Id;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where a resident sends a contribution and follows its way.
@Controller
class ContributionPages {
    private final AggregateStore<Contribution> contributions;
    private final AggregateStore<Lab> labs;
    private final Inbox inbox;

    ContributionPages(
            AggregateStore<Contribution> contributions, AggregateStore<Lab> labs, Inbox inbox) {
        this.contributions = contributions;
        this.labs = labs;
        this.inbox = inbox;
    }

    /// Nobody reads here what is not published, whoever has the link.
    @Open
    @GetMapping("/beitraege/{id}")
    String contribution(@PathVariable @Id String id, Model model) {
        var contribution = contributions.find(id).orElseThrow(Missing::new);
        var lab = labs.find(contribution.lab()).orElseThrow(Missing::new);
        model.addAttribute("contribution", contribution);
        model.addAttribute("readable", contribution.state() == Contribution.State.PUBLISHED);
        model.addAttribute("lab", lab);
        model.addAttribute("way", Way.of(contribution, lab));
        return "contributions/contribution";
    }

    @Open
    @PostMapping("/labore/{lab}/beitraege")
    ModelAndView send(
            @PathVariable @Id String lab,
            @Valid @ModelAttribute("sending") Sending sending,
            BindingResult binding,
            Locale locale) {
        if (binding.hasErrors())
            return again(lab, sending, "contribute.invalid", HttpStatus.BAD_REQUEST);
        var command =
                new ContributionCommand.Send(
                        lab, Channel.ONLINE, sending.text(), sending.location(), inbox.today());
        if (inbox.take(sending.id(), command, Actor.RESIDENT) instanceof Refused<?>(var reason)) {
            var flood = reason == Inbox.Refusal.TOO_MANY_AT_ONCE;
            return again(
                    lab,
                    sending,
                    reason.key(),
                    flood ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.CONFLICT);
        }
        var way = Pages.to("/beitraege/" + sending.id(), "notice.received");
        if (locale.getLanguage().equals("en")) way.setUrl(way.getUrl() + "&lang=en");
        return new ModelAndView(way);
    }

    /// The form with what was written, so that nobody writes it twice.
    private ModelAndView again(String lab, Sending sending, String problem, HttpStatus status) {
        var page = new ModelAndView("contributions/send", status);
        page.addObject("lab", labs.find(lab).orElseThrow(Missing::new));
        page.addObject("sending", sending);
        page.addObject("wrong", problem);
        return page;
    }
}
