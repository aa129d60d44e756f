package de.stadtforum.lab;

import de.stadtforum.lab.concepts.Concept;
import de.stadtforum.lab.contributions.Contribution;
import de.stadtforum.lab.labs.Lab;
import de.stadtforum.lab.tool.ToolStatement;
import de.stadtforum.testing.Disclosures;
import de.stadtforum.testing.RightsMatrix;
import de.stadtforum.testing.RightsTrial;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Who may what is written down, and is so.
@LabPlatformTest
class RightsTests {
    private final ApplicationContext service;
    private final Portal portal;
    private final int port;

    RightsTests(ApplicationContext service, Portal portal, @LocalServerPort int port) {
        this.service = service;
        this.portal = portal;
        this.port = port;
    }

    @Test
    void everyEndpointStandsInTheMatrix() {
        RightsMatrix.of(service).check(Path.of("rights.md"));
    }

    @Test
    void everyLineHolds() {
        var lab = portal.openedLab("eving");
        RightsTrial.of(port, RightsMatrix.of(service))
                .there(Lab.class, lab, "eving")
                .but(Lab.class, "chair", "vollversammlung")
                .but(Lab.class, "secretariat", "vollversammlung")
                .there(Contribution.class, portal.contribution(lab, "Es ist dunkel."), "eving")
                .there(Concept.class, "konzept-neu", "*")
                .but(Concept.class, "secretariat", "vollversammlung")
                .there(ToolStatement.class, "werkzeug-neu", "*")
                .but(ToolStatement.class, "secretariat", "vollversammlung")
                .sending(
                        "PUT /api/lab/labs/{id}",
                        "{'district':'eving','neighbourhood':'Lindenhorst','date':'2024-05-04','place':'HERE'}")
                .sending(
                        "POST /labore",
                        "id=lab-neu&district=eving&neighbourhood=Lindenhorst&date=2024-05-04&place=HERE")
                .run();
    }

    /// Of persons the labs know nothing; what a resident wrote is for those who assess it until it is published.
    @Test
    void whatIsInTheAnswersIsForThoseWhoseTaskItIs() {
        var lab = portal.openedLab("eving");
        var wrote = portal.contribution(lab, "Zoe Musterprobe, probe@example.org: Geheimsache.");
        Disclosures.of(port, RightsMatrix.of(service))
                .planted("names that residents wrote", 'N', "Zoe Musterprobe")
                .planted("contact data that residents wrote", 'C', "probe@example.org")
                .in("eving")
                .at("/labore/{id}", "/labore/" + lab)
                .at("/api/lab/labs/{id}", "/api/lab/labs/" + lab)
                .at("/beitraege/{id}", "/beitraege/" + wrote)
                // whose key it is reads the own words: without it there is nothing to find
                .at("/beitraege/beleg/{key}", "/beitraege/beleg/unbekannt")
                .at("/api/lab/contributions/{id}", "/api/lab/contributions/" + wrote)
                .at("/api/lab/contributions", "/api/lab/contributions?lab=" + lab)
                .at("/api/lab/concepts/{id}", "/api/lab/concepts/keines")
                .at("/api/lab/tool-statements/{id}", "/api/lab/tool-statements/keine")
                .because("lab-team", "assesses what residents write before it is published")
                .because("moderator", "assesses what residents write before it is published")
                .check(Path.of("rights.md"));
    }
}
