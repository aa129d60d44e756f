package de.stadtforum.lab.tool;

import static de.stadtforum.messaging.Decision.refused;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import de.stadtforum.lab.districts.City;
import de.stadtforum.lab.presentations.Present;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The statement on the city's participation platform as JSON; everybody may read it.
@RestController
@RequestMapping("/api/lab/tool-statements")
class ToolApi {
    record Make(
            @NotNull @Min(1) @Max(1_000) Integer edition,
            @NotNull @Text(max = 4_000) String text,
            @NotNull LocalDate on) {}

    private final AggregateStore<ToolStatement> statements;
    private final City city;

    ToolApi(AggregateStore<ToolStatement> statements, City city) {
        this.statements = statements;
        this.city = city;
    }

    /// Lists the statements on the city's participation platform.
    @Open
    @GetMapping
    List<ToolStatement> list() {
        return statements.list(Filters.empty(), Sorts.descending("state.edition"));
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
    ResponseEntity<Accepted> make(@PathVariable @Id String id, @Valid @RequestBody Make command) {
        return Answers.created(
                id,
                statements.create(
                        id,
                        existing ->
                                ToolStatement.make(
                                        existing,
                                        id,
                                        command.edition(),
                                        command.text(),
                                        command.on())));
    }

    /// Lays the statement before a body.
    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(ToolStatement.class)
    @PostMapping("/{id}/present")
    Accepted present(@PathVariable @Id String id, @Valid @RequestBody Present command) {
        var presentation = command.presentation();
        if (!city.isPaperNumber(presentation.paper()))
            return Answers.done(id, refused(City.Refusal.NO_PAPER_NUMBER));
        return Answers.done(
                id,
                statements.decide(
                        id, statement -> statement.present(command.body(), presentation)));
    }
}
