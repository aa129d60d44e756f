package de.stadtforum.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A mistake of the roster is put right by who may name, visibly and with a reason; nobody is replaced or entered twice unasked.
@WholeService
class PutRightTests {
    @Autowired private MockMvc mvc;
    @Autowired private ApplicationContext service;
    private Calls resident;
    private Dortmund city;
    private String page;
    private String ada;
    private String name;

    @BeforeEach
    void seats() {
        resident = new Calls(mvc, List.of());
        city = Dortmund.founded(resident);
        page = "/gremien/" + city.body();
        ada = "p-" + UUID.randomUUID();
        name = "Ada " + UUID.randomUUID();
        city.seat("polizei", "VOTING", "Polizei");
        city.seat("ihk", "VOTING", "IHK zu Dortmund");
        city.person(ada, name);
        city.delegate("polizei", ada, "2024-02-01").expect(200);
    }

    @Test
    void aNameWithATypingErrorIsPutRightWithATraceForWhoMaySeeIt() {
        var answer =
                city.calls()
                        .form(
                                page + "/namen",
                                "whom",
                                "polizei/" + ada,
                                "name",
                                "Ada Richtig",
                                "reason",
                                "Tippfehler");

        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("stadtforum-notice=notice.person-renamed");
        assertThat(city.calls().page(page).select("#sitz-polizei").text()).contains("Ada Richtig");
        assertThat(city.calls().page("/personen/" + ada).text())
                .contains("Berichtigt am", "Ada Richtig", "vorher", name, "Tippfehler");
        city.person(ada, "Ada Richtig");
        city.delegate("polizei", ada, "2024-02-01").expect(200);
        assertThat(
                        resident.as("delegating-institution:ihk")
                                .form(
                                        page + "/namen",
                                        "whom",
                                        "polizei/" + ada,
                                        "name",
                                        "Fremd",
                                        "reason",
                                        "x")
                                .getStatus())
                .isEqualTo(403);
    }

    @Test
    void whoIsOnRecordIsOfferedBeforeAPersonIsEnteredTwice() {
        var asked = nameDelegate("ihk", "", name, "p-" + UUID.randomUUID(), false);

        assertThat(asked.getStatus()).isEqualTo(200);
        var form = Calls.read(asked).selectFirst("main form");
        assertThat(form.text())
                .contains(
                        "Eine Person mit diesem Namen gibt es schon",
                        "Vollversammlung: Polizei",
                        "neue Person anlegen");
        assertThat(form.select("input[name=person]").eachAttr("value")).containsExactly(ada, "");
        assertThat(city.calls().page(page).select("#sitz-ihk").text()).contains("Vakant");

        var second = form.select("[name=newPerson]").val();
        assertThat(nameDelegate("ihk", "", name, second, true).getStatus()).isEqualTo(303);
        assertThat(nameDelegate("ihk", "", name, second, true).getStatus())
                .as("sent twice")
                .isEqualTo(303);
        assertThat(city.calls().get("persons/" + second).body().path("name").asString())
                .isEqualTo(name);
        assertThat(city.calls().page(page).select("#benennen-person option").eachText())
                .contains(name + " (Polizei)", name + " (IHK zu Dortmund)");
    }

    @Test
    void whereTheNamingIsRefusedNobodyIsEntered() {
        var answer =
                city.calls()
                        .form(
                                page + "/benennungen",
                                "seat",
                                "polizei",
                                "name",
                                "Niemand Neues",
                                "newPerson",
                                "p-niemand",
                                "from",
                                "2024-02-01");

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(Calls.read(answer).select("#benennen-name").val()).isEqualTo("Niemand Neues");
        city.calls().get("persons/p-niemand").expect(404);
    }

    @Test
    void aPersonOnRecordIsChosenOnTheSecondPage() {
        city.seat("edg", "ADVISORY", "EDG");

        assertThat(nameDelegate("edg", ada, name, "p-neu", true).getStatus()).isEqualTo(303);
        assertThat(city.calls().page(page).select("#sitz-edg").text()).contains(name);
        city.calls().get("persons/p-neu").expect(404);
        assertThat(nameDelegate("edg", ada, name, "p-neu", false).getStatus())
                .as("chosen and typed")
                .isEqualTo(400);
    }

