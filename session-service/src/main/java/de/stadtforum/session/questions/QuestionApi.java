package de.stadtforum.session.questions;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
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

/// Current questions for programs.
@RestController
@RequestMapping("/api/session/questions")
class QuestionApi {
    private static final Order BY_DAY = Order.ascending("state.asked.on");

    record Asked(
            @NotNull @Id String body,
            @NotNull @Id String by,
            @NotNull @Text(max = PublicText.LONGEST) String title,
            @NotNull @PastDay LocalDate on) {}

    record Corrected(
            @NotNull @Text(max = PublicText.LONGEST) String title,
            @NotNull @Line(max = 500) String reason) {}

    record Withdrawn(@NotNull @Line(max = 500) String reason) {}

    private final AggregateStore<Question> questions;
    private final QuestionDesk desk;

    QuestionApi(AggregateStore<Question> questions, QuestionDesk desk) {
        this.questions = questions;
        this.desk = desk;
    }

    /// Lists the current questions of the council and the administration.
    @Open
    @GetMapping
    ResponseEntity<List<QuestionLine>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        return Answers.listed(
                questions.slice(Filters.empty(), BY_DAY, cursor, limit).map(QuestionLine::of),
                questions.count(Filters.empty(), BY_DAY));
    }

    /// Reads a current question.
    @Open
    @GetMapping("/{id}")
    Question one(@PathVariable @Id String id) {
        return questions.find(id).orElseThrow(Missing::new);
    }

    /// Asks the assembly a current question.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.DEPARTMENT})
    @In(field = "body")
    @PutMapping("/{id}")
    ResponseEntity<Accepted> ask(
            @PathVariable @Id String id, @Valid @RequestBody Asked it, Actor actor) {
        var asked = new Question.Asked(it.body, it.by, it.title, it.on);
        return Answers.created(id, desk.ask(actor, id, asked));
    }

    /// Corrects the words of a question that has no statement yet.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.DEPARTMENT})
    @In(value = Question.class)
    @PostMapping("/{id}/correct")
    Accepted correct(@PathVariable @Id String id, @Valid @RequestBody Corrected it, Actor actor) {
        return Answers.done(id, desk.correct(actor, id, it.title, it.reason));
    }

    /// Takes a question back that has no statement yet.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.DEPARTMENT})
    @In(value = Question.class)
    @PostMapping("/{id}/withdraw")
    Accepted withdraw(@PathVariable @Id String id, @Valid @RequestBody Withdrawn it, Actor actor) {
        return Answers.done(id, desk.withdraw(actor, id, it.reason));
    }
}
