package de.stadtforum.membership.invitations;

import de.stadtforum.membership.bodies.Body;
import de.stadtforum.membership.bodies.Delegations;
import de.stadtforum.membership.persons.Person;
import de.stadtforum.messaging.commands.Decision.Refused;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PublicAddress;
import de.stadtforum.web.Refusal;
import de.stadtforum.web.Role;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The link for somebody on the roster: made by who names for the seat, shown to them alone, accepted by whoever logs in with it first.
@Controller
class InvitationPages {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d. MMMM yyyy, HH:mm 'Uhr'", Locale.GERMAN);
    private static final String SECRET = "[A-Za-z0-9_-]{43}";

    /// @param whom seat and person, as one choice
    /// @param seed of the form: sent again, it shows the same link
    /// @param renew a link that still holds is replaced on purpose
    record Invite(
            @NotNull
                    @Pattern(
                            regexp = "[a-z0-9][a-z0-9-]{0,79}/[a-z0-9][a-z0-9-]{0,63}",
                            message = "{rule.choice}")
                    String whom,
            @NotNull @Pattern(regexp = SECRET, message = "{rule.choice}") String seed,
            @Nullable Boolean renew) {
        private String seat() {
            return whom.substring(0, whom.indexOf('/'));
        }

        private String person() {
            return whom.substring(whom.indexOf('/') + 1);
        }
    }

    private final Invitations invitations;
    private final Delegations delegations;
    private final PublicAddress address;

    InvitationPages(Invitations invitations, Delegations delegations, PublicAddress address) {
        this.invitations = invitations;
        this.delegations = delegations;
        this.address = address;
    }

    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "whom")
    @FormOn("/gremien/{id}")
    @PostMapping("/gremien/{id}/einladungen")
    ModelAndView invite(
            @PathVariable @Id String id,
            @Valid @ModelAttribute Invite form,
            Actor actor,
            HttpServletResponse response) {
        delegations.needToInvite(actor, id, form.seat(), form.person());
        var link =
                invitations.invite(form.person(), form.seed(), Boolean.TRUE.equals(form.renew()));
        if (link.decision() instanceof Refused<Person>(var reason)) throw new Refusal(reason);
        response.setHeader("Cache-Control", "no-store");
        var page = new ModelAndView("invitations/invited");
        page.addObject("body", id);
        page.addObject("link", address.of("/einladungen/" + link.secret()));
        page.addObject("until", DAY.format(link.until().atZone(PlatformClock.CITY)));
        return page;
    }

    @Open
    @GetMapping("/einladungen/{secret}")
    ModelAndView show(
            @PathVariable @Pattern(regexp = SECRET) String secret, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer"); // the address is the secret
        var invited = invitations.open(secret);
        if (invited.isEmpty())
            return new ModelAndView("invitations/no-invitation", HttpStatus.NOT_FOUND);
        var page = new ModelAndView("invitations/invitation");
        page.addObject("name", invited.get().name());
        page.addObject("seats", delegations.seatsOf(invited.get().id()));
        page.addObject("secret", secret);
        return page;
    }

    @May({})
    @FormOn("/einladungen/{secret}")
    @PostMapping("/einladungen/{secret}")
    RedirectView accept(@PathVariable @Pattern(regexp = SECRET) String secret, Actor actor) {
        var decision = invitations.accept(secret, actor.account());
        if (decision instanceof Refused<Person>(var reason)) throw new Refusal(reason);
        return Pages.to("/gremien", "notice.invitation-accepted");
    }
}
