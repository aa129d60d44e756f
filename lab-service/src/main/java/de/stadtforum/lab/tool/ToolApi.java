package de.stadtforum.lab.tool;

import com.mongodb.client.model.Filters;
import de.stadtforum.lab.presentations.Present;
import de.stadtforum.lab.presentations.WithdrawPresentation;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
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

/// The statement on the city's participation platform as JSON; everybody may read it.
@RestController
@RequestMapping("/api/lab/tool-statements")
class ToolApi {
    private static final Order NEWEST = Order.descending("state.edition");

    private final AggregateStore<ToolStatement> statements;
    private final ToolDesk desk;

    ToolApi(AggregateStore<ToolStatement> statements, ToolDesk desk) {
        this.statements = statements;
        this.desk = desk;
    }

    /// Lists the statements on the city's participation platform.
    @Open
    @GetMapping
    ResponseEntity<List<ToolLine>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        return Answers.listed(
                statements.slice(Filters.empty(), NEWEST, cursor, limit).map(ToolLine::of),
                statements.count(Filters.empty()));
    }

    /// Reads a statement on the city's participation platform.
    @Open
    @GetMapping("/{id}")
    ToolStatement statement(@PathVariable @Id String id) {
        return statements.find(id).orElseThrow(Missing::new);
    }

    /// States what runs in the city's participation platform and what here.
    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(ToolStatement.class)
    @PutMapping("/{id}")
    ResponseEntity<Accepted> make(
            @PathVariable @Id String id, @Valid @RequestBody ToolDesk.Make command) {
        return Answers.created(id, desk.make(id, command));
    }

    /// Lays the statement before a body.
    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(ToolStatement.class)
    @PostMapping("/{id}/present")
    Accepted present(@PathVariable @Id String id, @Valid @RequestBody Present command) {
        return Answers.done(id, desk.present(id, command));
    }

    /// Takes back that the statement was laid before a body.
    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(ToolStatement.class)
    @PostMapping("/{id}/withdraw-presentation")
    Accepted withdraw(
            @PathVariable @Id String id, @Valid @RequestBody WithdrawPresentation command) {
        return Answers.done(id, desk.withdraw(id, command));
    }
}
