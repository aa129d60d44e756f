package de.stadtforum.session.proposals;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.messaging.PlatformClock;
import de.stadtforum.session.OurTime;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// The inbox of each body, for those who prepare its meetings.
@Controller
class ProposalPages {

    private final Inbox inbox;
    private final Names names;
    private final Clock clock;
    private final String assembly;

    ProposalPages(
            Inbox inbox,
            Names names,
            Clock clock,
            @Value("${stadtforum.assembly}") String assembly) {
        this.inbox = inbox;
        this.names = names;
        this.clock = clock;
        this.assembly = assembly;
    }

    @May({
        Role.SECRETARIAT,
        Role.CHAIR,
        Role.MEMBER,
        Role.DEPUTY,
        Role.MINUTE_TAKER,
        Role.DEPARTMENT,
        Role.LAB_TEAM
    })
    @GetMapping("/eingang")
    String inbox(
            @RequestParam(required = false) @Id @Nullable String body, Actor actor, Model model) {
        var shown = body == null ? assembly : body;
        model.addAttribute("body", shown);
        model.addAttribute("bodies", names.bodies());
        model.addAttribute("proposals", inbox.list(actor, shown));
        model.addAttribute("comments", inbox.comments(actor, shown));
        model.addAttribute("today", clock.instant().atZone(PlatformClock.CITY).toLocalDate());
        return "proposals/inbox";
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.DEPARTMENT})
    @In(field = "by")
    @PostMapping("/eingang/{id}/anmerkungen")
    RedirectView comment(
            @PathVariable @Id String id,
            @RequestParam @Id String by,
            @RequestParam @Text(max = PublicText.LONGEST) String comment,
            @RequestParam @OurTime LocalDate on,
            Actor actor) {
        var decision = inbox.comment(actor, id, new Proposal.Comment(by, comment, on));
        return Pages.after(decision, "/eingang", "notice.saved");
    }
}
