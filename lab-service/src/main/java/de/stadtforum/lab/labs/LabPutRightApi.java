package de.stadtforum.lab.labs;

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

/// Acts on a lab are put right as JSON, by whoever may do the act itself.
@RestController
@RequestMapping("/api/lab/labs")
class LabPutRightApi {
    private final LabDesk desk;

    LabPutRightApi(LabDesk desk) {
        this.desk = desk;
    }

    /// Corrects neighbourhood, date or place of a plan.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/correct-plan")
    Accepted correctPlan(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.CorrectPlan command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Cancels a lab that was planned by mistake.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/cancel")
    Accepted cancel(@PathVariable @Id String id, @Valid @RequestBody LabPutRight.Cancel command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Takes back that a lab may go ahead.
    @May({Role.CHAIR, Role.SECRETARIAT})
    @In(Lab.class)
    @PostMapping("/{id}/withdraw-go-ahead")
    Accepted withdrawGoAhead(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.WithdrawGoAhead command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Corrects the day on which a lab was opened.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/correct-opening")
    Accepted correctOpening(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.CorrectOpening command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Takes back that a lab was opened.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/withdraw-opening")
    Accepted withdrawOpening(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.WithdrawOpening command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Corrects the day of a lab and how many took part.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/correct-held")
    Accepted correctHeld(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.CorrectHeld command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Takes back that a lab took place.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/withdraw-held")
    Accepted withdrawHeld(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.WithdrawHeld command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Takes back that a lab did not take place.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/withdraw-missed")
    Accepted withdrawMissed(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.WithdrawMissed command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Takes out a partner who does not take part.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/withdraw-partner")
    Accepted withdrawPartner(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.WithdrawPartner command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Corrects the words of a question.
    @May({Role.LAB_TEAM, Role.DISTRICT_COUNCIL})
    @In(Lab.class)
    @PostMapping("/{id}/correct-question")
    Accepted correctQuestion(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.CorrectQuestion command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Takes out a question that has no answer yet.
    @May({Role.LAB_TEAM, Role.DISTRICT_COUNCIL})
    @In(Lab.class)
    @PostMapping("/{id}/withdraw-question")
    Accepted withdrawQuestion(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.WithdrawQuestion command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Corrects the words of an answer.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/correct-answer")
    Accepted correctAnswer(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.CorrectAnswer command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Takes back an answer.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/withdraw-answer")
    Accepted withdrawAnswer(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.WithdrawAnswer command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Corrects the report on the results of a lab.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/correct-report")
    Accepted correctReport(
            @PathVariable @Id String id, @Valid @RequestBody LabPutRight.CorrectReport command) {
        return Answers.done(id, desk.give(id, command));
    }
}
