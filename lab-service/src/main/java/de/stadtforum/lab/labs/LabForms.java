package de.stadtforum.lab.labs;

import de.stadtforum.web.Actor;
import de.stadtforum.web.Id;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// The forms of the lab team on a lab's page: the same commands as the API, answered with the page and a notice.
@Controller
class LabForms {
    private final LabDesk desk;

    LabForms(LabDesk desk) {
        this.desk = desk;
    }

    /// The id is made with the form, so that a double click plans one lab.
    @May(Role.LAB_TEAM)
    @PostMapping("/labore")
    RedirectView plan(
            @RequestParam @Id String id, @Valid @ModelAttribute LabCommand.Plan plan, Actor actor) {
        return Pages.after(desk.plan(id, plan, actor), "/labore", "notice.saved");
    }

    @May({Role.CHAIR, Role.SECRETARIAT})
    @PostMapping("/labore/{id}/go-ahead")
    RedirectView goAhead(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.GoAhead command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.saved");
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/labore/{id}/open")
    RedirectView open(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabCommand.Open command,
            Actor actor) {
        return give(id, command, actor);
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/labore/{id}/hold")
    RedirectView hold(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabCommand.Hold command,
            Actor actor) {
        return give(id, command, actor);
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/labore/{id}/postpone")
    RedirectView postpone(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabCommand.Postpone command,
            Actor actor) {
        return give(id, command, actor);
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/labore/{id}/miss")
    RedirectView miss(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabCommand.Miss command,
            Actor actor) {
        return give(id, command, actor);
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/labore/{id}/partners")
    RedirectView involve(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabCommand.Involve command,
            Actor actor) {
        return give(id, command, actor);
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/labore/{id}/questions")
    RedirectView ask(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabCommand.Ask command,
            Actor actor) {
        return give(id, command, actor);
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/labore/{id}/answers")
    RedirectView answer(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabCommand.Answer command,
            Actor actor) {
        return give(id, command, actor);
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/labore/{id}/report")
    RedirectView report(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabCommand.Report command,
            Actor actor) {
        return give(id, command, actor);
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/labore/{id}/propose-field")
    RedirectView proposeField(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabCommand.ProposeField command,
            Actor actor) {
        return give(id, command, actor);
    }

    private RedirectView give(String id, LabCommand command, Actor actor) {
        return Pages.after(desk.give(id, command, actor), "/labore/" + id, "notice.saved");
    }
}
