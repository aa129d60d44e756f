package de.stadtforum.lab.portal;

import de.stadtforum.city.City;
import de.stadtforum.contracts.lab.ContributionFact.WithheldFor;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What every page of the portal needs: the city's data, today, and whether to show the forms of the team.
@ControllerAdvice(annotations = Controller.class, basePackages = "de.stadtforum.lab")
class PortalWords {
    private final City city;
    private final Clock clock;

    PortalWords(City city, Clock clock) {
        this.city = city;
        this.clock = clock;
    }

    @ModelAttribute
    void add(Model model, Actor actor) {
        model.addAttribute("english", true);
        model.addAttribute("places", city);
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), PlatformClock.CITY));
        model.addAttribute(
                "withheldFor",
                Arrays.stream(WithheldFor.values())
                        .filter(each -> each != WithheldFor.UNKNOWN)
                        .toList());
        model.addAttribute("team", actor.is(Role.LAB_TEAM));
        model.addAttribute("moderator", actor.is(Role.MODERATOR));
        model.addAttribute("responsible", actor.isAny(Role.CHAIR, Role.SECRETARIAT));
    }
}
