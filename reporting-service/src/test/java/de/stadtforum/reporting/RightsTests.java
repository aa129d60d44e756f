package de.stadtforum.reporting;

import de.stadtforum.reporting.finalreport.FinalReport;
import de.stadtforum.reporting.reports.InterimReport;
import de.stadtforum.testing.RightsMatrix;
import de.stadtforum.testing.RightsTrial;
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
}
