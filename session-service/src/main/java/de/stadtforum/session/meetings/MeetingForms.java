package de.stadtforum.session.meetings;

import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.messaging.Decision;
import de.stadtforum.session.Forms;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PastMoment;
import de.stadtforum.web.PlannedMoment;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// The forms on a meeting's page, for those who run it; each gives the command that programs give.
@Controller
@RequestMapping("/sitzungen/{id}")
class MeetingForms {
    record Invite(
            @NotNull @PlannedMoment LocalDateTime begins,
            @NotNull @Line(max = 300) String place,
            @NotNull @PastDay LocalDate invitedOn,
            @NotNull Boolean publicMeeting,
            @Text(max = 1_000) @Nullable String lateReason) {}

    private final MeetingDesk desk;
    private final Validator validator;

    MeetingForms(MeetingDesk desk, Validator validator) {
        this.desk = desk;
        this.validator = validator;
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/einladen")
    RedirectView convene(@PathVariable @Id String id, @Valid @ModelAttribute Invite it) {
        return give(
                id,
                new MeetingCommand.Convene(
                        Forms.inTheCity(it.begins),
                        it.place,
                        it.invitedOn,
                        it.publicMeeting,
                        it.lateReason));
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/vertagen")
    RedirectView postpone(
            @PathVariable @Id String id, @Valid @ModelAttribute MeetingCommand.Postpone it) {
        return give(id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/punkte")
    RedirectView place(
            @PathVariable @Id String id, @Valid @ModelAttribute MeetingCommand.Place it) {
        return give(id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/eroeffnen")
    RedirectView open(@PathVariable @Id String id, @RequestParam @PastMoment LocalDateTime at) {
        return give(id, new MeetingCommand.Open(Forms.inTheCity(at)));
    }

    /// Who comes is chosen as `person` for a delegate, `i-v:person` for a deputy.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/anwesenheit")
    RedirectView attend(
            @PathVariable @Id String id,
            @RequestParam @Id String seat,
            @RequestParam @Line(max = 80) String who,
            @RequestParam de.stadtforum.contracts.session.MeetingFact.Presence presence,
            @RequestParam @PastMoment LocalDateTime at) {
        var deputy = who.startsWith("i-v:");
        return give(
                id,
                new MeetingCommand.Attend(
                        seat,
                        deputy ? who.substring(4) : who,
                        presence,
                        deputy,
                        Forms.inTheCity(at)));
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/beschlussfaehigkeit")
    RedirectView findQuorum(@PathVariable @Id String id) {
        return give(id, new MeetingCommand.FindQuorum());
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/punkte/{item}/abschliessen")
    RedirectView conclude(
            @PathVariable @Id String id,
            @PathVariable @Id String item,
            @RequestParam @NotUnknown ItemOutcome outcome) {
        return give(id, new MeetingCommand.Conclude(item, outcome));
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/schliessen")
    RedirectView close(
            @PathVariable @Id String id,
            @RequestParam @PastMoment LocalDateTime at,
            @RequestParam(required = false) @Nullable Boolean leaveOpen) {
        return give(id, new MeetingCommand.Close(Forms.inTheCity(at), leaveOpen));
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/unterzeichnen")
    RedirectView sign(@PathVariable @Id String id, @Valid @ModelAttribute MeetingCommand.Sign it) {
        return give(id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/absagen")
    RedirectView cancel(
            @PathVariable @Id String id, @Valid @ModelAttribute MeetingCommand.Cancel it) {
        return give(id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/punkte/berichtigen")
    RedirectView correctItem(
            @PathVariable @Id String id, @Valid @ModelAttribute MeetingCommand.CorrectItem it) {
        return give(id, it);
    }

    record Called(
            @NotNull @PlannedMoment LocalDateTime begins,
            @NotNull @Line(max = 300) String place,
            @NotNull @Text(max = 1_000) String reason) {}

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/einladung/berichtigen")
    RedirectView correctInvitation(@PathVariable @Id String id, @Valid @ModelAttribute Called it) {
        return give(
                id,
                new MeetingCommand.CorrectInvitation(
                        Forms.inTheCity(it.begins), it.place, it.reason));
    }

    private RedirectView give(String id, MeetingCommand command) {
        var broken = validator.validate(command);
        if (!broken.isEmpty()) throw new ConstraintViolationException(broken);
        Decision<Meeting> decision = desk.give(id, command);
        return Pages.after(decision, "/sitzungen/" + id, "notice.saved");
    }
}
