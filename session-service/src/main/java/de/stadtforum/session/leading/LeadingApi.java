package de.stadtforum.session.leading;

import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Conflicts of interest and the chair of an item, for programs.
@RestController
@RequestMapping("/api/session/meetings/{id}")
class LeadingApi {
    private final LeadingDesk desk;

    LeadingApi(LeadingDesk desk) {
        this.desk = desk;
    }

    /// Declares that a seat takes no part in an item.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/conflicts")
    Accepted declareConflict(
            @PathVariable @Id String id,
            @Valid @RequestBody LeadingCommand.DeclareConflict command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Withdraws a conflict of interest that was declared by mistake.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/conflicts/withdraw")
    Accepted withdrawConflict(
            @PathVariable @Id String id,
            @Valid @RequestBody LeadingCommand.WithdrawConflict command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Hands the chair over for an item, to a voting seat that is present.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/handover")
    Accepted handOver(
            @PathVariable @Id String id, @Valid @RequestBody LeadingCommand.HandOver command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Withdraws a handover that was recorded by mistake.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/handover/withdraw")
    Accepted withdrawHandover(
            @PathVariable @Id String id,
            @Valid @RequestBody LeadingCommand.WithdrawHandover command) {
        return Answers.done(id, desk.give(id, command));
    }
}
