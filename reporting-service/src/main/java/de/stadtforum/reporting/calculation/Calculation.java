package de.stadtforum.reporting.calculation;

import static de.stadtforum.reporting.measures.Parameters.NONE;

import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.reporting.bodies.Seats;
import de.stadtforum.reporting.entries.AggregateEntries;
import de.stadtforum.reporting.entries.ContributionCounts;
import de.stadtforum.reporting.entries.ContributionCounts.Kind;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
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
import de.stadtforum.reporting.labs.LabsInDistricts;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import de.stadtforum.reporting.sessions.Recommendations;
import de.stadtforum.reporting.sessions.VotesTaken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Computes the figures of a period from what is known. A change that alters a figure makes a new version, and this one moves beside
/// [de.stadtforum.reporting.calculation.v1]; released reports keep theirs.
///
/// @param asOf the day whose states are meant: the period's last, or today where it still runs
/// @param nameless what stands for a body that nobody has told of yet
public record Calculation(
        Knowledge known, Period period, LocalDate asOf, Districts districts, String nameless) {
    public static final int VERSION = 4;

    public Figures figures() {
        return new Figures(
                VERSION,
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

    private Span span() {
        return new Span(period.from(), period.until());
    }

    private String nameOf(String body) {
        return known.nameOf(body).orElse(nameless);
    }

    private Stream<Entry> in(EntryKind kind) {
        return known.all(kind).filter(each -> period.covers(each.on()));
    }

    private <V> List<V> byId(Stream<Entry> entries, Function<Entry, V> line) {
        return entries.sorted(Comparator.comparing(Entry::subject)).map(line).toList();
    }

    private int count(EntryKind kind, Entry of) {
        return (int) known.of(kind, of.subject()).filter(each -> period.reached(each.on())).count();
    }

    private List<Meetings> meetings() {
        var held = byBody(EntryKind.MEETING_HELD);
        var postponed = byBody(EntryKind.MEETING_POSTPONED);
        return Stream.concat(held.keySet().stream(), postponed.keySet().stream())
                .distinct()
                .sorted()
                .map(each ->
                        new Meetings(
                                each,
                                nameOf(each),
                                held.getOrDefault(each, 0),
                                postponed.getOrDefault(each, 0)))
                .toList();
    }

    private Map<String, Integer> byBody(EntryKind kind) {
        var numbers = new TreeMap<String, Integer>();
        in(kind).forEach(each -> numbers.merge(each.mark("body"), 1, Integer::sum));
        return numbers;
    }

    private Assembly assembly() {
        var body = known.bodies(BodyKind.ASSEMBLY).findFirst();
        var voting = seats(SeatKind.VOTING);
        var advisory = seats(SeatKind.ADVISORY);
        var held =
                in(EntryKind.MEETING_HELD)
                        .filter(each ->
                                body.isPresent() && each.mark("body").equals(body.get().subject()))
                        .toList();
        var votes =
                body.stream()
                        .flatMap(each -> known.of(EntryKind.SEAT, each.subject()))
                        .filter(each -> each.is("kind", SeatKind.VOTING))
                        .map(Entry::part)
                        .distinct()
                        .toList();
        var statutory = (long) voting.statutory() * held.size();
        var present = held.stream().mapToLong(each -> seatsOf(each, votes)).sum();
        return new Assembly(
                voting.statutory(),
                voting.filled(),
                voting.vacant(),
                advisory.seats(),
                advisory.filled(),
                statutory == 0 ? null : (int) Math.round(100.0 * present / statutory),
                held.stream().mapToInt(this::deputised).sum());
    }

    private Seats seats(SeatKind kind) {
        return Seats.of(
                known,
                Span.upTo(asOf),
                new Parameters(AggregateEntries.marks("body", BodyKind.ASSEMBLY, "seat", kind)));
    }

    private long seatsOf(Entry meeting, List<String> voting) {
        return known.of(EntryKind.PRESENT, meeting.subject())
                .map(Entry::part)
                .filter(voting::contains)
                .distinct()
                .count();
    }

    private int deputised(Entry meeting) {
        return (int)
                known.of(EntryKind.PRESENT, meeting.subject())
                        .filter(each -> each.mark("deputy").equals("true"))
                        .map(Entry::part)
                        .distinct()
                        .count();
    }

    private Votes votes() {
        var votes = VotesTaken.of(known, span(), NONE);
        return new Votes(votes.carried(), votes.rejected(), votes.secret());
    }

    private List<Recommendation> recommendations() {
        return byId(
                reached(EntryKind.RECOMMENDATION),
                each ->
                        new Recommendation(
                                each.subject(),
                                Addressee.valueOf(each.mark("addressee")),
                                nameOf(each.mark("to")),
                                each.mark("text"),
                                each.on(),
                                day(each.mark("due")),
                                Recommendations.stateOn(known, each, asOf)));
    }

    private Stream<Entry> reached(EntryKind kind) {
        return known.all(kind).filter(each -> period.reached(each.on()));
    }

    private static @Nullable LocalDate day(String iso) {
        return iso.isEmpty() ? null : LocalDate.parse(iso);
    }

    private List<Field> fields() {
        return byId(
                reached(EntryKind.FIELD),
                each ->
                        new Field(
                                each.subject(),
                                each.mark("title"),
                                each.on(),
                                !each.mark("lab").isEmpty(),
                                count(EntryKind.FIELD_SHAPED, each)));
    }

    private List<Group> groups() {
        return byId(
                reached(EntryKind.GROUP),
                each ->
                        new Group(
                                each.subject(),
                                each.mark("name"),
                                (int)
                                        in(EntryKind.MEETING_HELD)
                                                .filter(meeting ->
                                                        meeting.mark("body").equals(each.subject()))
                                                .count(),
                                count(EntryKind.GROUP_FIELD, each),
                                (int)
                                        known.of(EntryKind.GROUP_REPORTED, each.subject())
                                                .filter(report -> period.covers(report.on()))
                                                .count()));
    }

    private List<Paper> papers() {
        return byId(
                reached(EntryKind.PAPER),
                each ->
                        new Paper(
                                each.subject(),
                                each.mark("title"),
                                known.of(EntryKind.PAPER_NUMBERED, each.subject())
                                        .filter(number -> period.reached(number.on()))
                                        .map(number -> number.mark("number"))
                                        .findFirst()
                                        .orElse(null),
                                count(EntryKind.PAPER_DELIBERATED, each)));
    }

    private List<String> rules() {
        return in(EntryKind.RULES).map(Entry::subject).distinct().sorted().toList();
    }

    private List<String> topics() {
        return byId(reached(EntryKind.TOPIC), each -> each.mark("title"));
    }

    private Labs labs() {
        var labs = byId(known.all(EntryKind.LAB).filter(this::concerns), this::lab);
        var found = LabsInDistricts.of(districts).of(known, span(), NONE);
        return new Labs(found.due(), found.open(), found.held() + found.late(), labs);
    }

    /// Whatever of a lab fell into the period, or was still to come at its end.
    private boolean concerns(Entry lab) {
        return period.covers(lab.on())
                || Stream.of(
                                EntryKind.LAB_OPENED,
                                EntryKind.LAB_HELD,
                                EntryKind.LAB_MISSED,
                                EntryKind.LAB_REPORTED)
                        .flatMap(kind -> known.of(kind, lab.subject()))
                        .anyMatch(each -> period.covers(each.on()));
    }

    private Lab lab(Entry lab) {
        var held =
                known.first(EntryKind.LAB_HELD, lab.subject())
                        .filter(each -> period.reached(each.on()));
        var mine = known.contributions(lab.subject());
        return new Lab(
                lab.subject(),
                districts.name(lab.mark("district")),
                lab.mark("neighbourhood"),
                LabState.on(known, lab.subject(), asOf),
                held.map(Entry::on).orElse(lab.on()),
                held.map(each -> Integer.parseInt(each.mark("participants"))).orElse(0),
                count(mine, Kind.RECEIVED),
                count(mine, Kind.PUBLISHED),
                count(mine, Kind.WITHHELD),
                count(mine, Kind.ASSESSED),
                reportedTo(lab).orElse(null),
                known.any(EntryKind.LAB_HEARD, lab.subject(), each -> period.reached(each.on())));
    }

    private Optional<String> reportedTo(Entry lab) {
        return known.of(EntryKind.LAB_REPORTED, lab.subject())
                .filter(each -> period.reached(each.on()))
                .min(Comparator.comparing(Entry::part))
                .map(each -> nameOf(each.part()));
    }

    private int count(ContributionCounts of, Kind kind) {
        return of.count(kind, period::covers, known.known());
    }

    private Contributions contributions() {
        var all = known.contributions().values();
        var byChannel = new TreeMap<Channel, Integer>();
        for (var channel : Channel.values()) {
            var received =
                    all.stream()
                            .mapToInt(each ->
                                    each.count(
                                            Kind.RECEIVED,
                                            period::covers,
                                            known.known(),
                                            channel.name()::equals))
                            .sum();
            if (received > 0) byChannel.put(channel, received);
        }
        return new Contributions(
                sum(Kind.RECEIVED),
                byChannel,
                sum(Kind.PUBLISHED),
                sum(Kind.WITHHELD),
                sum(Kind.ASSESSED),
                all.stream()
                        .mapToInt(each ->
                                each.count(
                                        Kind.ASSESSED,
                                        period::covers,
                                        known.known(),
                                        Assessment.TAKEN_UP.name()::equals))
                        .sum());
    }

    private int sum(Kind kind) {
        return known.contributions().values().stream().mapToInt(each -> count(each, kind)).sum();
    }
}
