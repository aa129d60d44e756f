package de.stadtforum.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Names are read by those who are in a body or have a task there: every address that is read, as everybody, a login alone first.
@WholeService
class NamesByStandingTests {
    private static final List<String> ROLES =
            List.of(
                    "member",
                    "deputy",
                    "chair",
                    "secretariat",
                    "minute-taker",
                    "lab-team",
                    "moderator",
                    "group-guest",
                    "delegating-institution",
                    "district-council",
                    "reporter",
                    "committee",
                    "data-protection",
                    "operator",
                    "department");
    private static final List<String> IN_THE_BODY =
            List.of(
                    "member",
                    "deputy",
                    "chair",
                    "secretariat",
                    "minute-taker",
                    "group-guest",
                    "data-protection");

    @Autowired private MockMvc mvc;
    @Autowired private ApplicationContext service;
    private Calls resident;
    private Dortmund city;
    private String person;
    private String deputy;
    private String other;

    @BeforeEach
    void seats() {
        resident = new Calls(mvc, List.of());
        city = Dortmund.founded(resident);
        person = "p-" + UUID.randomUUID();
        deputy = "p-" + UUID.randomUUID();
        other = "p-" + UUID.randomUUID();
        city.seat("polizei", "VOTING", "Polizei");
        city.seat("ihk", "VOTING", "IHK zu Dortmund");
        city.person(person, "Ada Eins");
        city.person(deputy, "Berta Zwei");
        city.person(other, "Cora Drei");
        city.delegate("polizei", person, "2024-02-01").expect(200);
        city.delegate("ihk", other, "2024-02-01").expect(200);
        city.calls()
                .post(
                        "bodies/" + city.body() + "/deputies",
                        "{'seat':'polizei','person':'%s','rank':1,'from':'2024-02-01'}"
                                .formatted(deputy))
                .expect(200);
    }

    @Test
    void aLoginAloneSeesNothingThatThePublicDoesNot() {
        var alone = resident.loggedInAs("konto-" + UUID.randomUUID());
        for (var address : addresses()) {
            assertThat(names(alone, address)).as(address).isEmpty();
            assertThat(names(resident, address)).as(address).isEmpty();
        }
        assertThat(alone.page("/gremien/" + city.body()).select("#sitz-polizei").text())
                .isEqualTo(resident.page("/gremien/" + city.body()).select("#sitz-polizei").text())
                .contains("Benannt", "eine Person");
    }

    @Test
    void noRoleThatWasGivenElsewhereReadsNames() {
        for (var role : ROLES) {
            var caller = resident.as(role + ":anderswo");
            // data protection is for the whole city, and secretariats keep the people
            if (role.equals("data-protection")) continue;
            for (var address : addresses())
                if (!role.equals("secretariat") || !address.contains("person"))
                    assertThat(names(caller, address)).as(role + " at " + address).isEmpty();
        }
    }

    @Test
    void whoIsInTheBodyOrHasATaskThereReadsThem() {
        for (var role : ROLES) {
            var caller = resident.as(role + ":" + city.body());
            for (var address :
                    List.of(
                            "/gremien/" + city.body() + "?stichtag=2024-03-01",
                            "/api/membership/bodies/" + city.body() + "/roster?on=2024-03-01"))
                if (IN_THE_BODY.contains(role))
                    assertThat(names(caller, address)).as(role).contains("Ada Eins", "Berta Zwei");
                else assertThat(names(caller, address)).as(role).isEmpty();
        }
    }

