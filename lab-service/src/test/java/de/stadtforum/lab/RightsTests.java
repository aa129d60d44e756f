package de.stadtforum.lab;

import de.stadtforum.lab.concepts.Concept;
import de.stadtforum.lab.contributions.Contribution;
import de.stadtforum.lab.labs.Lab;
import de.stadtforum.lab.tool.ToolStatement;
import de.stadtforum.testing.RightsMatrix;
import de.stadtforum.testing.RightsTrial;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/// Who may what is written down, and is so.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.profiles.active=demo", "stadtforum.demo.today=2024-04-20T10:00:00Z"})
@AutoConfigureMockMvc
@Import(Portal.class)
class RightsTests {
    @Autowired private ApplicationContext service;

    @Autowired private Portal portal;

    @LocalServerPort private int port;

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
}
