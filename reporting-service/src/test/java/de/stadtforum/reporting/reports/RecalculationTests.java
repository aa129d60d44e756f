package de.stadtforum.reporting.reports;

import static de.stadtforum.reporting.OtherServices.tell;
import static de.stadtforum.reporting.OtherServices.tellInOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.LabFact.LabHeld;
import de.stadtforum.contracts.lab.LabFact.LabOpened;
import de.stadtforum.contracts.lab.LabFact.LabPlanned;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.reporting.KnowledgeFeeds;
import de.stadtforum.reporting.calculation.FiguresOf;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.figures.DataFiles;
import de.stadtforum.reporting.reports.Recalculation.By;
import de.stadtforum.reporting.reports.Recalculation.Obstacle;
import de.stadtforum.reporting.reports.Recalculation.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A report proves itself with what was pinned with it, whatever has become of data, decisions and program since.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecalculationTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
    private static final String LAB = "lab-nachrechnen";
    private final String database = "proof-" + UUID.randomUUID().toString().substring(0, 8);
    private ReportingInstance service;
    private String report;

    @BeforeAll
    void start() {
        service = ReportingInstance.started(database);
        tell(
                LAB,
                new LabPlanned(
                        "eving",
                        new PublicText("Eving Mitte"),
                        LocalDate.parse("2024-05-04"),
                        Place.HERE),
                new LabHeld(LocalDate.parse("2024-05-04"), 42));
        await().atMost(ReportingInstance.PATIENCE)
                .until(() -> known().first(EntryKind.LAB, LAB).isPresent());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void aReportIsReleased() {
        if (report != null)
            service.reports().decide(report, it -> it.withdraw("Für den nächsten Test", TODAY));
        report = "bericht-" + UUID.randomUUID();
        service.released(report, ReportingInstance.HALF);
    }

    private Knowledge known() {
        return service.context().getBean(KnowledgeFeeds.class).now();
    }

    private Recalculation recalculated() {
        service.releases().askForRecalculation(report, TODAY, By.COMMITTEE);
        ReportingInstance.ended(() -> service.releases().recalculation(report).orElseThrow());
        return service.reports().find(report).orElseThrow().recalculations().getLast();
    }

    private Recalculation afterTampering(Consumer<Document> change) {
        service.tamper(report, change);
        return recalculated();
    }

    @Test
    void whatIsPinnedStandsInTheReport() {
        var released = service.reports().find(report).orElseThrow();
        var figures = service.context().getBean(FiguresOf.class);
        assertThat(released.folds())
                .hasSameSizeAs(figures.feeds())
                .containsEntry("contributions", 3);
        assertThat(released.files()).containsOnlyKeys("districts.json");
        assertThat(released.drops()).isEmpty();
        assertThat(released.ends()).containsKey("stadtforum.lab/0");
        assertThat(service.database().getCollection("datafiles").countDocuments()).isOne();
    }

    @Test
    void theHashIsTheSameAndDayAndTaskOfWhoAskedAreKept() {
        var released = service.reports().find(report).orElseThrow();
        assertThat(recalculated())
                .isEqualTo(
                        new Recalculation(
                                TODAY,
                                By.COMMITTEE,
                                Outcome.SAME_HASH,
                                released.hash(),
                                null,
                                null));
    }

    @Test
    void factsThatComeTwiceOrBeforeTheirTurnGiveTheSameFigures() {
        var facts =
                new Fact[] {
                    new LabPlanned(
                            "mengede",
                            new PublicText("Mengede Mitte"),
                            LocalDate.parse("2024-05-25"),
                            Place.HERE),
                    new LabOpened(LocalDate.parse("2024-05-02")),
                    new LabHeld(LocalDate.parse("2024-05-25"), 63)
                };
        tellInOrder("lab-geordnet", List.of(1, 2, 3), facts);
        tellInOrder("lab-ungeordnet", List.of(1, 1, 3, 2, 3, 1, 2), facts);
        await().atMost(ReportingInstance.PATIENCE)
                .until(() -> {
                    var known = known();
                    return known.first(EntryKind.LAB_HELD, "lab-geordnet").isPresent()
                            && known.first(EntryKind.LAB_HELD, "lab-ungeordnet").isPresent();
                });
        aReportIsReleased();
        var figures = service.reports().find(report).orElseThrow().figures();
        var lab = "$.labs.labs[?(@.id == 'lab-%s')]['state','participants','date','district']";
        assertThat(JsonPath.<List<?>>read(figures, lab.formatted("ungeordnet")))
                .hasSize(1)
                .isEqualTo(JsonPath.read(figures, lab.formatted("geordnet")));
        assertThat(recalculated().outcome()).isEqualTo(Outcome.SAME_HASH);
    }

    /// Today's drops would give another hash: then the report would be disproven by an operator's decision of today.
    @Test
    void aDropAfterTheReleaseChangesNothing() {
        var letters = service.context().getBean(DeadLetters.class);
        letters.drop(
                "labs", LAB, 2, DeadLetters.Drop.FACT, "im Versuch", Author.SERVICE, "2026-11-27");
        try {
            assertThat(recalculated().outcome()).isEqualTo(Outcome.SAME_HASH);
            assertThat(afterTampering(state -> state.append("drops", null)).outcome())
                    .as("with today's drops")
                    .isEqualTo(Outcome.OTHER_HASH);
        } finally {
            service.database().getCollection("drops").deleteMany(new Document());
        }
    }

    @Test
    void aDropBeforeTheReleaseIsObeyedForEver() {
        var letters = service.context().getBean(DeadLetters.class);
        letters.drop(
                "labs", LAB, 2, DeadLetters.Drop.FACT, "im Versuch", Author.SERVICE, "2026-11-27");
        aReportIsReleased();
        service.database().getCollection("drops").deleteMany(new Document());
        assertThat(service.reports().find(report).orElseThrow().drops()).hasSize(1);
        assertThat(recalculated().outcome()).isEqualTo(Outcome.SAME_HASH);
    }

    @Test
    void theDataFilesOfThenCountAndNotThoseOfToday() {
        var kept = service.context().getBean(DataFiles.class);
        var today = service.context().getBean(FiguresOf.class).files();
        var other =
                new String(today.get("districts.json"), StandardCharsets.UTF_8)
                        .replace("\"Eving\"", "\"Eving (alt)\"");
        var files = new TreeMap<String, byte[]>();
        files.put("districts.json", other.getBytes(StandardCharsets.UTF_8));
        var hashes = kept.keep(files);
        assertThat(afterTampering(state -> state.append("files", new Document(hashes))).outcome())
                .isEqualTo(Outcome.OTHER_HASH);
    }

    @Test
    void aDataFileThatIsGoneIsSaid() {
        var released = service.reports().find(report).orElseThrow();
        var hash = released.files().get("districts.json");
        var files = service.database().getCollection("datafiles");
        var kept = files.find(Filters.eq(hash)).first();
        files.deleteOne(Filters.eq(hash));
        assertThat(recalculated())
                .isEqualTo(
                        Recalculation.impossible(
                                TODAY, By.COMMITTEE, Obstacle.FILE_NOT_KEPT, "districts.json"));
        files.insertOne(kept);
    }

    @Test
    void aFoldThatTheProgramDoesNotHaveIsSaid() {
        assertThat(afterTampering(state -> state.get("folds", Document.class).append("labs", 7)))
                .isEqualTo(
                        Recalculation.impossible(
                                TODAY, By.COMMITTEE, Obstacle.FOLD_NOT_KEPT, "labs"));
    }

    /// Released before entries were dated: with the folds and the calculation of then, which are kept, it gives the same figures.
    @Test
    void aReportOfTheThirdCalculationIsProvenWithItsFolds() {
        var figures = service.reports().find(report).orElseThrow().figures();
        assertThat(figures).contains("\"calculation\":4");
        var third = figures.replace("\"calculation\":4", "\"calculation\":3");
        var hash = sha256(third);
        assertThat(
                        afterTampering(
                                        state -> {
                                            state.append("calculation", 3).append("hash", hash);
                                            state.remove("folds");
                                        })
                                .outcome())
                .isEqualTo(Outcome.SAME_HASH);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void aFoldWhoseDocumentsTheCalculationCannotReadIsSaid() {
        assertThat(
                        afterTampering(state ->
                                state.get("folds", Document.class).append("contributions", 1)))
                .isEqualTo(
                        Recalculation.impossible(
                                TODAY, By.COMMITTEE, Obstacle.FOLD_NOT_KEPT, "contributions"));
    }

    @Test
    void aCalculationThatTheProgramDoesNotHaveIsSaid() {
        assertThat(afterTampering(state -> state.append("calculation", 99)))
                .isEqualTo(
                        Recalculation.impossible(
                                TODAY, By.COMMITTEE, Obstacle.CALCULATION_NOT_KEPT, "99"));
    }

    @Test
    void aLogThatEndsBeforeTheReleaseIsSaid() {
        assertThat(
                        afterTampering(state ->
                                state.get("ends", Document.class)
                                        .append("stadtforum.lab/0", 1_000_000L)))
                .isEqualTo(
                        Recalculation.impossible(
                                TODAY, By.COMMITTEE, Obstacle.LOG_TOO_SHORT, "stadtforum.lab/0"));
    }

    /// Nothing was noted with it then: today's folds, data files and drops have to do.
    @Test
    void aReportOfAProgramBeforeIsProvenWithWhatIsThere() {
        assertThat(
                        afterTampering(
                                        state -> {
                                            for (var each :
                                                    new String[] {
                                                        "folds", "files", "drops", "reportsOn"
                                                    }) state.remove(each);
                                        })
                                .outcome())
                .isEqualTo(Outcome.SAME_HASH);
    }

    @Test
    void oneThatWasNotReleasedByAHashThatIsNotItsOwnIsDisproven() {
        var other = afterTampering(state -> state.append("hash", "00"));
        assertThat(other.outcome()).isEqualTo(Outcome.OTHER_HASH);
        assertThat(other.hash()).hasSize(64);
    }
}