    @Test
    void anInstitutionReadsItsOwnDelegatesAndNobodyElses() {
        var police = resident.as("delegating-institution:polizei");
        for (var address : addresses())
            assertThat(names(police, address)).as(address).doesNotContain("Cora Drei", other);
        assertThat(names(police, "/gremien/" + city.body() + "?stichtag=2024-03-01"))
                .contains("Ada Eins", "Berta Zwei");
        assertThat(names(police, "/api/membership/persons/" + person)).contains("Ada Eins");
        police.get("persons/" + other).expect(404);
        police.post("persons/" + other + "/rename", "{'name':'Dora','reason':'x'}").expect(404);
        new Dortmund(police, city.council(), city.body())
                .delegate("polizei", other, "2024-05-01")
                .refused("PERSON_OF_OTHERS");
        // a rank that is taken asks on a second page, and that page says no other's name
        var asked =
                police.form(
                        "/gremien/" + city.body() + "/vertretungen",
                        "seat",
                        "polizei",
                        "person",
                        other,
                        "newPerson",
                        "p-neu",
                        "rank",
                        "1",
                        "from",
                        "2024-03-01");
        assertThat(asked.getStatus()).isEqualTo(409);
        assertThat(Calls.read(asked).text()).doesNotContain("Cora Drei");
        // nor does a name that is typed say who else has it
        var typed =
                police.form(
                        "/gremien/" + city.body() + "/benennungen",
                        "seat",
                        "polizei",
                        "name",
                        "Cora Drei",
                        "newPerson",
                        "p-" + UUID.randomUUID(),
                        "from",
                        "2024-03-01");
        assertThat(Calls.read(typed).text())
                .contains("Auf diesem Sitz ist schon jemand Mitglied")
                .doesNotContain("mit diesem Namen");
    }

    @Test
    void aDeputyWhoseDelegateIsGoneHasNoSeat() {
        var account = resident.loggedInAs("konto-" + UUID.randomUUID());
        var page = city.calls().page("/gremien/" + city.body());
        var link =
                Calls.read(
                                city.calls()
                                        .form(
                                                "/gremien/" + city.body() + "/einladungen",
                                                "whom",
                                                "polizei/" + deputy,
                                                "seed",
                                                page.select("[name=seed]").val()))
                        .select("main a[href*=/einladungen/]")
                        .attr("href");
        account.form(link);
        org.awaitility.Awaitility.await()
                .untilAsserted(() ->
                        assertThat(names(account, "/gremien/" + city.body())).contains("Ada Eins"));
        city.calls()
                .post(
                        "bodies/" + city.body() + "/seats/withdraw",
                        "{'seat':'polizei','until':'2024-03-31'}")
                .expect(200);
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertThat(names(account, "/gremien/" + city.body())).isEmpty());
    }

    private TreeSet<String> names(Calls caller, String address) {
        var answer = caller.raw(address);
        var found = new TreeSet<String>();
        for (var each : List.of("Ada Eins", "Berta Zwei", "Cora Drei", person, deputy, other))
            // an error names the address that was asked for
            if (!address.contains(each) && answer.contains(each)) found.add(each);
        return found;
    }

    /// Every address that is read, with the ids of this body and of each person.
    private List<String> addresses() {
        var addresses = new ArrayList<String>();
        service.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods()
                                .forEach((info, handler) -> {
                                    if (handler.getBeanType()
                                                    .getName()
                                                    .startsWith("de.stadtforum.membership")
                                            && info.getMethodsCondition()
                                                    .getMethods()
                                                    .contains(RequestMethod.GET)
                                            && info.getPathPatternsCondition() != null)
                                        info.getPathPatternsCondition()
                                                .getPatternValues()
                                                .forEach(path -> add(path, addresses));
                                }));
        assertThat(addresses).contains("/gremien/" + city.body(), "/personen?name=Eins");
        return addresses;
    }

    private void add(String path, List<String> addresses) {
        if (path.equals("/personen")) addresses.add("/personen?name=Eins");
        if (path.contains("person") && path.contains("{id}"))
            for (var each : List.of(person, deputy, other))
                addresses.add(path.replace("{id}", each));
        else {
            var address = path.replace("{id}", city.body()).replace("{secret}", "A".repeat(43));
            addresses.add(address);
            addresses.add(address + "?stichtag=2024-03-01");
        }
    }
}
