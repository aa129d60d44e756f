package de.stadtforum.lab.labs;

import de.stadtforum.lab.districts.CityRights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// The forms of the lab team on a lab's page: the same commands as the API, answered with the page and a notice.
@Controller
public class LabForms {
    private final LabDesk desk;
    private final CityRights rights;

    LabForms(LabDesk desk, CityRights rights) {
        this.desk = desk;
        this.rights = rights;
    }

    /// The id is made with the form, so that a double click plans one lab.
    @May(Role.LAB_TEAM)
    @In(field = "district")
    @PostMapping("/labore")
    RedirectView plan(
            @RequestParam @Id String id, @Valid @ModelAttribute LabCommand.Plan plan, Actor actor) {
        return Pages.after(desk.plan(id, plan, actor), "/labore", "notice.saved");
    }

    @May({Role.CHAIR, Role.SECRETARIAT})
    @In(Lab.class)
    @PostMapping("/labore/{id}/go-ahead")
    RedirectView goAhead(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.GoAhead command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.saved");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/labore/{id}/open")
    RedirectView open(@PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Open command) {
        return give(id, command);
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/labore/{id}/hold")
    RedirectView hold(@PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Hold command) {
        return give(id, command);
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/labore/{id}/postpone")
    RedirectView postpone(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Postpone command) {
        return give(id, command);
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/labore/{id}/miss")
    RedirectView miss(@PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Miss command) {
        return give(id, command);
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/labore/{id}/partners")
    RedirectView involve(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Involve command) {
        return give(id, command);
    }

    @May({Role.LAB_TEAM, Role.DISTRICT_COUNCIL})
    @In(Lab.class)
    @PostMapping("/labore/{id}/questions")
    RedirectView ask(@PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Ask command) {
        return give(id, command);
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/labore/{id}/answers")
    RedirectView answer(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Answer command) {
        return give(id, command);
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/labore/{id}/report")
    RedirectView report(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Report command) {
        return give(id, command);
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/labore/{id}/propose-field")
    RedirectView proposeField(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.ProposeField command) {
        return give(id, command);
    }

    /// Which of the forms the lab's page shows.
    public void addRights(Actor actor, Lab lab, Model model) {
        var here = rights.in(lab.plan().district());
        model.addAttribute("runs", here.gives(actor, Role.LAB_TEAM));
        model.addAttribute("responsible", here.givesAny(actor, Role.CHAIR, Role.SECRETARIAT));
        model.addAttribute("council", here.gives(actor, Role.DISTRICT_COUNCIL));
        model.addAttribute("reasons", desk.knowsReasons(actor, lab));
    }

    private RedirectView give(String id, LabCommand command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.saved");
    }
}
