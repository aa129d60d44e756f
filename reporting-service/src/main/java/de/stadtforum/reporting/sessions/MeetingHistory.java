package de.stadtforum.reporting.sessions;

import de.stadtforum.contracts.session.MeetingFact;
import de.stadtforum.contracts.session.MeetingFact.AttendanceRecorded;
import de.stadtforum.contracts.session.MeetingFact.AttendanceWithdrawn;
import de.stadtforum.contracts.session.MeetingFact.ChairHandedOver;
import de.stadtforum.contracts.session.MeetingFact.ClosingCorrected;
import de.stadtforum.contracts.session.MeetingFact.ConflictDeclared;
import de.stadtforum.contracts.session.MeetingFact.ConflictWithdrawn;
import de.stadtforum.contracts.session.MeetingFact.HandoverWithdrawn;
import de.stadtforum.contracts.session.MeetingFact.InvitationCorrected;
import de.stadtforum.contracts.session.MeetingFact.ItemConcluded;
import de.stadtforum.contracts.session.MeetingFact.ItemCorrected;
import de.stadtforum.contracts.session.MeetingFact.ItemPlaced;
import de.stadtforum.contracts.session.MeetingFact.ItemRemoved;
import de.stadtforum.contracts.session.MeetingFact.MeetingCancelled;
import de.stadtforum.contracts.session.MeetingFact.MeetingClosed;
import de.stadtforum.contracts.session.MeetingFact.MeetingConvened;
import de.stadtforum.contracts.session.MeetingFact.MeetingOpened;
import de.stadtforum.contracts.session.MeetingFact.MeetingPlanned;
import de.stadtforum.contracts.session.MeetingFact.MeetingPostponed;
import de.stadtforum.contracts.session.MeetingFact.MinutesNoted;
import de.stadtforum.contracts.session.MeetingFact.MinutesSigned;
import de.stadtforum.contracts.session.MeetingFact.OpeningCorrected;
import de.stadtforum.contracts.session.MeetingFact.OutcomeCorrected;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.contracts.session.MeetingFact.QuorumEstablished;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A meeting as its facts tell it. A cancelled one never was: it has no date and was not convened.
///
/// @param date the day it is planned for or was held on, in the city
/// @param postponed it was put off, to `date` where that is known
/// @param present seats that somebody filled at some time of the meeting
/// @param deputised seats that a deputy acted for
/// @param told whether it was held, as the session service told it; nothing in what was told before this was said
/// @param entries how many entries say that a seat was filled, by seat; a deputy's beside it as `seat/deputy`
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
        boolean signed,
        @Nullable Boolean told,
        SortedMap<String, Integer> entries) {
    private static final ZoneId CITY = ZoneId.of("Europe/Berlin");
    private static final String DEPUTY = "/deputy";
    public static final MeetingHistory NONE = new Draft().history();

    // yesterday's documents have no entries
    @SuppressWarnings("ConstantValue")
    public MeetingHistory {
        entries = entries == null ? new TreeMap<>() : entries;
    }

    public MeetingHistory after(MeetingFact fact) {
        return switch (fact) {
            case MeetingPlanned it ->
                    with(draft -> {
                        draft.body = it.body();
                        draft.date = it.date();
                    });
            case MeetingConvened it ->
                    with(draft -> {
                        draft.body = it.body();
                        draft.date = day(it.begins());
                        draft.convened = true;
                    });
            case InvitationCorrected it -> with(draft -> draft.date = day(it.begins()));
            case MeetingPostponed it ->
                    with(draft -> {
                        draft.postponed = true;
                        draft.postponedFrom = date;
                        if (it.date() != null) draft.date = it.date();
                    });
            case MeetingCancelled _ ->
                    with(draft -> {
                        draft.date = null;
                        draft.convened = false;
                        draft.postponed = false;
                        draft.postponedFrom = null;
                    });
            case MeetingOpened it ->
                    with(draft -> {
                        draft.date = day(it.at());
                        draft.opened = true;
                    });
            case OpeningCorrected it -> with(draft -> draft.date = day(it.at()));
            case MeetingClosed it ->
                    with(draft -> {
                        draft.closed = true;
                        draft.told = it.held();
                    });
            case ClosingCorrected it -> with(draft -> draft.told = it.held());
            case MinutesSigned _ -> with(draft -> draft.signed = true);
            case ItemPlaced _ -> with(draft -> draft.items++);
            case ItemRemoved _ -> with(draft -> draft.items--);
            case ItemConcluded _ -> with(draft -> draft.concluded++);
            case OutcomeCorrected it ->
                    it.outcome() == null ? with(draft -> draft.concluded--) : this;
            case QuorumEstablished it -> with(draft -> draft.statutory = it.statutory());
            case ConflictDeclared _ -> with(draft -> draft.conflicts++);
            case ConflictWithdrawn _ -> with(draft -> draft.conflicts--);
            case ChairHandedOver _ -> with(draft -> draft.handovers++);
            case HandoverWithdrawn _ -> with(draft -> draft.handovers--);
            case AttendanceRecorded it -> counted(it.seat(), it.presence(), it.deputy(), 1);
            case AttendanceWithdrawn it -> counted(it.seat(), it.presence(), it.deputy(), -1);
            case ItemCorrected _, MinutesNoted _ -> this;
        };
    }

    /// As the session service told it; of what was told before: opened, closed, and somebody was there.
    public boolean held() {
        return opened && closed && (told == null ? !present.isEmpty() : told);
    }

    /// As the first calculation had it: opened and closed, whoever was there.
    public boolean openedAndClosed() {
        return opened && closed;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(CITY).toLocalDate();
    }

    private MeetingHistory counted(String seat, Presence presence, boolean deputy, int by) {
        if (presence != Presence.PRESENT) return this;
        return with(draft -> {
            draft.entries = new TreeMap<>(entries);
            draft.present = among(draft.entries, seat, seat, present, by);
            if (deputy) draft.deputised = among(draft.entries, seat + DEPUTY, seat, deputised, by);
        });
    }

    /// The seats with one entry more or less.
    private static SortedSet<String> among(
            SortedMap<String, Integer> entries,
            String key,
            String seat,
            SortedSet<String> before,
            int by) {
        // entries of yesterday were not counted: the set itself says that there was one
        var known = entries.getOrDefault(key, before.contains(seat) ? 1 : 0) + by;
        entries.put(key, Math.max(known, 0));
        var after = new TreeSet<>(before);
        if (known > 0) after.add(seat);
        else after.remove(seat);
        return after;
    }

    private MeetingHistory with(Consumer<Draft> change) {
        var draft = new Draft();
        draft.body = body;
        draft.date = date;
        draft.convened = convened;
        draft.postponed = postponed;
        draft.postponedFrom = postponedFrom;
        draft.opened = opened;
        draft.closed = closed;
        draft.items = items;
        draft.concluded = concluded;
        draft.statutory = statutory;
        draft.present = present;
        draft.deputised = deputised;
        draft.conflicts = conflicts;
        draft.handovers = handovers;
        draft.signed = signed;
        draft.told = told;
        draft.entries = entries;
        change.accept(draft);
        return draft.history();
    }

    /// A history on its way to the next one.
    private static final class Draft {
        private String body = "";
        private @Nullable LocalDate date;
        private boolean convened;
        private boolean postponed;
        private @Nullable LocalDate postponedFrom;
        private boolean opened;
        private boolean closed;
        private int items;
        private int concluded;
        private int statutory;
        private SortedSet<String> present = new TreeSet<>();
        private SortedSet<String> deputised = new TreeSet<>();
        private int conflicts;
        private int handovers;
        private boolean signed;
        private @Nullable Boolean told;
        private SortedMap<String, Integer> entries = new TreeMap<>();

        MeetingHistory history() {
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
                    present,
                    deputised,
                    conflicts,
                    handovers,
                    signed,
                    told,
                    entries);
        }
    }
}
