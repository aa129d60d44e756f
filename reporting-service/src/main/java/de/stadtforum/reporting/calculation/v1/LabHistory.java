package de.stadtforum.reporting.calculation.v1;

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
import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.contracts.lab.LabFact.PartnerInvolved;
import de.stadtforum.contracts.lab.LabFact.PartnerWithdrawn;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.contracts.lab.LabFact.PlanCorrected;
import de.stadtforum.contracts.lab.LabFact.QuestionAnswered;
import de.stadtforum.contracts.lab.LabFact.ResultCorrected;
import de.stadtforum.contracts.lab.LabFact.ResultHeard;
import de.stadtforum.contracts.lab.LabFact.ResultReported;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A neighbourhood lab as its facts tell it.
///
/// @param date the day it is planned for
/// @param involved how many partners of each kind
/// @param reported the day on which its result was reported to each body
public record LabHistory(
        String district,
        String neighbourhood,
        Place place,
        @Nullable LocalDate date,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate heldOn,
        int participants,
        @Nullable LocalDate missedOn,
        boolean postponed,
        SortedSet<Partner> partners,
        int answers,
        SortedMap<String, LocalDate> reported,
        @Nullable LocalDate heardOn,
        @Nullable LocalDate fieldProposedOn,
        SortedMap<Partner, Integer> involved) {
    public static final LabHistory NONE =
            new LabHistory(
                    "",
                    "",
                    Place.UNKNOWN,
                    null,
                    null,
                    null,
                    0,
                    null,
                    false,
                    new TreeSet<>(),
                    0,
                    new TreeMap<>(),
                    null,
                    null,
                    new TreeMap<>());

    /// Yesterday's projections lack the number of partners.
    @SuppressWarnings("NullAway")
    public LabHistory {
        involved = involved == null ? new TreeMap<>() : involved;
    }

    public enum State {
        PLANNED,
        OPEN,
        HELD,
        MISSED
    }

    public LabHistory after(LabFact fact) {
        return switch (fact) {
            case LabPlanned it ->
                    new LabHistory(
                            it.district(),
                            it.neighbourhood().text(),
                            it.place(),
                            it.date(),
                            openedOn,
                            heldOn,
                            participants,
                            missedOn,
                            postponed,
                            partners,
                            answers,
                            reported,
                            heardOn,
                            fieldProposedOn,
                            involved);
            case PlanCorrected it ->
                    new LabHistory(
                            district,
                            it.neighbourhood().text(),
                            it.place(),
                            it.date(),
                            openedOn,
                            heldOn,
                            participants,
                            missedOn,
                            postponed,
                            partners,
                            answers,
                            reported,
                            heardOn,
                            fieldProposedOn,
                            involved);
            // it was planned by mistake: as if it had never been
            case LabCancelled _ -> NONE;
            case OpeningCorrected it ->
                    dated(date, it.on(), heldOn, participants, missedOn, postponed);
            case HeldCorrected it ->
                    dated(
                            date,
                            openedOn,
                            it.on(),
                            it.participants() == null ? 0 : it.participants(),
                            missedOn,
                            postponed);
            case MissedWithdrawn _ -> dated(date, openedOn, heldOn, participants, null, postponed);
            case LabOpened it -> dated(date, it.on(), heldOn, participants, missedOn, postponed);
            case LabHeld it ->
                    dated(date, openedOn, it.on(), it.participants(), missedOn, postponed);
            case LabMissed it -> dated(date, openedOn, heldOn, participants, it.on(), postponed);
            case LabPostponed it ->
                    dated(it.date(), openedOn, heldOn, participants, missedOn, true);
            case PartnerInvolved it -> {
                var number = new TreeMap<>(involved);
                number.merge(it.kind(), 1, Integer::sum);
                yield with(number, it.kind());
            }
            case PartnerWithdrawn it -> {
                var number = new TreeMap<>(involved);
                number.computeIfPresent(it.kind(), (_, all) -> all > 1 ? all - 1 : null);
                yield with(number, it.kind());
            }
            case AnswerWithdrawn _ ->
                    followed(partners, answers - 1, reported, heardOn, fieldProposedOn);
            // its words are others now, it was reported on its day
            case ResultCorrected it -> {
                var more = new TreeMap<>(reported);
                more.putIfAbsent(it.body(), it.on());
                yield followed(partners, answers, more, heardOn, fieldProposedOn);
            }
            case QuestionAnswered _ ->
                    followed(partners, answers + 1, reported, heardOn, fieldProposedOn);
            case ResultReported it -> {
                var more = new TreeMap<>(reported);
                more.put(it.body(), it.on());
                yield followed(partners, answers, more, heardOn, fieldProposedOn);
            }
            case ResultHeard it -> followed(partners, answers, reported, it.on(), fieldProposedOn);
            case FieldProposed it -> followed(partners, answers, reported, heardOn, it.on());
            case GoAheadGiven _, GoAheadWithdrawn _ -> this;
        };
    }

    /// How far it was at the end of that day.
    public State stateOn(LocalDate day) {
        if (heldOn != null && !heldOn.isAfter(day)) return State.HELD;
        if (missedOn != null && !missedOn.isAfter(day)) return State.MISSED;
        return openedOn != null && !openedOn.isAfter(day) ? State.OPEN : State.PLANNED;
    }

    private LabHistory with(SortedMap<Partner, Integer> number, Partner kind) {
        var kinds = new TreeSet<>(partners);
        if (number.containsKey(kind)) kinds.add(kind);
        else kinds.remove(kind);
        return new LabHistory(
                district,
                neighbourhood,
                place,
                date,
                openedOn,
                heldOn,
                participants,
                missedOn,
                postponed,
                kinds,
                answers,
                reported,
                heardOn,
                fieldProposedOn,
                number);
    }

    private LabHistory dated(
            @Nullable LocalDate planned,
            @Nullable LocalDate opened,
            @Nullable LocalDate held,
            int people,
            @Nullable LocalDate missed,
            boolean putOff) {
        return new LabHistory(
                district,
                neighbourhood,
                place,
                planned,
                opened,
                held,
                people,
                missed,
                putOff,
                partners,
                answers,
                reported,
                heardOn,
                fieldProposedOn,
                involved);
    }

    private LabHistory followed(
            SortedSet<Partner> with,
            int allAnswers,
            SortedMap<String, LocalDate> to,
            @Nullable LocalDate heard,
            @Nullable LocalDate proposed) {
        return new LabHistory(
                district,
                neighbourhood,
                place,
                date,
                openedOn,
                heldOn,
                participants,
                missedOn,
                postponed,
                with,
                allAnswers,
                to,
                heard,
                proposed,
                involved);
    }
}
