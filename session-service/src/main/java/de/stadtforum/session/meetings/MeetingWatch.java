package de.stadtforum.session.meetings;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.meetings.Course.Phase;
import de.stadtforum.session.rosters.Roster;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Watches that a body meets as often as it must: the assembly at least three times a year (resolution 3.19).
@Component
class MeetingWatch {
    /// @param needed the least number of meetings of the year; 0 for "as needed"
    /// @param held those that took place
    /// @param ahead those that are planned, convened or under way from today on
    record Count(int needed, int held, int ahead, boolean yearOver) {
        static Count of(int needed, List<Meeting> ofTheYear, int year, LocalDate today) {
            var held = ofTheYear.stream().filter(meeting -> meeting.held(today)).count();
            var ahead =
                    ofTheYear.stream()
                            .filter(meeting ->
                                    meeting.course().phase() == Phase.PLANNED
                                            || meeting.course().phase() == Phase.OPEN
                                            || meeting.course().phase() == Phase.CONVENED)
                            .filter(meeting -> !meeting.course().date().isBefore(today))
                            .count();
            return new Count(needed, (int) held, (int) ahead, today.getYear() > year);
        }

        public boolean kept() {
            return held >= needed;
        }

        /// Even with all that is planned the number would not be reached.
        public boolean warns() {
            return held + ahead < needed;
        }

        public String key() {
            if (kept()) return "watch.kept";
            if (yearOver) return "watch.missed";
            return warns() ? "watch.warning" : "watch.planned";
        }
    }

    private final AggregateStore<Meeting> meetings;
    private final Feed<Roster> rosters;

    MeetingWatch(AggregateStore<Meeting> meetings, Feed<Roster> rosters) {
        this.meetings = meetings;
        this.rosters = rosters;
    }

    Count of(String body, int year, LocalDate today) {
        var needed = rosters.find(body).map(Roster::meetingsPerYear).orElse(0);
        return Count.of(
                needed,
                meetings.few(MeetingApi.filter(body, year), Order.ascending("state.course.date")),
                year,
                today);
    }
}
