package de.stadtforum.session.meetings;

import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.session.Forms;
import de.stadtforum.web.BadInput;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The list of who is there, as it comes from its one form: only rows that say something new become entries.
@Component
class AttendanceList {
    private final AggregateStore<Meeting> meetings;
    private final Clock clock;

    AttendanceList(AggregateStore<Meeting> meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /// @param shown what the page showed of each row, as [AttendanceSheet#row]; without it nothing is known of the page
    /// @param everybody every delegate without an entry is present
    /// @throws Refusal where somebody else entered something meanwhile on a row that was changed here
    List<MeetingCommand.Attend> of(
            String id,
            List<String> seats,
            List<String> who,
            List<@Nullable Presence> presence,
            List<String> shown,
            boolean everybody,
            @Nullable LocalDateTime at) {
        var meeting = meetings.find(id).orElseThrow(Missing::new);
        var stored = meeting.attendance().bySeat();
        var hour = hour(meeting, at);
        var list = new ArrayList<MeetingCommand.Attend>();
        for (var i = 0; i < Math.min(seats.size(), Math.min(who.size(), presence.size())); i++) {
            var known = stored.get(seats.get(i));
            var state = presence.get(i);
            if (state == null && everybody && known == null) state = Presence.PRESENT;
            if (state == null) continue;
            var entry = entry(seats.get(i), who.get(i), state, hour);
            if (AttendanceSheet.row(entry).equals(AttendanceSheet.row(known))) continue;
            if (i < shown.size()) {
                if (AttendanceSheet.row(entry).equals(shown.get(i))) continue;
                if (!AttendanceSheet.row(known).equals(shown.get(i)))
                    throw new Refusal(Meeting.Refusal.ATTENDANCE_CHANGED_MEANWHILE);
            }
            list.add(command(entry));
        }
        return list;
    }

    /// That of the click on the meeting's day; on another day it has to be typed.
    private Instant hour(Meeting meeting, @Nullable LocalDateTime at) {
        if (at != null) return Forms.inTheCity(at);
        var now = clock.instant();
        if (!LocalDate.ofInstant(now, PlatformClock.CITY).equals(meeting.course().date()))
            throw new BadInput(
                    "at",
                    "Bitte geben Sie Tag und Uhrzeit an: Heute ist nicht der Tag der Sitzung.");
        return now;
    }

    /// @param who as the list offers it, a deputy as `i-v:person`
    static Attendance.Entry entry(String seat, String who, Presence presence, Instant at) {
        var deputy = who.startsWith(AttendanceSheet.DEPUTY);
        var person = deputy ? who.substring(AttendanceSheet.DEPUTY.length()) : who;
        return new Attendance.Entry(seat, person, presence, deputy, at);
    }

    private static MeetingCommand.Attend command(Attendance.Entry entry) {
        return new MeetingCommand.Attend(
                entry.seat(), entry.person(), entry.presence(), entry.deputy(), entry.at());
    }

    /// The entry at this place of the list, to be taken back.
    MeetingCommand.Attend entry(String id, int place) {
        var entries = meetings.find(id).orElseThrow(Missing::new).attendance().entries();
        if (place >= entries.size()) throw new BadInput("entry", "Diesen Eintrag gibt es nicht.");
        return command(entries.get(place));
    }
}
