package de.stadtforum.reporting.sessions;

import de.stadtforum.contracts.session.MeetingFact;
import de.stadtforum.contracts.session.MeetingFact.AttendanceRecorded;
import de.stadtforum.contracts.session.MeetingFact.ChairHandedOver;
import de.stadtforum.contracts.session.MeetingFact.ConflictDeclared;
import de.stadtforum.contracts.session.MeetingFact.ItemConcluded;
import de.stadtforum.contracts.session.MeetingFact.ItemPlaced;
import de.stadtforum.contracts.session.MeetingFact.MeetingClosed;
import de.stadtforum.contracts.session.MeetingFact.MeetingConvened;
import de.stadtforum.contracts.session.MeetingFact.MeetingOpened;
import de.stadtforum.contracts.session.MeetingFact.MeetingPlanned;
import de.stadtforum.contracts.session.MeetingFact.MeetingPostponed;
import de.stadtforum.contracts.session.MeetingFact.MinutesSigned;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.contracts.session.MeetingFact.QuorumEstablished;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A meeting as its facts tell it.
///
/// @param date the day it is planned for or was held on, in the city
/// @param postponed it was put off, to `date` where that is known
/// @param present seats that somebody filled at some time of the meeting
/// @param deputised seats that a deputy acted for
public record MeetingHistory(
        String body,
        @Nullable LocalDate date,
        boolean convened,
        boolean postponed,
        @Nullable LocalDate postponedFrom,
        boolean opened,
        boolean closed,
        int items,
        int concluded,
        int statutory,
        SortedSet<String> present,
        SortedSet<String> deputised,
        int conflicts,
        int handovers,
        boolean signed) {
    private static final ZoneId CITY = ZoneId.of("Europe/Berlin");
    public static final MeetingHistory NONE =
            new MeetingHistory(
                    "",
                    null,
                    false,
                    false,
                    null,
                    false,
                    false,
                    0,
                    0,
                    0,
                    new TreeSet<>(),
                    new TreeSet<>(),
                    0,
                    0,
                    false);

    public MeetingHistory after(MeetingFact fact) {
        return switch (fact) {
            case MeetingPlanned it -> at(it.body(), it.date());
            case MeetingConvened it ->
                    at(it.body(), day(it.begins())).with(true, opened, closed, signed);
            case MeetingPostponed it ->
                    new MeetingHistory(
                            body,
                            it.date() == null ? date : it.date(),
                            convened,
                            true,
                            date,
                            opened,
                            closed,
                            items,
                            concluded,
                            statutory,
                            present,
                            deputised,
                            conflicts,
                            handovers,
                            signed);
            case MeetingOpened it -> at(body, day(it.at())).with(convened, true, closed, signed);
            case MeetingClosed _ -> with(convened, opened, true, signed);
            case MinutesSigned _ -> with(convened, opened, closed, true);
            case ItemPlaced _ -> counted(items + 1, concluded, statutory, conflicts, handovers);
            case ItemConcluded _ -> counted(items, concluded + 1, statutory, conflicts, handovers);
            case QuorumEstablished it ->
                    counted(items, concluded, it.statutory(), conflicts, handovers);
            case ConflictDeclared _ ->
                    counted(items, concluded, statutory, conflicts + 1, handovers);
            case ChairHandedOver _ ->
                    counted(items, concluded, statutory, conflicts, handovers + 1);
            case AttendanceRecorded it -> attended(it);
        };
    }

    /// Somebody opened it, and it was closed.
    public boolean held() {
        return opened && closed;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(CITY).toLocalDate();
    }

    private MeetingHistory at(String where, LocalDate day) {
        return new MeetingHistory(
                where,
                day,
                convened,
                postponed,
                postponedFrom,
                opened,
                closed,
                items,
                concluded,
                statutory,
                present,
                deputised,
                conflicts,
                handovers,
                signed);
    }

    private MeetingHistory with(
            boolean isConvened, boolean isOpened, boolean isClosed, boolean isSigned) {
        return new MeetingHistory(
                body,
                date,
                isConvened,
                postponed,
                postponedFrom,
                isOpened,
                isClosed,
                items,
                concluded,
                statutory,
                present,
                deputised,
                conflicts,
                handovers,
                isSigned);
    }

    private MeetingHistory counted(
            int allItems, int allConcluded, int votes, int allConflicts, int allHandovers) {
        return new MeetingHistory(
                body,
                date,
                convened,
                postponed,
                postponedFrom,
                opened,
                closed,
                allItems,
                allConcluded,
                votes,
                present,
                deputised,
                allConflicts,
                allHandovers,
                signed);
    }

    private MeetingHistory attended(AttendanceRecorded it) {
        if (it.presence() != Presence.PRESENT) return this;
        var here = new TreeSet<>(present);
        here.add(it.seat());
        var acting = new TreeSet<>(deputised);
        if (it.deputy()) acting.add(it.seat());
        return new MeetingHistory(
                body,
                date,
                convened,
                postponed,
                postponedFrom,
                opened,
                closed,
                items,
                concluded,
                statutory,
                here,
                acting,
                conflicts,
                handovers,
                signed);
    }
}