    @Test
    void aDeputyIsReplacedAfterBeingAskedOnly() {
        var first = "p-" + UUID.randomUUID();
        var second = "p-" + UUID.randomUUID();
        city.person(first, "Erste Vertretung");
        city.person(second, "Zweite Vertretung");
        assertThat(nameDeputy(first, "").getStatus()).isEqualTo(303);

        var asked = nameDeputy(second, "");
        assertThat(asked.getStatus()).isEqualTo(200);
        assertThat(Calls.read(asked).select("main").text())
                .contains(
                        "Für die 1. Vertretung ist schon jemand benannt: Erste Vertretung",
                        "Benannt wird: Zweite Vertretung");
        assertThat(city.calls().page(page).select("#sitz-polizei").text())
                .contains("1. Erste Vertretung");
        city.calls()
                .post(
                        "bodies/" + city.body() + "/deputies",
                        "{'seat':'polizei','person':'%s','rank':1,'from':'2024-03-01'}"
                                .formatted(second))
                .refused("RANK_TAKEN");

        assertThat(nameDeputy(second, first).getStatus()).isEqualTo(303);
        assertThat(city.calls().page(page).select("#sitz-polizei").text())
                .contains("1. Zweite Vertretung")
                .doesNotContain("Erste Vertretung");
    }

    @Test
    void aDeputyEndsAndAMistakeIsTakenBackVisibly() {
        var deputy = "p-" + UUID.randomUUID();
        city.person(deputy, "Vertretung Polizei");
        nameDeputy(deputy, "");
        var end =
                city.calls()
                        .form(
                                page + "/vertretungen/ende",
                                "whom",
                                "polizei/" + deputy,
                                "until",
                                "2024-06-30",
                                "sure",
                                "true");
        assertThat(end.getHeader("Set-Cookie")).contains("notice.deputy-ended");
        assertThat(city.calls().page(page).select("#sitz-polizei").text())
                .doesNotContain("Vertretung Polizei");

        var mistake =
                city.calls()
                        .form(
                                page + "/irrtuemer",
                                "whom",
                                "mitglied/polizei/" + ada,
                                "reason",
                                "Verwechslung",
                                "sure",
                                "true");
        assertThat(mistake.getHeader("Set-Cookie")).contains("notice.delegation-withdrawn");
        assertThat(city.calls().page(page).select("#sitz-polizei").text())
                .contains("Vakant", "Berichtigt am", "Verwechslung", name);
        assertThat(resident.page(page).text()).doesNotContain("Verwechslung", name);
    }

    @Test
    void theLastDayOfADelegationIsPutRightOnItsPage() {
        city.calls()
                .form(
                        page + "/benennungen/ende",
                        "seat",
                        "polizei",
                        "until",
                        "2024-06-30",
                        "sure",
                        "true");
        var corrected =
                city.calls()
                        .form(
                                page + "/benennungen/ende/berichtigung",
                                "whom",
                                "polizei/" + ada,
                                "until",
                                "",
                                "reason",
                                "Zahlendreher");

        assertThat(corrected.getHeader("Set-Cookie")).contains("notice.delegation-end-corrected");
        assertThat(city.calls().page(page).select("#sitz-polizei").text())
                .contains(name, "Letzter Tag der Entsendung", "30. Juni 2024", "Zahlendreher");
    }

    @Test
    void whatEndsOrGoesIsAskedOnceMore() {
        for (var form :
                List.of(
                        List.of("/benennungen/ende", "seat", "polizei", "until", "2024-06-30"),
                        List.of(
                                "/vertretungen/ende",
                                "whom",
                                "polizei/" + ada,
                                "until",
                                "2024-06-30"),
                        List.of("/irrtuemer", "whom", "mitglied/polizei/" + ada, "reason", "x"))) {
            var answer =
                    city.calls()
                            .form(
                                    page + form.getFirst(),
                                    form.subList(1, form.size()).toArray(String[]::new));
            assertThat(answer.getStatus()).as(form.getFirst()).isEqualTo(400);
        }
        assertThat(city.calls().page(page).select("#sitz-polizei").text()).contains(name);
    }

