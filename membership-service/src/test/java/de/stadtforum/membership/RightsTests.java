package de.stadtforum.membership;

import de.stadtforum.membership.bodies.Seated;
import de.stadtforum.testing.Disclosures;
import de.stadtforum.testing.RightsMatrix;
import de.stadtforum.testing.RightsTrial;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/// Who may what is written down, and is so.
@WholeService
class RightsTests {
    @Autowired private ApplicationContext service;

    @Autowired private MockMvc mvc;

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

    /// A login alone sees what the public sees: 34 names were readable to it once.
    @Test
    void whatIsInTheAnswersIsForThoseWhoseTaskItIs() {
        var resident = new Calls(mvc, List.of());
        var city = Dortmund.founded(resident);
        city.seat("polizei", "VOTING", "Polizei");
        city.person("p-zoe-probe", "Zoe Musterprobe");
        city.delegate("polizei", "p-zoe-probe", "2024-02-01").expect(200);
        var page = "/gremien/" + city.body();
        var entry = "/api/membership/bodies/" + city.body();
        Disclosures.of(port, RightsMatrix.of(service))
                .planted("names of persons", 'N', "Zoe Musterprobe")
                .person("p-zoe-probe")
                .in(city.body(), "polizei")
                .at("/gremien/{id}", page, page + "?stichtag=2024-03-01")
                .at("/api/membership/bodies/{id}", entry, entry + "?on=2024-03-01")
                .at("/api/membership/councils/{id}", "/api/membership/councils/keiner")
                .at("/einladungen/{secret}", "/einladungen/keine")
                .at("/personen", "/personen", "/personen?name=Zoe")
                .at("/personen/{id}", "/personen/p-zoe-probe")
                .at("/api/membership/persons/{id}", "/api/membership/persons/p-zoe-probe")
                .because("member", "sits in the body")
                .because("deputy", "sits in the body when the member does not")
                .because("chair", "leads the body")
                .because("secretariat", "keeps who sits where, and the people of the whole city")
                .because("minute-taker", "records who was there")
                .because("group-guest", "works in the body")
                .because("delegating-institution", "names those whom it sends, for its own seats")
                .because("data-protection", "erases people and puts their names right")
                .check(Path.of("rights.md"));
    }
}
