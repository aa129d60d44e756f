package de.stadtforum.lab.labs;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Id;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Labs as JSON; a lab team commands the labs of its district.
@RestController
@RequestMapping("/api/lab/labs")
class LabApi {
    private final AggregateStore<Lab> labs;
    private final LabDesk desk;

    LabApi(AggregateStore<Lab> labs, LabDesk desk) {
        this.labs = labs;
        this.desk = desk;
    }

    @Open
    @GetMapping
    List<Lab> list() {
        return labs.list(Filters.empty(), Sorts.ascending("state.plan.date")).stream()
                .map(Lab::inPublic)
                .toList();
    }

    @Open
    @GetMapping("/{id}")
    Lab lab(@PathVariable @Id String id) {
        return labs.find(id).orElseThrow(Missing::new).inPublic();
    }

    @May(Role.LAB_TEAM)
    @PutMapping("/{id}")
    ResponseEntity<Accepted> plan(
            @PathVariable @Id String id, @Valid @RequestBody LabCommand.Plan plan, Actor actor) {
        return Answers.created(id, desk.plan(id, plan, actor));
    }

    @May({Role.CHAIR, Role.SECRETARIAT})
    @PostMapping("/{id}/go-ahead")
    Accepted goAhead(@PathVariable @Id String id, @Valid @RequestBody LabCommand.GoAhead command) {
        return Answers.done(id, desk.give(id, command));
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/{id}/open")
    Accepted open(
            @PathVariable @Id String id, @Valid @RequestBody LabCommand.Open command, Actor actor) {
        return Answers.done(id, desk.give(id, command, actor));
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/{id}/hold")
    Accepted hold(
            @PathVariable @Id String id, @Valid @RequestBody LabCommand.Hold command, Actor actor) {
        return Answers.done(id, desk.give(id, command, actor));
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/{id}/postpone")
    Accepted postpone(
            @PathVariable @Id String id,
            @Valid @RequestBody LabCommand.Postpone command,
            Actor actor) {
        return Answers.done(id, desk.give(id, command, actor));
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/{id}/miss")
    Accepted miss(
            @PathVariable @Id String id, @Valid @RequestBody LabCommand.Miss command, Actor actor) {
        return Answers.done(id, desk.give(id, command, actor));
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/{id}/partners")
    Accepted involve(
            @PathVariable @Id String id,
            @Valid @RequestBody LabCommand.Involve command,
            Actor actor) {
        return Answers.done(id, desk.give(id, command, actor));
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/{id}/questions")
    Accepted ask(
            @PathVariable @Id String id, @Valid @RequestBody LabCommand.Ask command, Actor actor) {
        return Answers.done(id, desk.give(id, command, actor));
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/{id}/answers")
    Accepted answer(
            @PathVariable @Id String id,
            @Valid @RequestBody LabCommand.Answer command,
            Actor actor) {
        return Answers.done(id, desk.give(id, command, actor));
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/{id}/report")
    Accepted report(
            @PathVariable @Id String id,
            @Valid @RequestBody LabCommand.Report command,
            Actor actor) {
        return Answers.done(id, desk.give(id, command, actor));
    }

    @May(Role.LAB_TEAM)
    @PostMapping("/{id}/propose-field")
    Accepted proposeField(
            @PathVariable @Id String id,
            @Valid @RequestBody LabCommand.ProposeField command,
            Actor actor) {
        return Answers.done(id, desk.give(id, command, actor));
    }
}
