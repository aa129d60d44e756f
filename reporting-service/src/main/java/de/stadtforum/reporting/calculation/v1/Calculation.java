package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.reporting.calculation.v1.LabContributions.Day;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.figures.Figures.Assembly;
import de.stadtforum.reporting.figures.Figures.Contributions;
import de.stadtforum.reporting.figures.Figures.Field;
import de.stadtforum.reporting.figures.Figures.Group;
import de.stadtforum.reporting.figures.Figures.Lab;
import de.stadtforum.reporting.figures.Figures.Labs;
import de.stadtforum.reporting.figures.Figures.Meetings;
import de.stadtforum.reporting.figures.Figures.Paper;
import de.stadtforum.reporting.figures.Figures.Recommendation;
import de.stadtforum.reporting.figures.Figures.Votes;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.labs.Districts;
import de.stadtforum.reporting.labs.LabState;
import de.stadtforum.reporting.sessions.Recommendations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Computes the figures of a period. A change that alters a figure makes a new version; released reports keep theirs.
///
/// @param asOf the day whose states are meant: the period's last, or today where it still runs
/// @param version 1 took for held what was opened and closed; since 2 a meeting is held as it was told, see [MeetingHistory#held];
/// since 3 a body that was not told of has no id for a name
public record Calculation(
        World world, Period period, LocalDate asOf, Districts districts, int version) {
    public static final int LAST = 3;

    private boolean held(MeetingHistory meeting) {
        return version < 2 ? meeting.openedAndClosed() : meeting.held();
    }

    private String nameOf(String body) {
        return version < 3 ? world.nameOrId(body) : world.nameOf(body);
    }

    public Figures figures() {
        return new Figures(
                version,
                period.name(),
                period.from(),
                period.until(),
                meetings(),
                assembly(),
                votes(),
                recommendations(),
                fields(),
                groups(),
                papers(),
                rules(),
                topics(),
                labs(),
                contributions());
    }

    private List<Meetings> meetings() {
        var bodies = new TreeMap<String, List<MeetingHistory>>();
        world.meetings()
                .values()
                .forEach(meeting ->
                        bodies.computeIfAbsent(meeting.body(), _ -> new ArrayList<>())
                                .add(meeting));
        return bodies.entrySet().stream()
                .map(each ->
                        new Meetings(
                                each.getKey(),
                                nameOf(each.getKey()),
                                held(each.getValue()),
                                postponed(each.getValue())))
                .filter(each -> each.held() + each.postponed() > 0)
                .toList();
    }

    private int held(List<MeetingHistory> meetings) {
        return (int)
                meetings.stream().filter(each -> held(each) && period.covers(each.date())).count();
    }

    private int postponed(List<MeetingHistory> meetings) {
        return (int)
                meetings.stream()
                        .filter(each -> each.postponed() && period.covers(each.postponedFrom()))
                        .count();
    }

    private Assembly assembly() {
        var id = world.body(BodyKind.ASSEMBLY).orElse("");
        var body = world.bodies().getOrDefault(id, BodyHistory.NONE);
        var voting = body.seatsOn(asOf, SeatKind.VOTING).toList();
        var advisory = body.seatsOn(asOf, SeatKind.ADVISORY).toList();
        var held =
                world.meetings().values().stream()
                        .filter(each ->
                                each.body().equals(id) && held(each) && period.covers(each.date()))
                        .toList();
        var votes = body.seats();
        var present =
                held.stream()
                        .flatMap(each -> each.present().stream())
                        .filter(seat -> isVoting(votes.get(seat)))
                        .count();
        var statutory = (long) body.votingSeats() * held.size();
        return new Assembly(
                body.votingSeats(),
                filled(voting),
                voting.stream()
                        .filter(seat -> !seat.filled(asOf))
                        .map(SeatHistory::name)
                        .sorted()
                        .toList(),
                advisory.size(),
                filled(advisory),
                statutory == 0 ? null : (int) Math.round(100.0 * present / statutory),
                held.stream().mapToInt(each -> each.deputised().size()).sum());
    }

    private static boolean isVoting(@Nullable SeatHistory seat) {
        return seat != null && seat.kind() == SeatKind.VOTING;
    }

    private int filled(List<SeatHistory> seats) {
        return (int) seats.stream().filter(seat -> seat.filled(asOf)).count();
    }

    private Votes votes() {
        var closed =
                world.votes().values().stream()
                        .filter(vote -> period.covers(vote.closedOn()))
                        .toList();
        return new Votes(
                (int) closed.stream().filter(vote -> vote.carried()).count(),
                (int) closed.stream().filter(vote -> !vote.carried()).count(),
                (int) closed.stream().filter(vote -> vote.mode() == Mode.SECRET_ON_PAPER).count());
    }

    private List<Recommendation> recommendations() {
        return list(
                world.recommendations().entrySet().stream()
                        .filter(each -> period.reached(each.getValue().on())),
                each -> {
                    var it = each.getValue();
                    return new Recommendation(
                            each.getKey(),
                            it.addressee(),
                            nameOf(it.to()),
                            it.text(),
                            Objects.requireNonNull(it.on()),
                            it.due(),
                            Recommendations.State.valueOf(it.stateOn(asOf).name()));
                });
    }

    private List<Field> fields() {
        return list(
                world.fields().entrySet().stream()
                        .filter(each -> period.reached(each.getValue().namedOn())),
                each ->
                        new Field(
                                each.getKey(),
                                each.getValue().title(),
                                Objects.requireNonNull(each.getValue().namedOn()),
                                each.getValue().lab() != null,
                                (int)
                                        each.getValue().shapedOn().stream()
                                                .filter(period::reached)
                                                .count()));
    }

    private List<Group> groups() {
        return list(
                world.groups().entrySet().stream()
                        .filter(each -> period.reached(each.getValue().formedOn())),
                each ->
                        new Group(
                                each.getKey(),
                                each.getValue().name(),
                                held(
                                        world.meetings().values().stream()
                                                .filter(meeting ->
                                                        meeting.body().equals(each.getKey()))
                                                .toList()),
                                (int)
                                        each.getValue().fields().values().stream()
                                                .filter(period::reached)
                                                .count(),
                                (int)
                                        each.getValue().reports().stream()
                                                .filter(period::covers)
                                                .count()));
    }

    private List<Paper> papers() {
        return list(
                world.papers().entrySet().stream()
                        .filter(each -> period.reached(each.getValue().proposedOn())),
                each ->
                        new Paper(
                                each.getKey(),
                                each.getValue().title(),
                                period.reached(each.getValue().numberedOn())
                                        ? each.getValue().number()
                                        : null,
                                (int)
                                        each.getValue().deliberated().values().stream()
                                                .filter(period::reached)
                                                .count()));
    }

    private List<String> rules() {
        return list(
                world.rules().entrySet().stream()
                        .filter(each -> period.covers(each.getValue().inForce())),
                Entry::getKey);
    }

    private List<String> topics() {
        return list(
                world.topics().entrySet().stream()
                        .filter(each -> period.reached(each.getValue().openedOn())),
                each -> each.getValue().title());
    }

    private Labs labs() {
        var labs =
                list(
                        world.labs().entrySet().stream().filter(each -> concerns(each.getValue())),
                        each -> lab(each.getKey(), each.getValue()));
        var held =
                world.labs().values().stream()
                        .filter(lab ->
                                period.reached(lab.heldOn()) && districts.wasOpen(lab.district()))
                        .map(LabHistory::district)
                        .distinct()
                        .count();
        return new Labs(districts.due(), districts.openOnes(), (int) held, labs);
    }

    /// Whatever of a lab fell into the half-year, or was still to come at its end.
    private boolean concerns(LabHistory lab) {
        return Stream.of(lab.openedOn(), lab.heldOn(), lab.missedOn(), lab.date())
                        .anyMatch(period::covers)
                || lab.reported().values().stream().anyMatch(period::covers);
    }

    private Lab lab(String id, LabHistory lab) {
        var mine = List.of(world.contributions().getOrDefault(id, LabContributions.NONE));
        return new Lab(
                id,
                districts.name(lab.district()),
                lab.neighbourhood(),
                LabState.valueOf(lab.stateOn(asOf).name()),
                period.reached(lab.heldOn()) ? lab.heldOn() : lab.date(),
                period.reached(lab.heldOn()) ? lab.participants() : 0,
                count(mine, Day::receivedInAll),
                count(mine, Day::published),
                count(mine, Day::withheld),
                count(mine, Day::assessed),
                lab.reported().entrySet().stream()
                        .filter(each -> period.reached(each.getValue()))
                        .map(each -> nameOf(each.getKey()))
                        .findFirst()
                        .orElse(null),
                period.reached(lab.heardOn()));
    }

    private int count(Collection<LabContributions> labs, ToIntFunction<Day> of) {
        return labs.stream().mapToInt(lab -> lab.count(period::covers, of)).sum();
    }

    private Contributions contributions() {
        var all = world.contributions().values();
        var byChannel = new TreeMap<Channel, Integer>();
        for (var channel : Channel.values()) {
            var received = count(all, day -> day.received().getOrDefault(channel, 0));
            if (received > 0) byChannel.put(channel, received);
        }
        return new Contributions(
                count(all, Day::receivedInAll),
                byChannel,
                count(all, Day::published),
                count(all, Day::withheld),
                count(all, Day::assessed),
                count(all, Day::takenUp));
    }

    private static <K, V> List<V> list(Stream<K> chosen, Function<K, V> line) {
        return chosen.map(line).toList();
    }
}
