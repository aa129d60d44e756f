package de.stadtforum.session.meetings;

import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.messaging.commands.Decision;
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
import de.stadtforum.web.Sure;
import de.stadtforum.web.Text;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
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
    private final AttendanceList attendance;
    private final Validator validator;

    MeetingForms(MeetingDesk desk, AttendanceList attendance, Validator validator) {
        this.attendance = attendance;
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

    /// One list with one button: for each seat who is there, as `person` for a delegate and `i-v:person` for a deputy, and how.
    /// Rows as they stand make no entry. `all` records every delegate as present who has no entry yet.
    ///
    /// @param at that of the click where nothing was typed
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/anwesenheit")
    RedirectView attend(
            @PathVariable @Id String id,
            @RequestParam @Size(max = 200) List<@Id String> seat,
            @RequestParam @Size(max = 200) List<@Line(max = 80) String> who,
            @RequestParam @Size(max = 200) List<@NotUnknown @Nullable Presence> presence,
            @RequestParam(defaultValue = "") @Size(max = 200)
                    List<
                                    @Pattern(
                                            regexp = "|(i-v:)?[a-z0-9][a-z0-9-]{0,63}/[A-Z]{1,20}",
                                            message = "{rule.choice}")
                                    String>
                            shown,
            @RequestParam(required = false) @PastMoment @Nullable LocalDateTime at,
            @RequestParam(required = false) @Nullable Boolean all) {
        var list = attendance.of(id, seat, who, presence, shown, Boolean.TRUE.equals(all), at);
        if (list.isEmpty()) return Pages.to("/sitzungen/" + id, "notice.attendance-as-it-was");
        return give(id, new MeetingCommand.AttendAll(list));
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/anwesenheit/zuruecknehmen")
    RedirectView withdrawAttendance(
            @PathVariable @Id String id,
            @RequestParam @Min(0) @Max(2_000) int entry,
            @RequestParam @Text(max = 1_000) String reason) {
        return give(id, new MeetingCommand.WithdrawAttendance(attendance.entry(id, entry), reason));
    }

    /// Several items with one button; rows without a title are left out.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/tagesordnung")
    RedirectView placeAll(
            @PathVariable @Id String id,
            @RequestParam @Size(max = 20) List<@Id String> item,
            @RequestParam @Size(max = 20)
                    List<
                                    @Pattern(
                                            regexp = MeetingCommand.NUMBER,
                                            message = "{rule.item-number}")
                                    String>
                            number,
            @RequestParam @Size(max = 20)
                    List<
                                    @Pattern(
                                            regexp = "[^\\p{Cntrl}]{0,300}",
                                            message = "{rule.text.long-line}")
                                    String>
                            title,
            @RequestParam @Size(max = 20) List<@NotUnknown Part> part) {
        var list = new ArrayList<MeetingCommand.Place>();
        for (var i = 0; i < item.size(); i++)
            if (i < title.size() && i < number.size() && i < part.size() && !title.get(i).isBlank())
                list.add(
                        new MeetingCommand.Place(
                                item.get(i),
                                number.get(i),
                                part.get(i),
                                title.get(i).strip(),
                                null));
        if (list.isEmpty()) return Pages.to("/sitzungen/" + id, "notice.agenda-as-it-was");
        return give(id, new MeetingCommand.PlaceAll(list));
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/punkte/absetzen")
    RedirectView removeItem(
            @PathVariable @Id String id, @Valid @ModelAttribute MeetingCommand.RemoveItem it) {
        return give(id, it);
    }

    /// Without an outcome the item is open again.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/ergebnisse/berichtigen")
    RedirectView correctOutcome(
            @PathVariable @Id String id,
            @RequestParam @Id String item,
            @RequestParam(required = false) @NotUnknown @Nullable ItemOutcome outcome,
            @RequestParam @Text(max = 1_000) String reason) {
        return give(id, new MeetingCommand.CorrectOutcome(item, outcome, reason));
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/zeiten/berichtigen")
    RedirectView correctHours(
            @PathVariable @Id String id,
            @RequestParam @PastMoment LocalDateTime opened,
            @RequestParam(required = false) @PastMoment @Nullable LocalDateTime closed,
            @RequestParam @Text(max = 1_000) String reason) {
        return give(
                id,
                new MeetingCommand.CorrectHours(
                        Forms.inTheCity(opened),
                        closed == null ? null : Forms.inTheCity(closed),
                        reason));
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/vermerke")
    RedirectView note(
            @PathVariable @Id String id, @Valid @ModelAttribute MeetingCommand.AddNote it) {
        return give(id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/beschlussfaehigkeit")
    RedirectView findQuorum(@PathVariable @Id String id) {
        return give(id, new MeetingCommand.FindQuorum());
    }

    /// Several items with one button; without an outcome an item stays open.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/ergebnisse")
    RedirectView conclude(
            @PathVariable @Id String id,
            @RequestParam @Size(max = 200) List<@Id String> item,
            @RequestParam @Size(max = 200) List<@NotUnknown @Nullable ItemOutcome> outcome) {
        var list = new ArrayList<MeetingCommand.Conclude>();
        for (var i = 0; i < Math.min(item.size(), outcome.size()); i++) {
            var end = outcome.get(i);
            if (end != null) list.add(new MeetingCommand.Conclude(item.get(i), end));
        }
        if (list.isEmpty()) return Pages.to("/sitzungen/" + id, "notice.outcomes-as-they-were");
        return give(id, new MeetingCommand.ConcludeAll(list));
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
    RedirectView sign(
            @PathVariable @Id String id,
            @Valid @ModelAttribute MeetingCommand.Sign it,
            @RequestParam(defaultValue = "false") @Sure boolean sure) {
        return give(id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Meeting.class)
    @FormOn("/sitzungen/{id}")
    @PostMapping("/absagen")
    RedirectView cancel(
            @PathVariable @Id String id,
            @Valid @ModelAttribute MeetingCommand.Cancel it,
            @RequestParam(defaultValue = "false") @Sure boolean sure) {
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
        return Pages.after(decision, "/sitzungen/" + id, notice(command));
    }

    /// The act's own word.
    private static String notice(MeetingCommand command) {
        return switch (command) {
            case MeetingCommand.Convene _ -> "notice.meeting-convened";
            case MeetingCommand.Postpone _ -> "notice.meeting-postponed";
            case MeetingCommand.Place _, MeetingCommand.PlaceAll _ -> "notice.agenda-placed";
            case MeetingCommand.Open _ -> "notice.meeting-opened";
            case MeetingCommand.Attend _, MeetingCommand.AttendAll _ -> "notice.attendance";
            case MeetingCommand.Cancel _ -> "notice.meeting-cancelled";
            case MeetingCommand.FindQuorum _ -> "notice.quorum-found";
            case MeetingCommand.Conclude _, MeetingCommand.ConcludeAll _ -> "notice.item-concluded";
            case MeetingCommand.Close _ -> "notice.meeting-closed";
            case MeetingCommand.Sign _ -> "notice.minutes-signed";
            case MeetingCommand.AddNote _ -> "notice.note-added";
            case MeetingCommand.CorrectInvitation _,
                    MeetingCommand.CorrectItem _,
                    MeetingCommand.WithdrawAttendance _,
                    MeetingCommand.RemoveItem _,
                    MeetingCommand.CorrectOutcome _,
                    MeetingCommand.CorrectHours _ ->
                    "notice.corrected";
        };
    }
}
