package de.stadtforum.membership;

import de.stadtforum.membership.bodies.Seated;
import de.stadtforum.testing.RightsMatrix;
import de.stadtforum.testing.RightsTrial;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Who may what is written down, and is so.
@WholeService
class RightsTests {
    @Autowired private ApplicationContext service;

    @LocalServerPort private int port;

    @Test
    void everyEndpointStandsInTheMatrix() {
        RightsMatrix.of(service).check(Path.of("rights.md"));
    }

    @Test
    void everyLineHolds() {
        var assembly = Seated.assembly(service, "rights-assembly", "police");
        RightsTrial.of(port, RightsMatrix.of(service))
                .there(assembly, "rights-assembly", "rights-assembly")
                .but(assembly, "delegating-institution", "police")
                .sending(
                        "PUT /api/membership/bodies/{id}",
                        "{'kind':'ASSEMBLY','name':'Andere','votingSeats':20,'meetingsPerYear':3,'publicity':'PUBLIC','from':'2024-01-15'}")
                .run();
    }
}
