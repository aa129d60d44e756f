package de.stadtforum.reporting.labs;

import static de.stadtforum.reporting.entries.AggregateEntries.PLAIN;
import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.LAB;
import static de.stadtforum.reporting.entries.EntryKind.LAB_ANSWER;
import static de.stadtforum.reporting.entries.EntryKind.LAB_FIELD;
import static de.stadtforum.reporting.entries.EntryKind.LAB_GO_AHEAD;
import static de.stadtforum.reporting.entries.EntryKind.LAB_HEARD;
import static de.stadtforum.reporting.entries.EntryKind.LAB_HELD;
import static de.stadtforum.reporting.entries.EntryKind.LAB_MISSED;
import static de.stadtforum.reporting.entries.EntryKind.LAB_OPENED;
import static de.stadtforum.reporting.entries.EntryKind.LAB_PARTNER;
import static de.stadtforum.reporting.entries.EntryKind.LAB_POSTPONED;
import static de.stadtforum.reporting.entries.EntryKind.LAB_REPORTED;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.LabFact;
import de.stadtforum.contracts.lab.LabFact.AnswerWithdrawn;
import de.stadtforum.contracts.lab.LabFact.FieldProposed;
import de.stadtforum.contracts.lab.LabFact.GoAheadGiven;
import de.stadtforum.contracts.lab.LabFact.GoAheadWithdrawn;
import de.stadtforum.contracts.lab.LabFact.HeldCorrected;
import de.stadtforum.contracts.lab.LabFact.LabCancelled;
import de.stadtforum.contracts.lab.LabFact.LabHeld;
import de.stadtforum.contracts.lab.LabFact.LabMissed;
import de.stadtforum.contracts.lab.LabFact.LabOpened;
import de.stadtforum.contracts.lab.LabFact.LabPlanned;
import de.stadtforum.contracts.lab.LabFact.LabPostponed;
import de.stadtforum.contracts.lab.LabFact.MissedWithdrawn;
import de.stadtforum.contracts.lab.LabFact.OpeningCorrected;
import de.stadtforum.contracts.lab.LabFact.PartnerInvolved;
import de.stadtforum.contracts.lab.LabFact.PartnerWithdrawn;
import de.stadtforum.contracts.lab.LabFact.PlanCorrected;
import de.stadtforum.contracts.lab.LabFact.QuestionAnswered;
import de.stadtforum.contracts.lab.LabFact.ResultCorrected;
import de.stadtforum.contracts.lab.LabFact.ResultHeard;
import de.stadtforum.contracts.lab.LabFact.ResultReported;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;
import de.stadtforum.reporting.entries.AggregateEntries.Change;
import java.time.LocalDate;

/// What a neighbourhood lab's facts say, dated.
public final class LabEntries {
    private static final String DISTRICT = "district";
    private static final String NAME = "name";
    private static final String PARTICIPANTS = "participants";

    private LabEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<LabFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case LabPlanned it ->
                    planned(change, it.district(), it.neighbourhood(), it.date(), it.place());
            case PlanCorrected it ->
                    planned(
                            change,
                            change.mark(LAB, DISTRICT),
                            it.neighbourhood(),
                            it.date(),
                            it.place());
            case LabPostponed it -> {
                change.set(LAB_POSTPONED, change.today());
                change.last(LAB).ifPresent(lab -> change.set(LAB, "", it.date(), lab.marks()));
            }
            // it was planned by mistake: as if it had never been
            case LabCancelled _ -> change.withdrawAll();
            case GoAheadGiven it -> change.set(LAB_GO_AHEAD, it.on());
            case GoAheadWithdrawn _ -> change.set(LAB_GO_AHEAD, null);
            case LabOpened it -> change.set(LAB_OPENED, it.on());
            case OpeningCorrected it -> change.set(LAB_OPENED, it.on());
            case LabHeld it ->
                    change.set(LAB_HELD, "", it.on(), marks(PARTICIPANTS, it.participants()));
            case HeldCorrected it ->
                    change.set(
                            LAB_HELD,
                            "",
                            it.on(),
                            marks(PARTICIPANTS, it.participants() == null ? 0 : it.participants()));
            case LabMissed it -> change.set(LAB_MISSED, it.on());
            case MissedWithdrawn _ -> change.set(LAB_MISSED, null);
            case PartnerInvolved it ->
                    change.add(
                            LAB_PARTNER,
                            it.kind().name(),
                            change.today(),
                            null,
                            marks(NAME, it.name().text()));
            case PartnerWithdrawn it ->
                    change.withdrawLast(
                            LAB_PARTNER,
                            each ->
                                    each.part().equals(it.kind().name())
                                            && each.mark(NAME).equals(it.name().text()));
            case QuestionAnswered it -> change.set(LAB_ANSWER, it.question(), it.on(), PLAIN);
            case AnswerWithdrawn it ->
                    change.withdraw(LAB_ANSWER, each -> each.part().equals(it.question()));
            case ResultReported it -> change.set(LAB_REPORTED, it.body(), it.on(), PLAIN);
            // its words are others now, it was reported on its day
            case ResultCorrected it -> {
                if (change.last(LAB_REPORTED, it.body()).isEmpty())
                    change.set(LAB_REPORTED, it.body(), it.on(), PLAIN);
            }
            case ResultHeard it -> change.set(LAB_HEARD, it.meeting(), it.on(), PLAIN);
            case FieldProposed it -> change.set(LAB_FIELD, it.on());
        }
        return change.done();
    }

    private static void planned(
            Change change,
            String district,
            PublicText neighbourhood,
            LocalDate on,
            LabFact.Place place) {
        change.set(
                LAB,
                "",
                on,
                marks(DISTRICT, district, "neighbourhood", neighbourhood.text(), "place", place));
    }
}
