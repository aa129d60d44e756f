package de.stadtforum.reporting.calculation.v1;

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
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A meeting as its facts tell it.
///
/// @param date the day it is planned for or was held on, in the city
/// @param postponed it was put off, to `date` where that is known
/// @param present seats that somebody filled at some time of the meeting
/// @param deputised seats that a deputy acted for
/// @param told whether it was held, as the service that closes meetings says; null where it did not say
/// @param entries who was present by the entries that count, without the person
/// @param reopened items whose outcome was taken back
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
        List<Entry> entries,
        SortedSet<String> reopened) {
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
                    false,
                    null,
                    List.of(),
                    new TreeSet<>());

    public record Entry(String seat, boolean deputy, Instant at) {}

    /// Yesterday's projections lack what was added.
    @SuppressWarnings("NullAway")
    public MeetingHistory {
        entries = entries == null ? List.of() : entries;
        reopened = reopened == null ? new TreeSet<>() : reopened;
    }

    public MeetingHistory after(MeetingFact fact) {
        return switch (fact) {
            case MeetingPlanned it -> changed(to -> to.at(it.body(), it.date()));
            case MeetingConvened it ->
                    changed(to -> {
                        to.at(it.body(), day(it.begins()));
                        to.convened = true;
                    });
            case InvitationCorrected it -> changed(to -> to.date = day(it.begins()));
            case MeetingPostponed it ->
                    changed(to -> {
                        to.postponed = true;
                        to.postponedFrom = date;
                        if (it.date() != null) to.date = it.date();
                    });
            case MeetingOpened it ->
                    changed(to -> {
                        to.date = day(it.at());
                        to.opened = true;
                    });
            case OpeningCorrected it -> changed(to -> to.date = day(it.at()));
            case MeetingClosed it ->
                    changed(to -> {
                        to.closed = true;
                        to.told = it.held();
                    });
            case ClosingCorrected it -> changed(to -> to.told = it.held());
            case MeetingCancelled _ -> changed(Draft::cancel);
            case MinutesSigned _ -> changed(to -> to.signed = true);
            case ItemPlaced _ -> changed(to -> to.items++);
            case ItemRemoved _ -> changed(to -> to.items--);
            case ItemConcluded _ -> changed(to -> to.concluded++);
            case OutcomeCorrected it -> changed(to -> to.outcome(it.item(), it.outcome() != null));
            case QuorumEstablished it -> changed(to -> to.statutory = it.statutory());
            case ConflictDeclared _ -> changed(to -> to.conflicts++);
            case ConflictWithdrawn _ -> changed(to -> to.conflicts--);
            case ChairHandedOver _ -> changed(to -> to.handovers++);
            case HandoverWithdrawn _ -> changed(to -> to.handovers--);
            case AttendanceRecorded it ->
                    it.presence() == Presence.PRESENT
                            ? changed(to -> to.arrives(new Entry(it.seat(), it.deputy(), it.at())))
                            : this;
            case AttendanceWithdrawn it ->
                    it.presence() == Presence.PRESENT
                            ? changed(
                                    to -> to.neverCame(new Entry(it.seat(), it.deputy(), it.at())))
                            : this;
            case ItemCorrected _, MinutesNoted _ -> this;
        };
    }

    /// It took place: as it was told, else opened, closed, and somebody was there.
    public boolean held() {
        return told == null ? opened && closed && !present.isEmpty() : told;
    }

    /// What the first version of the calculation took for held; reports that were released with it keep their figures.
    public boolean openedAndClosed() {
        return opened && closed;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(CITY).toLocalDate();
    }

    private MeetingHistory changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    private static final class Draft {
        private String body;
        private @Nullable LocalDate date;
        private boolean convened;
        private boolean postponed;
        private @Nullable LocalDate postponedFrom;
        private boolean opened;
        private boolean closed;
        private int items;
        private int concluded;
        private int statutory;
        private SortedSet<String> present;
        private SortedSet<String> deputised;
        private int conflicts;
        private int handovers;
        private boolean signed;
        private @Nullable Boolean told;
        private List<Entry> entries;
        private SortedSet<String> reopened;

        Draft(MeetingHistory from) {
            body = from.body;
            date = from.date;
            convened = from.convened;
            postponed = from.postponed;
            postponedFrom = from.postponedFrom;
            opened = from.opened;
            closed = from.closed;
            items = from.items;
            concluded = from.concluded;
            statutory = from.statutory;
            present = new TreeSet<>(from.present);
            deputised = new TreeSet<>(from.deputised);
            conflicts = from.conflicts;
            handovers = from.handovers;
            signed = from.signed;
            told = from.told;
            entries = new ArrayList<>(from.entries);
            reopened = new TreeSet<>(from.reopened);
        }

        MeetingHistory done() {
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
                    entries,
                    reopened);
        }

        void at(String where, LocalDate day) {
            body = where;
            date = day;
        }

        void cancel() {
            date = null;
            postponed = false;
            postponedFrom = null;
            opened = false;
            closed = false;
            told = false;
        }

        void outcome(String item, boolean has) {
            if (has && reopened.remove(item)) concluded++;
            if (!has && reopened.add(item)) concluded--;
        }

        void arrives(Entry entry) {
            entries.add(entry);
            present.add(entry.seat);
            if (entry.deputy) deputised.add(entry.seat);
        }

        void neverCame(Entry entry) {
            entries.remove(entry);
            if (entries.stream().noneMatch(each -> each.seat.equals(entry.seat)))
                present.remove(entry.seat);
            if (entries.stream().noneMatch(each -> each.deputy && each.seat.equals(entry.seat)))
                deputised.remove(entry.seat);
        }
    }
}
