package de.stadtforum.lab.labs;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Labs as JSON; a lab team commands the labs of its district.
@RestController
@RequestMapping("/api/lab/labs")
class LabApi {
    private static final Order BY_DAY = Order.ascending("state.plan.date");

    private final AggregateStore<Lab> labs;
    private final LabDesk desk;

    LabApi(AggregateStore<Lab> labs, LabDesk desk) {
        this.labs = labs;
        this.desk = desk;
    }

    /// Lists all labs by date.
    @Open
    @GetMapping
    ResponseEntity<List<LabLine>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        return Answers.listed(
                labs.slice(Filters.empty(), BY_DAY, cursor, limit).map(LabLine::of),
                labs.count(Filters.empty(), BY_DAY));
    }

    /// Reads a lab.
    @Open
    @GetMapping("/{id}")
    Lab lab(@PathVariable @Id String id, Actor actor) {
        return readable(labs.find(id).orElseThrow(Missing::new), actor);
    }

    private Lab readable(Lab lab, Actor actor) {
        return desk.knowsReasons(actor, lab) ? lab : lab.inPublic();
    }

    /// Plans a lab in a district.
    @May(Role.LAB_TEAM)
    @In(field = "district")
    @PutMapping("/{id}")
    ResponseEntity<Accepted> plan(
            @PathVariable @Id String id, @Valid @RequestBody LabCommand.Plan plan, Actor actor) {
        return Answers.created(id, desk.plan(id, plan, actor));
    }

    /// Lets a lab go ahead, for a reason that is stated.
    @May({Role.CHAIR, Role.SECRETARIAT})
    @In(Lab.class)
    @PostMapping("/{id}/go-ahead")
    Accepted goAhead(@PathVariable @Id String id, @Valid @RequestBody LabCommand.GoAhead command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Opens a lab for contributions.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/open")
    Accepted open(@PathVariable @Id String id, @Valid @RequestBody LabCommand.Open command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Records that a lab took place, and how many took part.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/hold")
    Accepted hold(@PathVariable @Id String id, @Valid @RequestBody LabCommand.Hold command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Postpones a lab to another day.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/postpone")
    Accepted postpone(
            @PathVariable @Id String id, @Valid @RequestBody LabCommand.Postpone command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Records that a lab did not take place.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/miss")
    Accepted miss(@PathVariable @Id String id, @Valid @RequestBody LabCommand.Miss command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Records a partner who takes part.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/partners")
    Accepted involve(@PathVariable @Id String id, @Valid @RequestBody LabCommand.Involve command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Asks a question in the dialogue on a lab.
    @May({Role.LAB_TEAM, Role.DISTRICT_COUNCIL})
    @In(Lab.class)
    @PostMapping("/{id}/questions")
    Accepted ask(@PathVariable @Id String id, @Valid @RequestBody LabCommand.Ask command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Answers a question of the dialogue.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/answers")
    Accepted answer(@PathVariable @Id String id, @Valid @RequestBody LabCommand.Answer command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Reports the results of a lab to a body.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/report")
    Accepted report(@PathVariable @Id String id, @Valid @RequestBody LabCommand.Report command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Proposes a field of action that grew from a lab.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/propose-field")
    Accepted proposeField(
            @PathVariable @Id String id, @Valid @RequestBody LabCommand.ProposeField command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Adds a dated note to a lab, also when nothing can be put right any more.
    @May(Role.LAB_TEAM)
    @In(Lab.class)
    @PostMapping("/{id}/note")
    Accepted note(@PathVariable @Id String id, @Valid @RequestBody LabCommand.Note command) {
        return Answers.done(id, desk.give(id, command));
    }
}
