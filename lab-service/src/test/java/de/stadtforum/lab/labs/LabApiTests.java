package de.stadtforum.lab.labs;

import static de.stadtforum.lab.Portal.RESIDENT;
import static de.stadtforum.lab.Portal.SECRETARIAT;
import static de.stadtforum.lab.Portal.TEAM;
import static de.stadtforum.lab.Portal.TEAM_OF_EVING;
import static de.stadtforum.lab.Portal.accepted;
import static de.stadtforum.lab.Portal.fresh;
import static de.stadtforum.lab.Portal.text;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.lab.LabPlatformTest;
import de.stadtforum.lab.Portal;
import de.stadtforum.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@LabPlatformTest
class LabApiTests {
    private final Portal portal;

    LabApiTests(Portal portal) {
        this.portal = portal;
    }

    @Test
    void opensOnlyOnceTheConceptLayBeforeTheCommitteeAndAllDistrictCouncils() {
        var lab = "/api/lab/labs/" + portal.plannedLab("eving");
        portal.presentConcept("2024-03-12");
        var early = portal.post(TEAM, lab + "/open", "{'on':'2024-03-11'}");
        assertThat(early.getStatus()).isEqualTo(409);
        assertThat(early.getContentType()).startsWith("application/problem+json");
        assertThat(text(early)).contains("\"rule\":\"CONCEPT_NOT_PRESENTED\"").contains("Nr. 5.3");
        accepted(portal.post(TEAM, lab + "/open", "{'on':'2024-03-12'}"));
        accepted(portal.post(TEAM, lab + "/open", "{'on':'2024-03-12'}"));
        assertThat(text(portal.read(RESIDENT, lab))).contains("\"opened\":\"2024-03-12\"");
    }

    @Test
    void goesAheadWithAReasonThatNobodyOutsideReads() {
        var lab = "/api/lab/labs/" + portal.plannedLab("mengede");
        var command = "{'reason':'Sommerpause der BV','on':'2024-02-01'}";
        assertThat(portal.post(TEAM, lab + "/go-ahead", command).getStatus()).isEqualTo(403);
        accepted(portal.post(SECRETARIAT, lab + "/go-ahead", command));
        accepted(portal.post(TEAM, lab + "/open", "{'on':'2024-02-02'}"));
        assertThat(text(portal.read(RESIDENT, lab)))
                .contains("\"goAhead\":{\"on\":\"2024-02-01\"}")
                .doesNotContain("Sommerpause");
        for (var entitled : new String[] {"district-council:mengede", "committee:abooab"})
            assertThat(text(portal.read(TestTokens.of("bv", null, entitled), lab)))
                    .contains("Sommerpause");
        assertThat(text(portal.read(TestTokens.of("bv", null, "district-council:eving"), lab)))
                .doesNotContain("Sommerpause");
    }

    @Test
    void aTeamCommandsTheLabsOfItsDistrictOnly() {
        var there = "/api/lab/labs/" + portal.plannedLab("brackel");
        var here = "/api/lab/labs/" + portal.plannedLab("eving");
        var postpone = "{'date':'2024-06-01'}";
        assertThat(portal.post(TEAM_OF_EVING, there + "/postpone", postpone).getStatus())
                .isEqualTo(403);
        assertThat(portal.post(RESIDENT, here + "/postpone", postpone).getStatus()).isEqualTo(401);
        accepted(portal.post(TEAM_OF_EVING, here + "/postpone", postpone));
    }

    @Test
    void aPlanRepeatedIsAcceptedAndAnotherOneUnderTheSameIdIsNot() {
        var path = "/api/lab/labs/" + fresh("lab");
        var plan = "{'district':'%s','neighbourhood':'Mitte','date':'2024-05-04','place':'HERE'}";
        assertThat(portal.put(TEAM, path, plan.formatted("eving")).getStatus()).isEqualTo(201);
        assertThat(portal.put(TEAM, path, plan.formatted("eving")).getStatus()).isEqualTo(200);
        assertThat(portal.put(TEAM, path, plan.formatted("hombruch")).getStatus()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "open          | {}                                                     | on           | NotNull",
                "open          | {'on':'gestern'}                                       | on           | Type",
                "open          | {'on':'2024-05-04','force':true}                       | force        | Unknown",
                "hold          | {'on':'2024-05-04'}                                    | participants | NotNull",
                "hold          | {'on':'2024-05-04','participants':-1}                  | participants | Min",
                "hold          | {'on':'2024-05-04','participants':100001}              | participants | Max",
                "partners      | {'kind':'UNKNOWN','name':'Verein'}                      | kind         | Known",
                "partners      | {'kind':'PARTY','name':'Verein'}                        | kind         | Type",
                "partners      | {'kind':'CLUB','name':' '}                              | name         | Line",
                "questions     | {'question':'Ä','text':'Wann?','on':'2024-05-04'}       | question     | Id",
                "propose-field | {'proposal':'feld-1','on':'2024-05-04'}                 | title        | NotNull",
            })
    void badInputNamesFieldAndRule(String verb, String json, String field, String rule) {
        var response =
                portal.post(TEAM, "/api/lab/labs/" + Huckarde.lab(portal) + "/" + verb, json);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(text(response))
                .contains("\"field\":\"" + field + "\"")
                .contains("\"rule\":\"" + rule + "\"")
                .doesNotContain("Exception");
    }

    /// One lab serves the whole table: none of it changes it.
    private static final class Huckarde {
        private static String id = "";

        static String lab(Portal portal) {
            if (id.isEmpty()) id = portal.plannedLab("huckarde");
            return id;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rat             | NO_BODY_FOR_RESULTS",
                "vollversammlung | NOT_HELD",
                "ag-licht        | NOT_HELD",
            })
    void reportsToTheAssemblyOrAGroupAndOnlyAfterTheLab(String body, String rule) {
        var response =
                portal.post(
                        TEAM,
                        "/api/lab/labs/" + portal.plannedLab("eving") + "/report",
                        "{'body':'%s','summary':'Mehr Licht','on':'2024-06-01'}".formatted(body));
        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(text(response)).contains("\"rule\":\"" + rule + "\"");
    }

    @Test
    void anUnknownLabIsNotFoundAndALongBodyIsRefused() {
        assertThat(portal.read(RESIDENT, "/api/lab/labs/lab-nirgends").getStatus()).isEqualTo(404);
        assertThat(
                        portal.post(TEAM, "/api/lab/labs/lab-nirgends/miss", "{'on':'2024-05-31'}")
                                .getStatus())
                .isEqualTo(404);
        assertThat(
                        portal.post(
                                        TEAM,
                                        "/api/lab/labs/lab-nirgends/miss",
                                        "{'on':'" + "9".repeat(300_000) + "'}")
                                .getStatus())
                .isEqualTo(413);
    }
}
