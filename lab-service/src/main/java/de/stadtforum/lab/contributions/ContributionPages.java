package de.stadtforum.lab.contributions;

import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.lab.labs.Lab;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Where a resident sends a contribution, follows its way and takes it back.
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
        model.addAttribute("readable", contribution.state() == Contribution.State.PUBLISHED);
        return show(contribution, model);
    }

    /// The sender's own page: the words also while they wait for a decision, never what was withheld, for a link is passed on easily.
    @Open
    @GetMapping("/beitraege/beleg/{key}")
    String receipt(@PathVariable @Id String key, HttpServletResponse response, Model model) {
        var contribution =
                contributions.find(new Receipt(key).contribution()).orElseThrow(Missing::new);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("key", key);
        model.addAttribute(
                "readable",
                contribution.state() == Contribution.State.RECEIVED
                        || contribution.state() == Contribution.State.PUBLISHED);
        return show(contribution, model);
    }

    /// Taken back as easily as it was given: the key is all it takes.
    @Open
    @FormOn("/beitraege/beleg/{key}")
    @PostMapping("/beitraege/beleg/{key}/withdraw")
    RedirectView takeBack(
            @PathVariable @Id String key,
            @Valid @ModelAttribute ContributionCommand.TakeBack command,
            Locale locale) {
        return Pages.after(
                inbox.takeBack(new Receipt(key)),
                "/beitraege/beleg/" + key + inEnglish(locale),
                "notice.taken-back");
    }

    /// Other words sent with the same form are a second contribution: its own receipt is the answer.
    @Open
    @FormOn("/labore/{lab}")
    @PostMapping("/labore/{lab}/beitraege")
    ModelAndView send(
            @PathVariable @Id String lab,
            @Valid @ModelAttribute("sending") Sending sending,
            Locale locale) {
        if (sending.website() != null) throw new Refusal(Inbox.Refusal.HIDDEN_FIELD);
        var command =
                new ContributionCommand.Send(
                        lab, Channel.ONLINE, sending.text(), sending.location(), inbox.today());
        var filed = inbox.file(new Receipt(sending.id()), command, Actor.RESIDENT);
        if (filed.decision().equals(refused(Inbox.Refusal.TOO_MANY_AT_ONCE)))
            return later(lab, sending);
        var second = !filed.receipt().key().equals(sending.id());
        return new ModelAndView(
                Pages.after(
                        filed.decision(),
                        "/beitraege/beleg/" + filed.receipt().key() + inEnglish(locale),
                        second ? "notice.received-second" : "notice.received"));
    }

    private String show(Contribution contribution, Model model) {
        var lab = labs.find(contribution.lab()).orElseThrow(Missing::new);
        model.addAttribute("contribution", contribution);
        model.addAttribute("lab", lab);
        model.addAttribute("way", Way.of(contribution, lab));
        return "contributions/contribution";
    }

    /// The form with what was written, so that nobody writes it twice.
    private ModelAndView later(String lab, Sending sending) {
        var page = new ModelAndView("contributions/send", HttpStatus.TOO_MANY_REQUESTS);
        page.addObject("lab", labs.find(lab).orElseThrow(Missing::new));
        page.addObject("sending", sending);
        page.addObject("wrong", Inbox.Refusal.TOO_MANY_AT_ONCE.key());
        return page;
    }

    private static String inEnglish(Locale locale) {
        return locale.getLanguage().equals("en") ? "?lang=en" : "";
    }
}
