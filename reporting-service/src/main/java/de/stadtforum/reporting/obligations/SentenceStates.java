package de.stadtforum.reporting.obligations;

import static de.stadtforum.reporting.obligations.State.open;
import static de.stadtforum.reporting.obligations.State.shown;

import de.stadtforum.contracts.lab.ConceptFact.Statement;
import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.reporting.Sentence;
import de.stadtforum.reporting.World;
import de.stadtforum.reporting.bodies.BodyHistory;
import de.stadtforum.reporting.bodies.SeatHistory;
import de.stadtforum.reporting.finalreport.FinalReport;
import de.stadtforum.reporting.labs.LabHistory;
import de.stadtforum.reporting.obligations.State.Evidence;
import de.stadtforum.reporting.obligations.State.Progress;
import de.stadtforum.reporting.reports.InterimReport;
import de.stadtforum.reporting.sessions.MeetingHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The state of each sentence on a day, computed from what the services told; nobody ticks a box.
record SentenceStates(
        World world,
        List<InterimReport> reports,
        List<FinalReport> finalReports,
        OpenDistricts districts,
        LocalDate today) {
    /// Which districts had no lab when the resolution came, by id with their name (resolution 5.2).
    record OpenDistricts(SortedMap<String, String> names, LocalDate due) {}

    State of(Sentence sentence) {
        return switch (sentence.id()) {
            case "1.1" ->
                    shown(
                            "Der Abschlussbericht wurde vorgelegt.",
                            finalReports.stream()
                                    .filter(each -> !each.presented().isEmpty())
                                    .map(_ -> new Evidence("Abschlussbericht", "/abschlussbericht"))
                                    .toList());
            case "2.1", "2.4" ->
                    shown(
                            German.count(
                                            held(BodyKind.STEERING_GROUP).size(),
                                            "Sitzung",
                                            "Sitzungen")
                                    + " des Lenkungskreises; Abstimmungen über Inhalte gibt es dort nicht.",
                            bodyAnd(BodyKind.STEERING_GROUP, held(BodyKind.STEERING_GROUP)));
            case "2.2" ->
                    shown(
                            "Der Lenkungskreis hat eine Geschäftsordnung vorgeschlagen.",
                            proposals(each ->
                                    each.kind() == ProposalFact.Kind.RULES
                                            && world.kindOf(each.source())
                                                    == BodyKind.STEERING_GROUP));
            case "2.3" ->
                    shown(
                            "Der Lenkungskreis hat einen Entwurf kommentiert.",
                            proposals(each -> each.comments() > 0));
            case "2.5" ->
                    shown(
                            German.count(
                                    filled(BodyKind.STEERING_GROUP, SeatKind.ADVISORY),
                                    "Dezernat hat jemanden entsandt.",
                                    "Dezernate haben jemanden entsandt."),
                            body(BodyKind.STEERING_GROUP));
            case "3.1" ->
                    shown(
                            "Die Vollversammlung hat sich zusammengefunden.",
                            bodyAnd(
                                    BodyKind.ASSEMBLY,
                                    held(BodyKind.ASSEMBLY).stream().limit(1).toList()));
            case "3.2" ->
                    shown(
                            "Empfehlungen an " + addressees() + " von vier Arten von Adressaten.",
                            links(world.recommendations(), "/empfehlungen/", each -> each.text()));
            case "3.3" ->
                    shown(
                            "Vorschläge für Vorlagen, mit ihrem Weg durch die Gremien.",
                            world.papers().values().stream()
                                    .map(each -> new Evidence(each.title(), "/vorlagen"))
                                    .toList());
            case "3.4" ->
                    shown(
                            German.count(
                                    world.fields().size(),
                                    "Handlungsfeld ist benannt.",
                                    "Handlungsfelder sind benannt."),
                            links(world.fields(), "/handlungsfelder/", each -> each.title()));
            case "3.5" ->
                    shown(
                            "Die Vollversammlung hat zu einer Frage der Verwaltung Stellung genommen.",
                            world.questions().values().stream()
                                    .filter(each -> each.answeredOn() != null)
                                    .map(each -> new Evidence(each.title(), "/fragen"))
                                    .toList());
            case "3.6" ->
                    shown(
                            "Ein Dauerthema ist eröffnet.",
                            world.topics().values().stream()
                                    .map(each -> new Evidence(each.title(), "/themen"))
                                    .toList());
            case "3.7" ->
                    shown(
                            "Optionen wurden beraten.",
                            world.topics().values().stream()
                                    .flatMap(each -> each.options().keySet().stream())
                                    .map(each -> new Evidence(each, "/themen"))
                                    .toList());
            case "3.8" -> seats();
            case "3.9" -> delegations(SeatBasis.INSTITUTION, SeatKind.VOTING);
            case "3.10" -> delegations(SeatBasis.OFFICE, SeatKind.VOTING);
            case "3.11" -> delegations(SeatBasis.FACTION, SeatKind.VOTING);
            case "3.12" ->
                    assembly().apportioned() == 0
                            ? open("Noch nicht verteilt.")
                            : shown(
                                    "Die Plätze sind nach Hare-Niemeyer verteilt.",
                                    sub(BodyKind.ASSEMBLY, "/sitzverteilung", "Sitzverteilung"));
            case "3.13" -> advisory();
            case "3.14" ->
                    assembly().chair() == null
                            ? open("Noch kein Vorsitz.")
                            : shown("Den Vorsitz hat das Rechtsdezernat.", body(BodyKind.ASSEMBLY));
            case "3.15" ->
                    assembly().secretariat() == null
                            ? open("Noch keine Geschäftsführung.")
                            : shown(
                                    "Geschäftsführung: " + assembly().secretariat() + ".",
                                    body(BodyKind.ASSEMBLY));
            case "3.16" ->
                    shown(
                            "Stellvertretungen haben an Sitzungen teilgenommen.",
                            meetings(each -> !each.deputised().isEmpty()));
            case "3.17" ->
                    shown(
                            "Weitere beratende Mitglieder sind berufen.",
                            assembly().seats().values().stream()
                                    .filter(each -> each.basis() == SeatBasis.APPOINTMENT)
                                    .map(each ->
                                            new Evidence(
                                                    each.name(),
                                                    "/gremien/" + id(BodyKind.ASSEMBLY)))
                                    .toList());
            case "3.18" ->
                    shown(
                            German.count(
                                    world.rules().size(),
                                    "Geschäftsordnung ist beschlossen.",
                                    "Geschäftsordnungen sind beschlossen."),
                            world.rules().isEmpty()
                                    ? List.of()
                                    : List.of(
                                            new Evidence(
                                                    "Geschäftsordnung", "/geschaeftsordnung")));
            case "3.19" -> threeMeetings();
            case "4.1" ->
                    shown(
                            German.count(
                                    world.groups().size(),
                                    "Arbeitsgruppe ist gebildet.",
                                    "Arbeitsgruppen sind gebildet."),
                            links(world.groups(), "/arbeitsgruppen/", each -> each.name()));
            case "4.2" ->
                    shown(
                            "Die Arbeitsgruppen tagen nach Anlass.",
                            meetings(each ->
                                    held(each)
                                            && world.kindOf(each.body())
                                                    == BodyKind.WORKING_GROUP));
            case "4.3" ->
                    shown(
                            "Jede Gruppe arbeitet an benannten Handlungsfeldern.",
                            world.groups().entrySet().stream()
                                    .filter(each -> !each.getValue().fields().isEmpty())
                                    .map(each ->
                                            new Evidence(
                                                    each.getValue().name(),
                                                    "/arbeitsgruppen/" + each.getKey()))
                                    .toList());
            case "4.4" ->
                    shown(
                            "Im Raum der Gruppe liegen Notizen, Kontakte und Termine.",
                            world.groups().entrySet().stream()
                                    .filter(each -> each.getValue().shared() > 0)
                                    .map(each ->
                                            new Evidence(
                                                    each.getValue().name(),
                                                    "/arbeitsgruppen/" + each.getKey()))
                                    .toList());
            case "4.5" ->
                    shown(
                            "Gäste gehören zu Arbeitsgruppen.",
                            world.bodies().entrySet().stream()
                                    .flatMap(each ->
                                            each.getValue().seats().values().stream()
                                                    .filter(seat -> seat.kind() == SeatKind.GUEST)
                                                    .map(seat ->
                                                            new Evidence(
                                                                    seat.name(),
                                                                    "/gremien/" + each.getKey())))
                                    .toList());
            case "5.1" ->
                    shown(
                            "Fragen aus den Laboren sind öffentlich beantwortet.",
                            labs(each -> each.answers() > 0));
            case "5.2" -> eightDistricts();
            case "5.3" -> concept();
            case "5.4a" -> statement(Statement.POLITICS_INFORMED);
            case "5.4b" -> statement(Statement.CONTRIBUTIONS_RECEIVED);
            case "5.4c" -> partners();
            case "5.5" ->
                    shown(
                            "Ein Handlungsfeld ist aus einem Labor entstanden.",
                            Stream.concat(
                                            labs(each -> each.fieldProposedOn() != null).stream(),
                                            world.fields().entrySet().stream()
                                                    .filter(each -> each.getValue().lab() != null)
                                                    .map(each ->
                                                            new Evidence(
                                                                    each.getValue().title(),
                                                                    "/handlungsfelder/"
                                                                            + each.getKey())))
                                    .toList());
            case "5.6" ->
                    shown(
                            "Die Darstellung wurde vorgelegt.",
                            world.tools().values().stream()
                                    .filter(each -> !each.presented().isEmpty())
                                    .map(_ ->
                                            new Evidence(
                                                    "Beteiligungsplattform",
                                                    "/beteiligungsplattform"))
                                    .toList());
            case "5.7" ->
                    shown(
                            "Berichtete Ergebnisse: "
                                    + labs(each -> !each.reported().isEmpty()).size()
                                    + ", davon behandelt: "
                                    + labs(each -> each.heardOn() != null).size()
                                    + ".",
                            labs(each -> !each.reported().isEmpty()));
            case "6.1" -> interimReports();
            default ->
                    new State(
                            Progress.STANDING,
                            "Was daraus wurde, zeigt diese Plattform nicht.",
                            List.of());
        };
    }

    private String id(BodyKind kind) {
        return world.body(kind).orElse("");
    }

    private BodyHistory assembly() {
        return world.bodies().getOrDefault(id(BodyKind.ASSEMBLY), BodyHistory.NONE);
    }

    private List<Evidence> body(BodyKind kind) {
        return world.body(kind)
                .map(each -> List.of(new Evidence(world.nameOf(each), "/gremien/" + each)))
                .orElse(List.of());
    }

    private List<Evidence> sub(BodyKind kind, String page, String label) {
        return world.body(kind)
                .map(each -> List.of(new Evidence(label, "/gremien/" + each + page)))
                .orElse(List.of());
    }

    private List<Evidence> bodyAnd(BodyKind kind, List<Evidence> more) {
        return more.isEmpty()
                ? List.of()
                : Stream.concat(body(kind).stream(), more.stream()).toList();
    }

    private boolean held(MeetingHistory meeting) {
        return meeting.held() && meeting.date() != null && !meeting.date().isAfter(today);
    }

    private List<Evidence> held(BodyKind kind) {
        return meetings(each -> held(each) && world.kindOf(each.body()) == kind);
    }

    /// By their day; one without a day comes last.
    private List<Evidence> meetings(Predicate<MeetingHistory> which) {
        return world.meetings().entrySet().stream()
                .filter(each -> which.test(each.getValue()))
                .sorted(
                        Comparator.comparing(each ->
                                Objects.requireNonNullElse(each.getValue().date(), LocalDate.MAX)))
                .map(each ->
                        new Evidence(
                                world.nameOf(each.getValue().body())
                                        + " am "
                                        + German.day(each.getValue().date()),
                                "/sitzungen/" + each.getKey()))
                .toList();
    }

    private List<Evidence> labs(Predicate<LabHistory> which) {
        return world.labs().entrySet().stream()
                .filter(each -> which.test(each.getValue()))
                .map(each ->
                        new Evidence(
                                "Labor " + each.getValue().neighbourhood(),
                                "/labore/" + each.getKey()))
                .toList();
    }

    private List<Evidence> proposals(
            Predicate<de.stadtforum.reporting.sessions.ProposalHistory> which) {
        return world.proposals().values().stream().anyMatch(which)
                ? List.of(new Evidence("Eingang der Vollversammlung", "/eingang"))
                : List.of();
    }

    private static <V> List<Evidence> links(
            SortedMap<String, V> all, String path, java.util.function.Function<V, String> label) {
        return all.entrySet().stream()
                .map(each -> new Evidence(label.apply(each.getValue()), path + each.getKey()))
                .toList();
    }

    private long addressees() {
        return world.recommendations().values().stream()
                .map(each -> each.addressee())
                .filter(each -> each != Addressee.UNKNOWN)
                .distinct()
                .count();
    }

    private long filled(BodyKind kind, SeatKind seats) {
        return world.bodies()
                .getOrDefault(id(kind), BodyHistory.NONE)
                .seatsOn(today, seats)
                .filter(seat -> seat.filled(today))
                .count();
    }

    /// Since when the process runs: the assembly's first day.
    private LocalDate begin() {
        var from = assembly().from();
        return from == null ? today : from;
    }

    private State seats() {
        var seats = assembly().seatsOn(today, SeatKind.VOTING).count();
        return seats == assembly().votingSeats() && seats > 0
                ? shown(
                        German.count(
                                        seats,
                                        "stimmberechtigter Platz, ",
                                        "stimmberechtigte Plätze, ")
                                + filled(BodyKind.ASSEMBLY, SeatKind.VOTING)
                                + " davon besetzt.",
                        body(BodyKind.ASSEMBLY))
                : open(
                        seats
                                + " von "
                                + assembly().votingSeats()
                                + " Plätzen "
                                + (seats == 1 ? "ist" : "sind")
                                + " eingerichtet.");
    }

    private State delegations(SeatBasis basis, SeatKind kind) {
        var seats = assembly().seatsOn(today, kind).filter(seat -> seat.basis() == basis).toList();
        var filled = seats.stream().filter(seat -> seat.filled(today)).count();
        var note =
                filled
                        + " von "
                        + seats.size()
                        + " Plätzen "
                        + (filled == 1 ? "ist" : "sind")
                        + " besetzt.";
        return seats.isEmpty() || filled < seats.size()
                ? open(note)
                : shown(note, body(BodyKind.ASSEMBLY));
    }

    private State advisory() {
        var seats =
                assembly()
                        .seatsOn(today, SeatKind.ADVISORY)
                        .filter(seat -> seat.basis() == SeatBasis.INSTITUTION)
                        .toList();
        var silent =
                seats.stream()
                        .filter(seat -> !seat.filled(today))
                        .map(SeatHistory::name)
                        .sorted()
                        .toList();
        var note =
                German.count(
                                seats.size(),
                                "Institution ist eingeladen.",
                                "Institutionen sind eingeladen.")
                        + (silent.isEmpty()
                                ? ""
                                : " Noch ohne Antwort: " + String.join(", ", silent) + ".");
        return seats.isEmpty()
                ? open("Noch nicht eingeladen.")
                : new State(
                        silent.isEmpty() ? Progress.FULFILLED : Progress.OPEN,
                        note,
                        body(BodyKind.ASSEMBLY));
    }

    /// A year that is over is judged, the current one is watched.
    private State threeMeetings() {
        var least = assembly().meetingsPerYear();
        var assembly = id(BodyKind.ASSEMBLY);
        var notes = new ArrayList<String>();
        var missed = false;
        for (var year = begin().getYear(); year <= today.getYear(); year++) {
            var now = year;
            var held =
                    world.meetings().values().stream()
                            .filter(each ->
                                    each.body().equals(assembly)
                                            && held(each)
                                            && each.date() != null
                                            && each.date().getYear() == now)
                            .count();
            missed |= held < least && year < today.getYear();
            notes.add(
                    year
                            + ": "
                            + held
                            + " von mindestens "
                            + least
                            + " Sitzungen"
                            + (year == today.getYear() && held < least ? " bisher" : ""));
        }
        return new State(
                missed ? Progress.OVERDUE : Progress.STANDING,
                String.join("; ", notes) + ".",
                held(BodyKind.ASSEMBLY));
    }

    private State eightDistricts() {
        var missing = new ArrayList<String>();
        districts
                .names()
                .forEach((id, name) -> {
                    if (world.labs().values().stream()
                            .noneMatch(lab ->
                                    lab.district().equals(id)
                                            && lab.heldOn() != null
                                            && !lab.heldOn().isAfter(districts.due())))
                        missing.add(name);
                });
        var note =
                districts.names().size()
                        - missing.size()
                        + " von "
                        + districts.names().size()
                        + " offenen Stadtbezirken hatten bis zum "
                        + German.day(districts.due())
                        + " ein Labor."
                        + (missing.isEmpty()
                                ? ""
                                : " Es fehl"
                                        + (missing.size() == 1 ? "t " : "en ")
                                        + German.all(missing)
                                        + ".");
        var progress =
                missing.isEmpty()
                        ? Progress.FULFILLED
                        : today.isAfter(districts.due()) ? Progress.OVERDUE : Progress.OPEN;
        return new State(
                progress, note, labs(each -> districts.names().containsKey(each.district())));
    }

    private State concept() {
        var wanted =
                world.bodies().entrySet().stream()
                        .filter(each ->
                                each.getValue().kind() == BodyKind.DISTRICT_COUNCIL
                                        || each.getValue().kind() == BodyKind.COMMITTEE)
                        .map(Entry::getKey)
                        .toList();
        var done =
                world.concepts().values().stream()
                        .mapToLong(each ->
                                wanted.stream().filter(each.presented()::containsKey).count())
                        .max()
                        .orElse(0);
        var note = "Das Konzept lag " + done + " von " + wanted.size() + " Gremien vor.";
        return done < wanted.size() || wanted.isEmpty()
                ? open(note)
                : shown(note, List.of(new Evidence("Konzept", "/konzept")));
    }

    private State statement(Statement statement) {
        return world.concepts().values().stream()
                        .anyMatch(each -> each.statements().contains(statement))
                ? shown(
                        "Das Konzept sagt etwas dazu.",
                        List.of(new Evidence("Konzept", "/konzept")))
                : open("Das Konzept sagt noch nichts dazu.");
    }

    private State partners() {
        var without =
                labs(each ->
                        each.heldOn() != null
                                && !each.partners()
                                        .containsAll(
                                                List.of(Partner.YOUTH_WORK, Partner.SOCIAL_WORK)));
        var said = statement(Statement.ASSOCIATIONS_INVOLVED);
        return without.isEmpty()
                ? said
                : new State(
                        said.progress(),
                        said.note()
                                + " Ohne Jugend- oder Sozialarbeit: "
                                + String.join(", ", without.stream().map(Evidence::label).toList())
                                + ".",
                        Stream.concat(said.evidence().stream(), without.stream()).toList());
    }

    /// Each half-year since the assembly exists wants its report within the next one.
    private State interimReports() {
        var given =
                reports.stream()
                        .filter(InterimReport::counts)
                        .map(each ->
                                new Evidence(
                                        "Zwischenbericht " + each.period().words(),
                                        "/berichte/" + each.id()))
                        .toList();
        var overdue = new ArrayList<String>();
        for (var first = LocalDate.of(begin().getYear(), begin().getMonthValue() < 7 ? 1 : 7, 1);
                first.plusMonths(12).isBefore(today);
                first = first.plusMonths(6)) {
            var half = first.getYear() + "-H" + (first.getMonthValue() == 1 ? 1 : 2);
            if (reports.stream().noneMatch(each -> each.halfYear().equals(half) && each.counts()))
                overdue.add(German.half(half));
        }
        return new State(
                overdue.isEmpty() ? Progress.STANDING : Progress.OVERDUE,
                (given.size() == 1
                                ? "1 Zwischenbericht ist mündlich gegeben."
                                : given.size() + " Zwischenberichte sind mündlich gegeben.")
                        + (overdue.isEmpty()
                                ? ""
                                : " Überfällig: " + String.join(", ", overdue) + "."),
                given);
    }
}
