package de.stadtforum.session.meetings;

import de.stadtforum.session.rosters.Roster;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What whoever runs a meeting does next; it stands above everything else.
public enum NextStep {
    DRAW_UP_AGENDA("punkte"),
    CONVENE("einladen"),
    FIND_A_DATE("vertagen"),
    OPEN("eroeffnen"),
    RECORD_ATTENDANCE("anwesenheit"),
    FIND_QUORUM("beschlussfaehigkeit"),
    /// somebody came or went since
    FIND_QUORUM_AGAIN("beschlussfaehigkeit"),
    GO_THROUGH_ITEMS("tagesordnung"),
    CLOSE("schliessen"),
    SIGN("unterzeichnen");

    private final String place;

    NextStep(String place) {
        this.place = place;
    }

    /// Where it is done on the meeting's page.
    public String place() {
        return place;
    }

    /// Nothing where the meeting is over for good.
    public static @Nullable NextStep of(Meeting meeting, Roster roster) {
        return switch (meeting.course().phase()) {
            case PLANNED -> meeting.items().isEmpty() ? DRAW_UP_AGENDA : CONVENE;
            case POSTPONED -> FIND_A_DATE;
            case CONVENED -> meeting.items().isEmpty() ? DRAW_UP_AGENDA : OPEN;
            case OPEN -> underWay(meeting, roster);
            case CLOSED -> SIGN;
            case SIGNED, CANCELLED -> null;
        };
    }

    private static NextStep underWay(Meeting meeting, Roster roster) {
        if (meeting.attendance().entries().isEmpty()) return RECORD_ATTENDANCE;
        var found = meeting.attendance().quorum();
        if (found == null) return FIND_QUORUM;
        if (!Objects.equals(found, meeting.quorumOfNow(roster))) return FIND_QUORUM_AGAIN;
        return meeting.items().stream().anyMatch(item -> item.outcome() == null)
                ? GO_THROUGH_ITEMS
                : CLOSE;
    }
}
