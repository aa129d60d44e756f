package de.stadtforum.session.meetings;

import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.session.Forms;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.web.BadInput;
import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PastMoment;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The one page on which a past meeting is entered: a row for each item with its vote, a row for each seat. Rows without a title are left out.
///
/// @param who for each seat, as `person` for a delegate and `i-v:person` for a deputy
/// @param all every seat without an entry was there
/// @param text of the vote on the item in the same row
/// @param another the body met twice that day
/// @param confirmedMissing fewer voted than might have, and that is so in the notes
record PastMeetingForm(
        @NotNull @Id String id,
        @NotNull @Id String body,
        @NotNull @PastDay LocalDate date,
        @NotNull @PastMoment LocalDateTime begins,
        @PastMoment @Nullable LocalDateTime closed,
        @NotNull @Line(max = 300) String place,
        @NotNull @PastDay LocalDate invitedOn,
        @NotNull Boolean publicMeeting,
        @Text(max = 1_000) @Nullable String lateReason,
        @NotNull @Size(max = 50) List<@NotNull @Id String> item,
        @NotNull @Size(max = 50)
                List<
                                @NotNull
                                @Pattern(
                                        regexp = MeetingCommand.NUMBER,
                                        message = "{rule.item-number}")
                                String>
                        number,
        @NotNull @Size(max = 50) List<@Line(max = 300) @Nullable String> title,
        @NotNull @Size(max = 50) List<@NotNull @NotUnknown Part> part,
        @NotNull @Size(max = 50) List<@NotUnknown @Nullable ItemOutcome> outcome,
        @NotNull @Size(max = 50) List<@Text(max = 4_000) @Nullable String> text,
        @NotNull @Size(max = 50) List<@Min(0) @Max(1_000) @Nullable Integer> yes,
        @NotNull @Size(max = 50) List<@Min(0) @Max(1_000) @Nullable Integer> no,
        @NotNull @Size(max = 50) List<@Min(0) @Max(1_000) @Nullable Integer> abstain,
        @Nullable @Size(max = 200) List<@NotNull @Id String> seat,
        @Nullable @Size(max = 200) List<@NotNull @Line(max = 80) String> who,
        @Nullable @Size(max = 200) List<@NotUnknown @Nullable Presence> presence,
        @Nullable Boolean all,
        @Nullable Boolean confirmedMissing,
        @Nullable Boolean another) {

    PastMeetingForm {
        title = emptyIsNothing(title);
        text = emptyIsNothing(text);
    }

    @SuppressWarnings("ConstantValue") // what is missing is found by the validation that follows
    private static List<@Nullable String> emptyIsNothing(List<@Nullable String> column) {
        return column == null
                ? column
                : column.stream()
                        .map(each -> each == null || each.isBlank() ? null : each)
                        .toList();
    }

    PastMeeting read() {
        var items = new ArrayList<Item>();
        var votes = new ArrayList<PastMeeting.Vote>();
        var outcomes = new TreeMap<String, ItemOutcome>();
        if (number.size() != item.size() || part.size() != item.size())
            throw new BadInput("item", "Jeder Punkt braucht Nummer und Teil.");
        for (var row = 0; row < item.size(); row++) {
            var called = at(title, row);
            if (called == null) {
                if (at(text, row) != null)
                    throw new BadInput(
                            "title[" + row + "]",
                            "Bitte nennen Sie den Punkt, über den abgestimmt wurde.");
                continue;
            }
            var id = item.get(row);
            items.add(Item.placed(id, number.get(row), part.get(row), called, null));
            var vote = vote(id, row);
            if (vote != null) votes.add(vote);
            var end = vote == null ? at(outcome, row) : ItemOutcome.DECIDED;
            if (end != null) outcomes.put(id, end);
        }
        return new PastMeeting(
                id,
                body,
                date,
                new Invitation(
                        Forms.inTheCity(begins), place, invitedOn, publicMeeting, lateReason),
                Forms.inTheCity(begins),
                closed == null ? null : Forms.inTheCity(closed),
                items,
                attendance(),
                votes,
                outcomes);
    }

    private PastMeeting.@Nullable Vote vote(String id, int row) {
        var motion = at(text, row);
        var counted = at(yes, row) != null || at(no, row) != null || at(abstain, row) != null;
        if (motion == null) {
            if (counted)
                throw new BadInput(
                        "text[" + row + "]", "Bitte geben Sie an, worüber abgestimmt wurde.");
            return null;
        }
        if (!counted) throw new BadInput("yes[" + row + "]", "Bitte geben Sie die Stimmen an.");
        return new PastMeeting.Vote(
                "v-" + id,
                id,
                motion,
                count(yes, row),
                count(no, row),
                count(abstain, row),
                Boolean.TRUE.equals(confirmedMissing));
    }

    private List<Attendance.Entry> attendance() {
        var entries = new ArrayList<Attendance.Entry>();
        if (seat == null || who == null || presence == null) return entries;
        for (var row = 0; row < Math.min(seat.size(), who.size()); row++) {
            var state = at(presence, row);
            if (state == null && Boolean.TRUE.equals(all)) state = Presence.PRESENT;
            if (state != null)
                entries.add(
                        AttendanceList.entry(
                                seat.get(row), who.get(row), state, Forms.inTheCity(begins)));
        }
        return entries;
    }

    private static int count(List<@Nullable Integer> column, int row) {
        var typed = at(column, row);
        return typed == null ? 0 : typed;
    }

    private static <T> @Nullable T at(List<@Nullable T> column, int row) {
        return row < column.size() ? column.get(row) : null;
    }
}
