package de.stadtforum.lab.contributions;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.lab.labs.Lab;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// Where the team enters contributions that came on paper or at the event, one after another (resolution 5.4b).
@Controller
class EntryPages {
    private static final List<Channel> CHANNELS =
            List.of(Channel.PAPER, Channel.ON_SITE, Channel.CITY_TOOL, Channel.ONLINE);
    private final AggregateStore<Contribution> contributions;
    private final AggregateStore<Lab> labs;
    private final Inbox inbox;

    EntryPages(AggregateStore<Contribution> contributions, AggregateStore<Lab> labs, Inbox inbox) {
        this.contributions = contributions;
        this.labs = labs;
        this.inbox = inbox;
    }

    /// The form comes empty, with the channel and the day of the one before.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @GetMapping("/labore/{id}/eintragen")
    String form(
            @PathVariable @Id String id,
            @RequestParam(name = "kanal", defaultValue = "PAPER") Channel channel,
            @RequestParam(name = "tag", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate day,
            Model model) {
        var lab = labs.find(id).orElseThrow(Missing::new);
        var on = day == null ? inbox.today() : day;
        model.addAttribute("lab", lab);
        model.addAttribute("channels", CHANNELS);
        model.addAttribute("channel", channel);
        model.addAttribute("on", on);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("entered", entered(id, channel, on));
        return "contributions/entry";
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}/eintragen")
    @PostMapping("/labore/{id}/eintragen")
    RedirectView enter(
            @PathVariable @Id String id, @Valid @ModelAttribute Entry entry, Actor actor) {
        return Pages.after(
                inbox.file(new Receipt(entry.key()), entry.into(id), actor).decision(),
                "/labore/" + id + "/eintragen?kanal=" + entry.channel() + "&tag=" + entry.on(),
                "notice.entered");
    }

    /// Counted, not carried along: no address can say another number.
    private long entered(String lab, Channel channel, LocalDate on) {
        return contributions.count(
                Filters.and(
                        Filters.eq("state.lab", lab),
                        Filters.eq("state.channel", channel.name()),
                        Filters.eq("state.receivedOn", on.toString()),
                        Filters.ne("state.state", Contribution.State.WITHDRAWN.name())));
    }
}
