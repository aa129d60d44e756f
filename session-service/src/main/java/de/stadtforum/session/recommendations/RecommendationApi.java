package de.stadtforum.session.recommendations;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.RecommendationFact.Answer;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.NotUnknown;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Recommendations for programs.
@RestController
@RequestMapping("/api/session/recommendations")
class RecommendationApi {
    private static final Order BY_DAY = Order.ascending("state.made.on");

    record On(@NotNull @PastDay LocalDate on) {}

    /// @param on the day that holds; without one it was not forwarded after all
    record Forwarding(@PastDay @Nullable LocalDate on, @NotNull @Line(max = 500) String reason) {}

    record Withdrawn(@NotNull @Line(max = 500) String reason) {}

    record CorrectedReply(
            @NotNull @NotUnknown Answer answer,
            @Text(max = PublicText.LONGEST) @Nullable String text,
            @NotNull @PastDay LocalDate on,
            @NotNull @Line(max = 500) String reason) {}

    record Reply(
            @NotNull @NotUnknown Answer answer,
            @Text(max = PublicText.LONGEST) @Nullable String text,
            @NotNull @PastDay LocalDate on) {}

    private final AggregateStore<Recommendation> recommendations;
    private final FollowUp followUp;

    RecommendationApi(AggregateStore<Recommendation> recommendations, FollowUp followUp) {
        this.recommendations = recommendations;
        this.followUp = followUp;
    }

    /// Lists all recommendations.
    @Open
    @GetMapping
    ResponseEntity<List<RecommendationLine>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        return Answers.listed(
                recommendations
                        .slice(Filters.empty(), BY_DAY, cursor, limit)
                        .map(RecommendationLine::of),
                recommendations.count(Filters.empty(), BY_DAY));
    }

    /// Reads a recommendation.
    @Open
    @GetMapping("/{id}")
    Recommendation one(@PathVariable @Id String id) {
        return recommendations.find(id).orElseThrow(Missing::new);
    }

    /// Records that a recommendation was forwarded to its addressee.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.COMMITTEE, Role.DEPARTMENT})
    @In(Recommendation.class)
    @PostMapping("/{id}/forward")
    Accepted forward(@PathVariable @Id String id, @Valid @RequestBody On it) {
        return Answers.done(id, followUp.forward(id, it.on));
    }

    /// Corrects the day of the forwarding, or takes it back.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.COMMITTEE, Role.DEPARTMENT})
    @In(Recommendation.class)
    @PostMapping("/{id}/forward/correct")
    Accepted correctForwarding(@PathVariable @Id String id, @Valid @RequestBody Forwarding it) {
        return Answers.done(id, followUp.correctForwarding(id, it.on, it.reason));
    }

    /// Corrects the addressee's answer.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.COMMITTEE, Role.DEPARTMENT})
    @In(Recommendation.class)
    @PostMapping("/{id}/answer/correct")
    Accepted correctAnswer(@PathVariable @Id String id, @Valid @RequestBody CorrectedReply it) {
        var reply = new Recommendation.Reply(it.answer, it.text, it.on);
        return Answers.done(id, followUp.correctAnswer(id, reply, it.reason));
    }

    /// Takes the addressee's answer back: there is none after all.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.COMMITTEE, Role.DEPARTMENT})
    @In(Recommendation.class)
    @PostMapping("/{id}/answer/withdraw")
    Accepted withdrawAnswer(@PathVariable @Id String id, @Valid @RequestBody Withdrawn it) {
        return Answers.done(id, followUp.correctAnswer(id, null, it.reason));
    }

    /// Records the addressee's answer.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.COMMITTEE, Role.DEPARTMENT})
    @In(Recommendation.class)
    @PostMapping("/{id}/answer")
    Accepted answer(@PathVariable @Id String id, @Valid @RequestBody Reply it) {
        var reply = new Recommendation.Reply(it.answer, it.text, it.on);
        return Answers.done(id, followUp.answer(id, reply));
    }
}
