package de.stadtforum.session.meetings;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
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

/// Meetings for programs. The public reads no names of those present and no titles of the closed part.
@RestController
@RequestMapping("/api/session/meetings")
class MeetingApi {
    private static final Order BY_DAY = Order.ascending("state.course.date");

    record Plan(@NotNull @Id String body, @NotNull @PlannedDay LocalDate date) {}

    record Outcome(@NotNull @NotUnknown ItemOutcome outcome) {}

    private final MeetingDesk desk;
    private final AggregateStore<Meeting> meetings;
    private final Rights rights;

    MeetingApi(MeetingDesk desk, AggregateStore<Meeting> meetings, Rights rights) {
        this.desk = desk;
        this.meetings = meetings;
        this.rights = rights;
    }

    /// Lists meetings, by body and year where asked.
    @Open
    @GetMapping
    ResponseEntity<List<MeetingLine>> list(
            @RequestParam(required = false) @Id @Nullable String body,
            @RequestParam(required = false) @Min(2000) @Max(2099) @Nullable Integer year,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        var which = filter(body, year);
        return Answers.listed(
                meetings.slice(which, BY_DAY, cursor, limit).map(MeetingLine::of),
                meetings.count(which, BY_DAY));
    }

    static Bson filter(@Nullable String body, @Nullable Integer year) {
        var filters = new ArrayList<Bson>();
        if (body != null) filters.add(eq("state.body", body));
        if (year != null)
            filters.add(
                    and(
                            gte("state.course.date", year + "-"),
                            lt("state.course.date", (year + 1) + "-")));
        return filters.isEmpty() ? Filters.empty() : and(filters);
    }

    /// Reads a meeting; names of those present and the closed part only with a right to them.
    @Open
    @GetMapping("/{id}")
    Meeting one(@PathVariable @Id String id, Actor actor) {
        return readable(meetings.find(id).orElseThrow(Missing::new), actor);
    }

    private Meeting readable(Meeting meeting, Actor actor) {
        return rights.reads(actor, meeting.body()) ? meeting : meeting.forThePublic();
    }

    /// Plans a meeting of a body.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(field = "body")
    @PutMapping("/{id}")
    ResponseEntity<Accepted> plan(
            @PathVariable @Id String id, @Valid @RequestBody Plan plan, Actor actor) {
        return Answers.created(id, desk.plan(actor, id, plan.body, plan.date));
    }

    /// Convenes a meeting: hour, place and day of the invitation.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Meeting.class)
    @PostMapping("/{id}/convene")
    Accepted convene(
            @PathVariable @Id String id, @Valid @RequestBody MeetingCommand.Convene command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Postpones a meeting, to another day or for the time being.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Meeting.class)
    @PostMapping("/{id}/postpone")
    Accepted postpone(
            @PathVariable @Id String id, @Valid @RequestBody MeetingCommand.Postpone command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Places an item on the agenda.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/items")
    Accepted place(@PathVariable @Id String id, @Valid @RequestBody MeetingCommand.Place command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Opens a meeting.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/open")
    Accepted open(@PathVariable @Id String id, @Valid @RequestBody MeetingCommand.Open command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Records who fills a seat, who is excused or has left.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/attendance")
    Accepted attend(
            @PathVariable @Id String id, @Valid @RequestBody MeetingCommand.Attend command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Records the attendance of many seats at once: all of it or nothing.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/attendance/list")
    Accepted attendAll(
            @PathVariable @Id String id, @Valid @RequestBody MeetingCommand.AttendAll command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Cancels a meeting that was planned or convened by mistake.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Meeting.class)
    @PostMapping("/{id}/cancel")
    Accepted cancel(
            @PathVariable @Id String id, @Valid @RequestBody MeetingCommand.Cancel command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Puts hour or place of the invitation right.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Meeting.class)
    @PostMapping("/{id}/invitation/correct")
    Accepted correctInvitation(
            @PathVariable @Id String id,
            @Valid @RequestBody MeetingCommand.CorrectInvitation command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Puts number or title of an item right.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/items/correct")
    Accepted correctItem(
            @PathVariable @Id String id, @Valid @RequestBody MeetingCommand.CorrectItem command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Withdraws an entry of the attendance.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/attendance/withdraw")
    Accepted withdrawAttendance(
            @PathVariable @Id String id,
            @Valid @RequestBody MeetingCommand.WithdrawAttendance command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Finds whether the body is quorate.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/quorum")
    Accepted findQuorum(
            @PathVariable @Id String id, @Valid @RequestBody MeetingCommand.FindQuorum command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Concludes an item with its outcome.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/items/{item}/conclude")
    Accepted conclude(
            @PathVariable @Id String id,
            @PathVariable @Id String item,
            @Valid @RequestBody Outcome body) {
        return Answers.done(id, desk.give(id, new MeetingCommand.Conclude(item, body.outcome)));
    }

    /// Closes a meeting.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/close")
    Accepted close(@PathVariable @Id String id, @Valid @RequestBody MeetingCommand.Close command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Signs the minutes of a meeting.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/sign")
    Accepted sign(@PathVariable @Id String id, @Valid @RequestBody MeetingCommand.Sign command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Takes an item off the agenda on which nothing was done yet.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/items/remove")
    Accepted removeItem(
            @PathVariable @Id String id, @Valid @RequestBody MeetingCommand.RemoveItem command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Corrects the outcome of an item; without one it is open again.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/outcomes/correct")
    Accepted correctOutcome(
            @PathVariable @Id String id,
            @Valid @RequestBody MeetingCommand.CorrectOutcome command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Corrects the hours at which the meeting was opened and closed.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/hours/correct")
    Accepted correctHours(
            @PathVariable @Id String id, @Valid @RequestBody MeetingCommand.CorrectHours command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Adds a dated note to minutes that are signed.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/notes")
    Accepted note(@PathVariable @Id String id, @Valid @RequestBody MeetingCommand.AddNote command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Places several items on the agenda, all or none.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/items/list")
    Accepted placeAll(
            @PathVariable @Id String id, @Valid @RequestBody MeetingCommand.PlaceAll command) {
        return Answers.done(id, desk.give(id, command));
    }

    /// Concludes several items, all or none.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER})
    @In(Meeting.class)
    @PostMapping("/{id}/outcomes")
    Accepted concludeAll(
            @PathVariable @Id String id, @Valid @RequestBody MeetingCommand.ConcludeAll command) {
        return Answers.done(id, desk.give(id, command));
    }
}
