package de.stadtforum.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.reporting.finalreport.FinalReport;
import de.stadtforum.reporting.reports.InterimReport;
import de.stadtforum.testing.Disclosures;
import de.stadtforum.testing.RightsMatrix;
import de.stadtforum.testing.RightsTrial;
import de.stadtforum.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Who may what is written down, and is so.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RightsTests {
    @Autowired private ApplicationContext service;

    @LocalServerPort private int port;

    @Test
    void everyEndpointStandsInTheMatrix() {
        RightsMatrix.of(service).check(Path.of("rights.md"));
    }

    /// The secretariat of an assembly is tried in the service's own tests, with an assembly that was told of.
    @Test
    void everyLineHolds() {
        RightsTrial.of(port, RightsMatrix.of(service))
                .there(InterimReport.class, "bericht-neu", "*")
                .there(FinalReport.class, "abschluss-neu", "*")
                .run();
    }

    /// Reports name seats and institutions, never persons; who acted stands in the audit alone.
    @Test
    void whatIsInTheAnswersIsForThoseWhoseTaskItIs() throws Exception {
        var acted = TestTokens.of("Zoe Musterprobe", null);
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:"
                                                    + port
                                                    + "/api/reporting/operations/rebuild"))
                            .header("Authorization", "Bearer " + acted)
                            .POST(BodyPublishers.noBody());
            assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(403);
        }
        Disclosures.of(port, RightsMatrix.of(service))
                .planted("names of persons", 'N', "Zoe Musterprobe")
                .in("*")
                .at("/berichte/{id}", "/berichte/keiner")
                .at("/berichte/{id}.pdf", "/berichte/keiner.pdf")
                .at("/berichte/vorschau", "/berichte/vorschau?period=2024-H1")
                .at("/berichte/{id}/freigabe", "/berichte/keiner/freigabe")
                .at("/berichte/{id}/nachrechnen", "/berichte/keiner/nachrechnen")
                .at("/api/reporting/reports/{id}", "/api/reporting/reports/keiner")
                .at("/api/reporting/reports/{id}/release", "/api/reporting/reports/keiner/release")
                .at("/api/reporting/reports/{id}/proof", "/api/reporting/reports/keiner/proof")
                .at("/api/reporting/final-reports/{id}", "/api/reporting/final-reports/keiner")
                .at("/beschluss/{id}", "/beschluss/3.19")
                .at("/abschlussbericht/{id}", "/abschlussbericht/keiner")
                .because("data-protection", "reads in the audit who did what")
                .because("operator", "reads in the audit who did what")
                .check(Path.of("rights.md"));
    }
}
