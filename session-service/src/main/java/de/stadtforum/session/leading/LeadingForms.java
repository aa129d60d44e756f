package de.stadtforum.session.leading;

import de.stadtforum.session.meetings.Meeting;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.view.RedirectView;

/// The same on a meeting's page.
@Controller
@RequestMapping("/sitzungen/{id}")
class LeadingForms {
    private final LeadingDesk desk;

    LeadingForms(LeadingDesk desk) {
        this.desk = desk;
    }

    @FormOn("/sitzungen/{id}")
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/befangenheit")
    RedirectView declareConflict(
            @PathVariable @Id String id, @Valid @ModelAttribute LeadingCommand.DeclareConflict it) {
        return give(id, it, "notice.conflict-declared");
    }

    @FormOn("/sitzungen/{id}")
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/befangenheit/zuruecknehmen")
    RedirectView withdrawConflict(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LeadingCommand.WithdrawConflict it) {
        return give(id, it, "notice.conflict-withdrawn");
    }

    @FormOn("/sitzungen/{id}")
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/leitung")
    RedirectView handOver(
            @PathVariable @Id String id, @Valid @ModelAttribute LeadingCommand.HandOver it) {
        return give(id, it, "notice.handed-over");
    }

    @FormOn("/sitzungen/{id}")
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/leitung/zuruecknehmen")
    RedirectView withdrawHandover(
            @PathVariable @Id String id,
            @Valid @ModelAttribute LeadingCommand.WithdrawHandover it) {
        return give(id, it, "notice.handover-withdrawn");
    }

    private RedirectView give(String id, LeadingCommand command, String notice) {
        return Pages.after(desk.give(id, command), "/sitzungen/" + id, notice);
    }
}
