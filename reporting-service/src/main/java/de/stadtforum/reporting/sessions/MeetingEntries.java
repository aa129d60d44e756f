package de.stadtforum.reporting.sessions;

import static de.stadtforum.reporting.entries.AggregateEntries.PLAIN;
import static de.stadtforum.reporting.entries.AggregateEntries.day;
import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.MEETING_CLOSED;
import static de.stadtforum.reporting.entries.EntryKind.MEETING_HELD;
import static de.stadtforum.reporting.entries.EntryKind.MEETING_OPENED;
import static de.stadtforum.reporting.entries.EntryKind.MEETING_PLANNED;
import static de.stadtforum.reporting.entries.EntryKind.MEETING_POSTPONED;
import static de.stadtforum.reporting.entries.EntryKind.MINUTES_SIGNED;
import static de.stadtforum.reporting.entries.EntryKind.PRESENT;

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
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;
import de.stadtforum.reporting.entries.AggregateEntries.Change;
import de.stadtforum.reporting.entries.Entry;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a meeting's facts say, dated: when it was planned, put off, held, and which seats were filled.
public final class MeetingEntries {
    private static final String BODY = "body";
    private static final String TOLD = "held";
    private static final String AT = "at";
    private static final String DEPUTY = "deputy";

    private MeetingEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<MeetingFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case MeetingPlanned it -> planned(change, it.body(), it.date());
            case MeetingConvened it -> planned(change, it.body(), day(it.begins()));
            case InvitationCorrected it -> planned(change, body(change), day(it.begins()));
            case MeetingPostponed it -> postponed(change, it.date());
            case MeetingOpened it -> opened(change, it.at());
            case OpeningCorrected it -> opened(change, it.at());
            case MeetingClosed it -> closed(change, it.at(), it.held());
            case ClosingCorrected it -> closed(change, it.at(), it.held());
            // nothing of it counts any more
            case MeetingCancelled _ -> change.withdrawAll();
            case MinutesSigned it -> change.set(MINUTES_SIGNED, it.on());
            case AttendanceRecorded it -> {
                if (it.presence() == Presence.PRESENT)
                    change.add(
                            PRESENT,
                            it.seat(),
                            day(it.at()),
                            null,
                            marks(DEPUTY, it.deputy(), AT, it.at()));
            }
            case AttendanceWithdrawn it -> {
                if (it.presence() == Presence.PRESENT)
                    change.withdrawLast(
                            PRESENT,
                            each ->
                                    each.part().equals(it.seat())
                                            && each.mark(DEPUTY).equals(String.valueOf(it.deputy()))
                                            && each.mark(AT).equals(it.at().toString()));
            }
            case ItemPlaced _,
                    ItemCorrected _,
                    ItemRemoved _,
                    ItemConcluded _,
                    OutcomeCorrected _,
                    QuorumEstablished _,
                    ConflictDeclared _,
                    ConflictWithdrawn _,
                    ChairHandedOver _,
                    HandoverWithdrawn _,
                    MinutesNoted _ -> {}
        }
        held(change);
        return change.done();
    }

    private static String body(Change change) {
        return change.mark(MEETING_PLANNED, BODY);
    }

    private static void planned(Change change, String body, LocalDate on) {
        change.set(MEETING_PLANNED, "", on, marks(BODY, body));
    }

    private static void postponed(Change change, @Nullable LocalDate to) {
        var from = change.last(MEETING_PLANNED).map(Entry::on).orElse(change.today());
        var body = body(change);
        change.set(MEETING_POSTPONED, "", from, marks(BODY, body, "to", to));
        if (to != null) planned(change, body, to);
    }

    private static void opened(Change change, Instant at) {
        change.set(MEETING_OPENED, day(at));
    }

    private static void closed(Change change, Instant at, @Nullable Boolean held) {
        change.set(MEETING_CLOSED, "", day(at), marks(TOLD, held));
    }

    /// It took place: as it was told; else opened, closed, and somebody was there.
    private static void held(Change change) {
        var opened = change.last(MEETING_OPENED).orElse(null);
        var closed = change.last(MEETING_CLOSED).orElse(null);
        var told = closed == null ? "" : closed.mark(TOLD);
        var held =
                closed != null
                        && (told.isEmpty()
                                ? opened != null && change.holding(PRESENT).findAny().isPresent()
                                : told.equals("true"));
        // a closing that says so may come without an opening
        var on =
                opened != null
                        ? opened.on()
                        : change.last(MEETING_PLANNED).map(Entry::on).orElse(null);
        if (held) change.set(MEETING_HELD, "", on, marks(BODY, body(change)));
        else change.set(MEETING_HELD, "", null, PLAIN);
    }
}
