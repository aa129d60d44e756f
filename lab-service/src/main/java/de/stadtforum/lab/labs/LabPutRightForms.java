package de.stadtforum.lab.labs;

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

/// The forms that put an act on a lab right, each at what it corrects; the same commands as the API.
@Controller
class LabPutRightForms {
    private final LabDesk desk;

    LabPutRightForms(LabDesk desk) {
        this.desk = desk;
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/correct-plan")
    RedirectView correctPlan(
            @PathVariable @Id String id, @Valid @ModelAttribute LabPutRight.CorrectPlan command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-correct-plan");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/cancel")
    RedirectView cancel(
            @PathVariable @Id String id, @Valid @ModelAttribute LabPutRight.Cancel command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-cancel");
    }

    @May({Role.CHAIR, Role.SECRETARIAT})
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/withdraw-go-ahead")
    RedirectView withdrawGoAhead(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabPutRight.WithdrawGoAhead command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-withdraw-go-ahead");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/correct-opening")
    RedirectView correctOpening(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabPutRight.CorrectOpening command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-correct-opening");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/withdraw-opening")
    RedirectView withdrawOpening(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabPutRight.WithdrawOpening command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-withdraw-opening");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/correct-held")
    RedirectView correctHeld(
            @PathVariable @Id String id, @Valid @ModelAttribute LabPutRight.CorrectHeld command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-correct-held");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/withdraw-held")
    RedirectView withdrawHeld(
            @PathVariable @Id String id, @Valid @ModelAttribute LabPutRight.WithdrawHeld command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-withdraw-held");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/withdraw-missed")
    RedirectView withdrawMissed(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabPutRight.WithdrawMissed command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-withdraw-missed");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/withdraw-partner")
    RedirectView withdrawPartner(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabPutRight.WithdrawPartner command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-withdraw-partner");
    }

    @May({Role.LAB_TEAM, Role.DISTRICT_COUNCIL})
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/correct-question")
    RedirectView correctQuestion(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabPutRight.CorrectQuestion command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-correct-question");
    }

    @May({Role.LAB_TEAM, Role.DISTRICT_COUNCIL})
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/withdraw-question")
    RedirectView withdrawQuestion(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabPutRight.WithdrawQuestion command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-withdraw-question");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/correct-answer")
    RedirectView correctAnswer(
            @PathVariable @Id String id, @Valid @ModelAttribute LabPutRight.CorrectAnswer command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-correct-answer");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/withdraw-answer")
    RedirectView withdrawAnswer(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LabPutRight.WithdrawAnswer command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-withdraw-answer");
    }

    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @FormOn("/labore/{id}")
    @PostMapping("/labore/{id}/correct-report")
    RedirectView correctReport(
            @PathVariable @Id String id, @Valid @ModelAttribute LabPutRight.CorrectReport command) {
        return Pages.after(desk.give(id, command), "/labore/" + id, "notice.lab-correct-report");
    }
}
