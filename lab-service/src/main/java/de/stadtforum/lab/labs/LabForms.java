package de.stadtforum.lab.labs;

import de.stadtforum.lab.districts.CityRights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
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
    private final ResultBodies bodies;

    LabForms(LabDesk desk, CityRights rights, ResultBodies bodies) {
        this.desk = desk;
        this.rights = rights;
        this.bodies = bodies;
    }

    /// The id is made with the form, so that a double click plans one lab.
    @May(Role.LAB_TEAM)
    @In(field = "district")
    @FormOn("/labore")
    @PostMapping("/labore")
    RedirectView plan(
            @RequestParam @Id String id, @Valid @ModelAttribute LabCommand.Plan plan, Actor actor) {
        return Pages.after(desk.plan(id, plan, actor), "/labore/" + id, "notice.lab-planned");
    }

    @May({Role.CHAIR, Role.SECRETARIAT})
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/go-ahead")
    RedirectView goAhead(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.GoAhead command) {
        return give(id, command, "go-ahead");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/open")
    RedirectView open(@PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Open command) {
        return give(id, command, "open");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/hold")
    RedirectView hold(@PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Hold command) {
        return give(id, command, "hold");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/postpone")
    RedirectView postpone(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Postpone command) {
        return give(id, command, "postpone");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/miss")
    RedirectView miss(@PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Miss command) {
        return give(id, command, "miss");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/partners")
    RedirectView involve(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Involve command) {
        return give(id, command, "partners");
    }

    @May({Role.LAB_TEAM, Role.DISTRICT_COUNCIL})
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/questions")
    RedirectView ask(@PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Ask command) {
        return give(id, command, "questions");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/answers")
    RedirectView answer(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Answer command) {
        return give(id, command, "answers");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/report")
    RedirectView report(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Report command) {
        return give(id, command, "report");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/propose-field")
    RedirectView proposeField(
            @PathVariable @Id String id, @Valid @ModelAttribute LabCommand.ProposeField command) {
        return give(id, command, "propose-field");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/note")
    RedirectView note(@PathVariable @Id String id, @Valid @ModelAttribute LabCommand.Note command) {
        return give(id, command, "note");
    }

    /// Which of the forms the lab's page shows.
    public void addRights(Actor actor, Lab lab, Model model) {
        var here = rights.in(lab.plan().district());
        model.addAttribute("runs", here.gives(actor, Role.LAB_TEAM));
        model.addAttribute("responsible", here.givesAny(actor, Role.CHAIR, Role.SECRETARIAT));
        model.addAttribute("council", here.gives(actor, Role.DISTRICT_COUNCIL));
        // what a body has heard is not put right any more, only noted
        model.addAttribute("right", lab.counts() && lab.outcome().heard() == null);
        model.addAttribute("resultBodies", bodies.choices());
        var report = lab.outcome().report();
        model.addAttribute("reportedTo", report == null ? null : bodies.nameOf(report.body()));
        model.addAttribute("reasons", desk.knowsReasons(actor, lab));
    }

    /// The notice says what was done: `notice.lab-open`.
    private RedirectView give(String id, LabCommand command, String act) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-" + act);
    }
}
