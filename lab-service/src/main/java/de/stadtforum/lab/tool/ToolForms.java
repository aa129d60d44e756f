package de.stadtforum.lab.tool;

import de.stadtforum.lab.presentations.Present;
import de.stadtforum.lab.presentations.WithdrawPresentation;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/// The forms on the page of the city's platform: the same commands as the API.
@Controller
class ToolForms {
    private final ToolDesk desk;

    ToolForms(ToolDesk desk) {
        this.desk = desk;
    }

    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(ToolStatement.class)
    @FormOn("/beteiligungsplattform")
    @PostMapping("/beteiligungsplattform/{id}")
    RedirectView make(@PathVariable @Id String id, @Valid @ModelAttribute ToolDesk.Make command) {
        return Pages.after(desk.make(id, command), "/beteiligungsplattform", "notice.tool-made");
    }

    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(ToolStatement.class)
    @FormOn("/beteiligungsplattform")
    @PostMapping("/beteiligungsplattform/{id}/present")
    RedirectView present(@PathVariable @Id String id, @Valid @ModelAttribute Present command) {
        return Pages.after(
                desk.present(id, command), "/beteiligungsplattform", "notice.tool-presented");
    }

    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(ToolStatement.class)
    @FormOn("/beteiligungsplattform")
    @PostMapping("/beteiligungsplattform/{id}/withdraw-presentation")
    RedirectView withdraw(
            @PathVariable @Id String id, @Valid @ModelAttribute WithdrawPresentation command) {
        return Pages.after(
                desk.withdraw(id, command),
                "/beteiligungsplattform",
                "notice.presentation-withdrawn");
    }
}
