package de.stadtforum.session.topics;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.session.TopicFact.Level;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.session.meetings.MeetingDesk;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Rights;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
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

/// Standing topics for programs.
@RestController
@RequestMapping("/api/session/topics")
class TopicApi {
    private static final Order BY_DAY = Order.ascending("state.on");

    record Opened(
            @NotNull @Id String body,
            @NotNull @Line(max = 300) String title,
            @NotNull @PastDay LocalDate on) {}

    record Deliberated(
            @NotNull @Id String option,
            @NotNull @Line(max = 300) String title,
            @NotNull @NotUnknown Level level,
            @NotNull @Id String meeting,
            @NotNull @PastDay LocalDate on) {}

    record Corrected(
            @NotNull @Line(max = 300) String title, @NotNull @Line(max = 500) String reason) {}

    record OptionWithdrawal(@NotNull @Id String option, @NotNull @Line(max = 500) String reason) {}

    record Postponed(@NotNull @Id String meeting, @NotNull @PastDay LocalDate on) {}

    record PostponementWithdrawal(
            @NotNull @Id String meeting,
            @NotNull @PastDay LocalDate on,
            @NotNull @Line(max = 500) String reason) {}

    private final AggregateStore<Topic> topics;
    private final Rights rights;
    private final Names names;
    private final MeetingDesk meetings;
    private final Clock clock;

    TopicApi(
            AggregateStore<Topic> topics,
            Rights rights,
            Names names,
            MeetingDesk meetings,
            Clock clock) {
        this.meetings = meetings;
        this.names = names;
        this.topics = topics;
        this.rights = rights;
        this.clock = clock;
    }

    /// Lists the standing topics.
    @Open
    @GetMapping
    ResponseEntity<List<TopicLine>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        return Answers.listed(
                topics.slice(Filters.empty(), BY_DAY, cursor, limit).map(TopicLine::of),
                topics.count(Filters.empty(), BY_DAY));
    }

    /// Reads a standing topic.
    @Open
    @GetMapping("/{id}")
    Topic one(@PathVariable @Id String id) {
        return topics.find(id).orElseThrow(Missing::new);
    }

    /// Opens a standing topic.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(field = "body")
    @PutMapping("/{id}")
    ResponseEntity<Accepted> open(
            @PathVariable @Id String id, @Valid @RequestBody Opened it, Actor actor) {
        rights.in(it.body).need(actor, Role.SECRETARIAT, Role.CHAIR);
        names.needBody("body", it.body);
        return Answers.created(
                id, topics.create(id, known -> Topic.open(known, id, it.body, it.title, it.on)));
    }

    /// Records an option that was deliberated in a meeting.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Topic.class)
    @PostMapping("/{id}/options")
    Accepted deliberate(@PathVariable @Id String id, @Valid @RequestBody Deliberated it) {
        meetings.needMeeting(it.meeting);
        var option = new Topic.Option(it.option, it.title, it.level, it.meeting, it.on);
        return decide(id, topic -> topic.deliberate(option));
    }

    /// Records that a meeting postponed the topic.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Topic.class)
    @PostMapping("/{id}/postpone")
    Accepted postpone(@PathVariable @Id String id, @Valid @RequestBody Postponed it) {
        meetings.needMeeting(it.meeting);
        var postponement = new Topic.Postponement(it.meeting, it.on);
        return decide(id, topic -> topic.postpone(postponement));
    }

    /// Corrects the title of a topic that has not been concluded.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Topic.class)
    @PostMapping("/{id}/correct")
    Accepted correct(@PathVariable @Id String id, @Valid @RequestBody Corrected it) {
        return decide(id, topic -> topic.correct(it.title, it.reason, today()));
    }

    /// Takes back an option that was entered by mistake.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Topic.class)
    @PostMapping("/{id}/options/withdraw")
    Accepted withdraw(@PathVariable @Id String id, @Valid @RequestBody OptionWithdrawal it) {
        return decide(id, topic -> topic.withdrawOption(it.option, it.reason, today()));
    }

    /// Takes back a postponement that was entered by mistake.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Topic.class)
    @PostMapping("/{id}/postpone/withdraw")
    Accepted withdrawPostponement(
            @PathVariable @Id String id, @Valid @RequestBody PostponementWithdrawal it) {
        var wrong = new Topic.Postponement(it.meeting, it.on);
        return decide(id, topic -> topic.withdrawPostponement(wrong, it.reason, today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    private Accepted decide(String id, Function<Topic, Decision<Topic>> decision) {
        return Answers.done(id, topics.decide(id, decision));
    }
}