    @Test
    void theSecretariatNotesThatAnInstitutionWasAskedOnADayThatWas() {
        assertThat(ask("2024-02-05").getHeader("Set-Cookie")).contains("notice.holder-invited");
        assertThat(resident.page(page).select("#sitz-ihk").text()).contains("5. Februar 2024");
        assertThat(ask("2199-02-05").getStatus()).isEqualTo(400);
        assertThat(
                        resident.as("delegating-institution:ihk")
                                .form(page + "/anfragen", "seat", "ihk", "on", "2024-02-05")
                                .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aPersonIsFoundByNameAndErasedAfterBeingAskedOnceMore() {
        var watch = resident.as("data-protection");
        assertThat(watch.page("/personen").select("a[href^=/personen/]")).isEmpty();
        var found = watch.page("/personen?name=" + name.substring(4));
        assertThat(found.select("a[href=/personen/" + ada + "]").text()).isEqualTo(name);
        assertThat(found.text()).contains("1 Person gefunden");
        assertThat(resident.loggedInAs("konto").status("/personen?name=Ada")).isEqualTo(403);

        var one = watch.page("/personen/" + ada);
        assertThat(one.text())
                .contains(
                        "unterschriebenen Niederschriften",
                        "kann nicht rückgängig",
                        "31. Dezember");
        assertThat(city.calls().page("/personen/" + ada).select("form[action$=loeschung]"))
                .isEmpty();
        assertThat(watch.form("/personen/" + ada + "/loeschung").getStatus()).isEqualTo(400);
        assertThat(city.calls().form("/personen/" + ada + "/loeschung", "sure", "true").getStatus())
                .isEqualTo(403);
        assertThat(
                        watch.form("/personen/" + ada + "/loeschung", "sure", "true")
                                .getHeader("Set-Cookie"))
                .contains("notice.person-erased");
        assertThat(city.calls().page(page).select("#sitz-polizei").text())
                .contains("Name gelöscht")
                .doesNotContain(ada);
        assertThat(watch.page("/personen/" + ada).text())
                .contains("Name gelöscht")
                .doesNotContain(name);
    }

    @Test
    void threeSeatsOfOneFactionAreToldApart() {
        city.apportion("2024-01-15", "FACTION_MANDATES").expect(200);
        city.delegate("fraktion-spd-2", ada, "2024-02-01").refused("HOLDS_ANOTHER_VOTE");
        var berta = "p-" + UUID.randomUUID();
        city.person(berta, "Berta Rot");
        city.delegate("fraktion-spd-2", berta, "2024-02-01").expect(200);

        var secretariat = city.calls().page(page);
        assertThat(secretariat.select("#sitz-fraktion-spd-2 th").text())
                .isEqualTo("SPD-Fraktion, Sitz 2");
        assertThat(resident.page(page).select("#sitz-fraktion-spd-3 th").text())
                .isEqualTo("SPD-Fraktion, Sitz 3");
        assertThat(secretariat.select("#benennen-seat option").eachText())
                .contains(
                        "SPD-Fraktion, Sitz 1 (vakant)",
                        "SPD-Fraktion, Sitz 2: Berta Rot",
                        "SPD-Fraktion, Sitz 3 (vakant)");
        for (var select : secretariat.select("select")) {
            var choices = select.select("option").eachText();
            assertThat(choices).as(select.id()).doesNotHaveDuplicates();
        }
    }

    /// The next act that is added is in the table, or this is red.
    @Test
    void everyActStandsInTheTableOfTheReadme() throws Exception {
        var readme = Files.readString(Path.of("README.md"));
        var missing = new TreeSet<String>();
        service.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods()
                                .forEach((info, handler) -> {
                                    if (handler.getBeanType()
                                                    .getName()
                                                    .startsWith("de.stadtforum.membership")
                                            && info.getPathPatternsCondition() != null
                                            && !info.getMethodsCondition()
                                                    .getMethods()
                                                    .contains(RequestMethod.GET))
                                        info.getPathPatternsCondition().getPatternValues().stream()
                                                .map(path -> path.replace("/api/membership/", ""))
                                                .filter(path -> !readme.contains("`" + path + "`"))
                                                .forEach(missing::add);
                                }));
        assertThat(missing).isEmpty();
    }

    private MockHttpServletResponse nameDelegate(
            String seat, String person, String typed, String newPerson, boolean asked) {
        return city.calls()
                .form(
                        page + "/benennungen",
                        "seat",
                        seat,
                        "person",
                        person,
                        "name",
                        typed,
                        "newPerson",
                        newPerson,
                        "from",
                        "2024-03-01",
                        "asked",
                        String.valueOf(asked));
    }

    private MockHttpServletResponse nameDeputy(String person, String replaces) {
        return city.calls()
                .form(
                        page + "/vertretungen",
                        "seat",
                        "polizei",
                        "person",
                        person,
                        "name",
                        "",
                        "newPerson",
                        "p-neu",
                        "rank",
                        "1",
                        "from",
                        "2024-03-01",
                        "replaces",
                        replaces);
    }

    private MockHttpServletResponse ask(String on) {
        return city.calls().form(page + "/anfragen", "seat", "ihk", "on", on);
    }
}
