package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.membership.BodyFact.BodyEnded;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.ChairAssigned;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.DelegationWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.DeputyEnded;
import de.stadtforum.contracts.membership.BodyFact.DeputyNamed;
import de.stadtforum.contracts.membership.BodyFact.DeputyWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.HolderInvited;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.membership.BodyFact.SeatWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.SeatsApportioned;
import de.stadtforum.contracts.membership.BodyFact.SecretariatAssigned;
import de.stadtforum.contracts.membership.BodyFact.TieFound;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A body as its facts tell it.
///
/// @param votingSeats the statutory number of votes
/// @param apportioned how many times the factions' seats were apportioned
public record BodyHistory(
        BodyKind kind,
        String name,
        int votingSeats,
        int meetingsPerYear,
        @Nullable String district,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String chair,
        @Nullable String secretariat,
        int apportioned,
        SortedMap<String, SeatHistory> seats) {
    public static final BodyHistory NONE =
            new BodyHistory(
                    BodyKind.UNKNOWN, "", 0, 0, null, null, null, null, null, 0, new TreeMap<>());

    public BodyHistory after(BodyFact fact) {
        return switch (fact) {
            case BodyEstablished it ->
                    new BodyHistory(
                            it.kind(),
                            it.name().text(),
                            it.votingSeats(),
                            it.meetingsPerYear(),
                            it.district(),
                            it.from(),
                            until,
                            chair,
                            secretariat,
                            apportioned,
                            seats);
            case SeatCreated it ->
                    withSeat(
                            it.seat(),
                            new SeatHistory(
                                    it.kind(),
                                    it.basis(),
                                    it.name().text(),
                                    it.from(),
                                    null,
                                    null,
                                    0,
                                    List.of()));
            case SeatWithdrawn it -> changed(it.seat(), seat -> seat.withdrawn(it.until()));
            case HolderInvited it -> changed(it.seat(), seat -> seat.invitedOn(it.on()));
            case DelegateNamed it -> changed(it.seat(), seat -> seat.named(it.person(), it.from()));
            case DelegationEnded it ->
                    changed(it.seat(), seat -> seat.ended(it.person(), it.until()));
            case DelegationWithdrawn it -> changed(it.seat(), seat -> seat.neverNamed(it.person()));
            case DeputyWithdrawn it -> changed(it.seat(), SeatHistory::withoutDeputy);
            case DeputyNamed it -> changed(it.seat(), SeatHistory::withDeputy);
            case ChairAssigned it ->
                    new BodyHistory(
                            kind,
                            name,
                            votingSeats,
                            meetingsPerYear,
                            district,
                            from,
                            until,
                            it.seat(),
                            secretariat,
                            apportioned,
                            seats);
            case SecretariatAssigned it ->
                    new BodyHistory(
                            kind,
                            name,
                            votingSeats,
                            meetingsPerYear,
                            district,
                            from,
                            until,
                            chair,
                            it.name().text(),
                            apportioned,
                            seats);
            case SeatsApportioned _ ->
                    new BodyHistory(
                            kind,
                            name,
                            votingSeats,
                            meetingsPerYear,
                            district,
                            from,
                            until,
                            chair,
                            secretariat,
                            apportioned + 1,
                            seats);
            case BodyEnded it ->
                    new BodyHistory(
                            kind,
                            name,
                            votingSeats,
                            meetingsPerYear,
                            district,
                            from,
                            it.until(),
                            chair,
                            secretariat,
                            apportioned,
                            seats);
            // whoever was a deputy was one
            case DeputyEnded _, TieFound _ -> this;
        };
    }

    /// The seats of this kind on that day, by id.
    public Stream<SeatHistory> seatsOn(LocalDate day, SeatKind wanted) {
        return seats.values().stream().filter(seat -> seat.kind() == wanted && seat.exists(day));
    }

    private BodyHistory changed(String seat, UnaryOperator<SeatHistory> change) {
        var known = seats.get(seat);
        return known == null ? this : withSeat(seat, change.apply(known));
    }

    private BodyHistory withSeat(String seat, SeatHistory history) {
        var more = new TreeMap<>(seats);
        more.put(seat, history);
        return new BodyHistory(
                kind,
                name,
                votingSeats,
                meetingsPerYear,
                district,
                from,
                until,
                chair,
                secretariat,
                apportioned,
                more);
    }
}
