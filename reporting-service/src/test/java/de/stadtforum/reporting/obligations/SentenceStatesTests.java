package de.stadtforum.reporting.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.LabFact.LabHeld;
import de.stadtforum.contracts.lab.LabFact.LabMissed;
import de.stadtforum.contracts.lab.LabFact.LabPlanned;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.session.MeetingFact.AttendanceRecorded;
import de.stadtforum.contracts.session.MeetingFact.MeetingClosed;
import de.stadtforum.contracts.session.MeetingFact.MeetingOpened;
import de.stadtforum.contracts.session.MeetingFact.MeetingPlanned;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.reporting.Sentence;
import de.stadtforum.reporting.World;
import de.stadtforum.reporting.bodies.BodyHistory;
import de.stadtforum.reporting.labs.LabHistory;
import de.stadtforum.reporting.obligations.SentenceStates.OpenDistricts;
import de.stadtforum.reporting.reports.InterimReport;
import de.stadtforum.reporting.sessions.MeetingHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The ledger counts what the pages and the report count.
class SentenceStatesTests {
    private final TreeMap<String, BodyHistory> bodies = new TreeMap<>();
    private final TreeMap<String, MeetingHistory> meetings = new TreeMap<>();
    private final TreeMap<String, LabHistory> labs = new TreeMap<>();

    private State of(String sentence, String today, InterimReport... reports) {
        var world =
                new World(
                        bodies,
                        meetings,
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        labs,
                        new TreeMap<>(),
                        new TreeMap<>());
        return new SentenceStates(
                        world,
                        List.of(reports),
                        List.of(),
                        new OpenDistricts(new TreeMap<>(), day("2024-12-31")),
                        day(today))
                .of(
                        Sentence.all().stream()
                                .filter(each -> each.id().equals(sentence))
                                .findFirst()
                                .orElseThrow());
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private void body(String id, BodyKind kind) {
        bodies.put(
                id,
                BodyHistory.NONE.after(
                        new BodyEstablished(
                                kind,
                                new PublicText(id),
                                20,
                                3,
                                Publicity.PUBLIC,
                                null,
                                day("2024-01-10"))));
    }

    private static MeetingHistory closed(String begins, boolean held) {
        var at = Instant.parse(begins);
        return MeetingHistory.NONE
                .after(new MeetingPlanned("lk", at.atZone(java.time.ZoneOffset.UTC).toLocalDate()))
                .after(new MeetingOpened(at))
                .after(new MeetingClosed(at.plusSeconds(3600), held));
    }

    /// One page said 7, the ledger 5: future and empty ones counted.
    @Test
    void futureAndEmptyMeetingsDoNotCount() {
        body("lk", BodyKind.STEERING_GROUP);
        meetings.put("gehalten", closed("2024-03-05T16:00:00Z", true));
        meetings.put("leer", closed("2024-04-05T16:00:00Z", false));
        meetings.put("kuenftig", closed("2025-03-05T16:00:00Z", true));
        assertThat(of("2.1", "2024-06-01").note()).startsWith("1 Sitzung");
    }

    @Test
    void meetingsStandByTheirDayAndTheFirstOneIsTheEarliest() {
        body("lk", BodyKind.ASSEMBLY);
        meetings.put("a-spaet", closed("2024-05-05T16:00:00Z", true));
        meetings.put("b-frueh", closed("2024-03-05T16:00:00Z", true));
        assertThat(of("3.19", "2024-06-01").evidence())
                .extracting(State.Evidence::path)
                .containsExactly("/sitzungen/b-frueh", "/sitzungen/a-spaet");
        assertThat(of("3.1", "2024-06-01").evidence().getLast().path())
                .isEqualTo("/sitzungen/b-frueh");
    }

    @Test
    void aBodyThatNobodyToldOfHasNoIdForAName() {
        meetings.put(
                "m",
                closed("2024-03-05T16:00:00Z", true)
                        .after(
                                new AttendanceRecorded(
                                        "s",
                                        "p",
                                        Presence.PRESENT,
                                        true,
                                        Instant.parse("2024-03-05T16:00:00Z"))));
        assertThat(of("3.16", "2024-06-01").evidence())
                .extracting(State.Evidence::label)
                .containsExactly(World.NAMELESS + " am 5. März 2024");
    }

    @Test
    void oneIsNotSeveral() {
        assertThat(German.count(1, "Sitzung", "Sitzungen")).isEqualTo("1 Sitzung");
        assertThat(German.count(0, "Sitzung", "Sitzungen")).isEqualTo("0 Sitzungen");
        assertThat(German.all(List.of())).isEmpty();
        assertThat(German.all(List.of("A"))).isEqualTo("A");
        assertThat(German.all(List.of("A", "B"))).isEqualTo("A und B");
        assertThat(German.all(List.of("A", "B", "C"))).isEqualTo("A, B und C");
    }

    @Test
    void aLabThatNeverTookPlaceIsNoGap() {
        var planned =
                LabHistory.NONE.after(
                        new LabPlanned(
                                "eving", new PublicText("Mitte"), day("2024-05-04"), Place.HERE));
        labs.put("ausgefallen", planned.after(new LabMissed(day("2024-05-05"))));
        assertThat(of("5.4c", "2024-06-01").note()).doesNotContain("Ohne Jugend");
        labs.put("gehalten", planned.after(new LabHeld(day("2024-05-04"), 12)));
        assertThat(of("5.4c", "2024-06-01").note()).contains("Labor Mitte");
    }

    @Test
    void aWithdrawnReportIsOwedAgain() {
        body("vv", BodyKind.ASSEMBLY);
        var delivered = new TreeMap<String, LocalDate>();
        delivered.put("abooab", day("2024-09-10"));
        var given =
                new InterimReport(
                        "b",
                        "2024-H1",
                        day("2024-09-03"),
                        2,
                        "{}",
                        "00",
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        null,
                        delivered,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        "2024-H1");
        var gone =
                new InterimReport(
                        "b",
                        "2024-H1",
                        day("2024-09-03"),
                        2,
                        "{}",
                        "00",
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        null,
                        delivered,
                        day("2024-10-01"),
                        "Falsche Zahl",
                        List.of(),
                        List.of(),
                        null);
        assertThat(of("6.1", "2025-01-15", given).note()).doesNotContain("Überfällig");
        assertThat(of("6.1", "2025-01-15", gone).note()).contains("Überfällig: 1. Halbjahr 2024");
    }
}
