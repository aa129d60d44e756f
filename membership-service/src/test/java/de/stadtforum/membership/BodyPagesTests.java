package de.stadtforum.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WholeService
class BodyPagesTests {
    @Autowired MockMvc mvc;
    private Calls resident;
    private Dortmund city;

    @BeforeEach
    void found() {
        resident = new Calls(mvc, List.of());
        city = Dortmund.founded(resident);
        city.seat("polizei", "VOTING", "Polizei");
        city.seat("seniorenbeirat", "VOTING", "Seniorenbeirat");
        city.seat("edg", "ADVISORY", "EDG");
        city.person("p-polizei", "Mitglied Polizei");
        city.delegate("polizei", "p-polizei", "2024-02-01").expect(200);
        city.calls()
                .post("bodies/" + city.body() + "/invite", "{'seat':'edg','on':'2024-01-20'}")
                .expect(200);
        city.calls()
                .post("bodies/" + city.body() + "/chair", "{'seat':'polizei','from':'2024-01-15'}")
                .expect(200);
        city.calls()
                .post(
                        "bodies/" + city.body() + "/secretariat",
                        "{'office':'ordnungsamt','name':'Ordnungsamt','from':'2024-01-15'}")
                .expect(200);
    }

    @Test
    void showsEverybodyWhichSeatsAreFilledAndNobodysName() {
        var page = resident.page("/gremien/" + city.body() + "?stichtag=2024-03-01");

        assertThat(page.select("#sitz-polizei").text())
                .contains("Polizei", "leitet", "Benannt", "01.02.2024", "keine");
        assertThat(page.select("#sitz-seniorenbeirat").text()).contains("Vakant");
        assertThat(page.select("#sitz-edg").text()).contains("Vakant", "20. Januar 2024");
        assertThat(page.text())
                .contains("1 von 2 besetzt", "Ordnungsamt", "mindestens 3-mal im Jahr")
                .doesNotContain("Mitglied Polizei");
        assertThat(page.select("form[method=post], .kern-alert")).isEmpty();
        assertThat(page.select("[id^=sitz-]:contains(leitet)")).hasSize(1);
        assertThat(page.select("dt").eachText())
                .containsExactly(
                        "Art",
                        "Besteht seit",
                        "Tagt",
                        "Sitzungen",
                        "Stimmen",
                        "Leitung",
                        "Geschäftsführung");
    }

    @Test
    void showsNamesToThoseInTheBody() {
        var page =
                resident.as("member:" + city.body())
                        .page("/gremien/" + city.body() + "?stichtag=2024-03-01");

        assertThat(page.select("#sitz-polizei").text()).contains("Mitglied Polizei");
        assertThat(page.select("form[action*=benennungen]")).isEmpty();
    }

    @Test
    void theDayOfThePageDecides() {
        var page = resident.page("/gremien/" + city.body() + "?stichtag=2024-01-31");

        assertThat(page.select("#sitz-polizei").text()).contains("Vakant");
        assertThat(page.select("h2").text()).contains("31. Januar 2024");
        assertThat(page.select("input[name=stichtag]").val()).isEqualTo("2024-01-31");
    }

    @Test
    void theSecretariatNamesANewPersonWithTheForm() {
        var form =
                city.calls()
                        .page("/gremien/" + city.body())
                        .selectFirst("form[action$=/benennungen]");
        var answer =
                city.calls()
                        .form(
                                form.attr("action"),
                                "seat",
                                "seniorenbeirat",
                                "person",
                                "",
                                "name",
                                "Mitglied Seniorenbeirat",
                                "newPerson",
                                form.select("[name=newPerson]").val(),
                                "from",
                                "2024-02-01");

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/gremien/" + city.body());
        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("stadtforum-notice=notice.delegate-named");
        var page = city.calls().page("/gremien/" + city.body());
        assertThat(page.select("#sitz-seniorenbeirat").text()).contains("Mitglied Seniorenbeirat");
    }

    @Test
    void aRefusedFormSaysWhy() {
        var answer =
                city.calls()
                        .form(
                                "/gremien/" + city.body() + "/benennungen",
                                "seat",
                                "seniorenbeirat",
                                "person",
                                "p-polizei",
                                "name",
                                "",
                                "newPerson",
                                "p-neu",
                                "from",
                                "2024-02-01");

        assertThat(answer.getStatus()).isEqualTo(409);
        var page = Calls.read(answer);
        assertThat(page.title()).startsWith("Fehler: ");
        assertThat(page.select("details[open]").text())
                .contains("schon einen stimmberechtigten Sitz");
        assertThat(page.select("#benennen-from").val()).as("as typed").isEqualTo("2024-02-01");
        assertThat(page.select("#benennen-person option[selected]").val()).isEqualTo("p-polizei");
    }

    @Test
    void endsADelegationAndAddsADeputyWithTheForms() {
        city.person("p-vertretung", "Vertretung Polizei");
        assertThat(
                        city.calls()
                                .form(
                                        "/gremien/" + city.body() + "/vertretungen",
                                        "seat",
                                        "polizei",
                                        "person",
                                        "p-vertretung",
                                        "name",
                                        "",
                                        "newPerson",
                                        "p-neu",
                                        "rank",
                                        "1",
                                        "from",
                                        "2024-02-01")
                                .getHeader("Set-Cookie"))
                .startsWith("stadtforum-notice=notice.deputy-named");
        assertThat(
                        city.calls()
                                .form(
                                        "/gremien/" + city.body() + "/benennungen/ende",
                                        "seat",
                                        "polizei",
                                        "until",
                                        "2024-06-30",
                                        "sure",
                                        "true")
                                .getHeader("Set-Cookie"))
                .startsWith("stadtforum-notice=notice.delegation-ended");

        var row =
                city.calls()
                        .page("/gremien/" + city.body() + "?stichtag=2024-07-01")
                        .select("#sitz-polizei")
                        .text();
        assertThat(row).contains("Vakant", "1. Vertretung Polizei");
    }

    @Test
    void formsAreForTheSecretariatAndCheckTheirFields() {
        assertThat(
                        resident.form(
                                        "/gremien/" + city.body() + "/benennungen/ende",
                                        "seat",
                                        "polizei",
                                        "until",
                                        "2024-06-30")
                                .getStatus())
                .isEqualTo(401);
        assertThat(
                        resident.as("secretariat:another")
                                .form(
                                        "/gremien/" + city.body() + "/benennungen/ende",
                                        "seat",
                                        "polizei",
                                        "until",
                                        "2024-06-30")
                                .getStatus())
                .isEqualTo(403);
        assertThat(
                        city.calls()
                                .form(
                                        "/gremien/" + city.body() + "/benennungen/ende",
                                        "seat",
                                        "polizei",
                                        "until",
                                        "bald")
                                .getStatus())
                .isEqualTo(400);
        assertThat(
                        city.calls()
                                .form(
                                        "/gremien/" + city.body() + "/benennungen",
                                        "seat",
                                        "polizei",
                                        "person",
                                        "",
                                        "name",
                                        " ",
                                        "newPerson",
                                        "p-neu",
                                        "from",
                                        "2024-02-01")
                                .getStatus())
                .isEqualTo(400);
    }

    @Test
    void explainsTheDistributionOfSeats() {
        assertThat(resident.page("/gremien/" + city.body() + "/sitzverteilung").text())
                .contains("keine Sitzverteilung eingetragen");
        city.apportion("2024-01-15", "FACTION_MANDATES").expect(200);

        var page = resident.page("/gremien/" + city.body() + "/sitzverteilung");
        assertThat(page.select("tbody tr").eachText())
                .contains(
                        "SPD-Fraktion 27 × 10 ÷ 88 ≈ 3,07 3 6/88 7 – 3",
                        "Fraktion BÜNDNIS 90/DIE GRÜNEN 22 × 10 ÷ 88 ≈ 2,50 2 44/88 3 + 1 Sitz 3");
        assertThat(page.select("tfoot").text()).isEqualTo("Zusammen 7 10");
        assertThat(page.text())
                .contains(
                        "3 Sitze bleiben übrig",
                        "Ergebnis: SPD-Fraktion 3 Sitze, Fraktion BÜNDNIS 90/DIE GRÜNEN 3 Sitze, CDU-Fraktion 2 Sitze, Fraktion DIE LINKE+ 1 Sitz, AfD-Fraktion 1 Sitz, Fraktion FDP/Bürgerliste kein Sitz")
                .doesNotContain("Neuer Stand", "Losentscheid", "keine Sitzverteilung");
    }

    @Test
    void explainsATieItsLotAndANewerCouncil() {
        city.apportion("2024-01-15", "ALL_MANDATES").expect(200);
        assertThat(resident.page("/gremien/" + city.body()).select(".kern-alert--warning").text())
                .contains("das Los entscheiden");
        var tied = resident.page("/gremien/" + city.body() + "/sitzverteilung").text();
        assertThat(tied)
                .contains(
                        "Denselben Rest haben: Fraktion BÜNDNIS 90/DIE GRÜNEN, Fraktion FDP/Bürgerliste. Um einen Sitz",
                        "noch nicht gezogen")
                .doesNotContain("Es fiel auf");

        city.calls()
                .post(
                        "bodies/" + city.body() + "/lot",
                        "{'council':'%s','asOf':'2024-01-15','winners':['gruene'],'on':'2024-01-16'}"
                                .formatted(city.council()))
                .expect(200);
        city.calls()
                .post(
                        "councils/" + city.council() + "/compositions",
                        "{'asOf':'2024-11-15','factions':"
                                + Dortmund.FACTIONS.replace(":22", ":19").replace(":4}", ":7}")
                                + ",'unattached':"
                                + Dortmund.UNATTACHED
                                + "}")
                .expect(200);
        var page = resident.page("/gremien/" + city.body() + "/sitzverteilung");
        assertThat(page.text())
                .contains(
                        "gezogen. Es fiel auf: Fraktion BÜNDNIS 90/DIE GRÜNEN",
                        "Neuer Stand des Rates");
        assertThat(page.select("tbody tr").eachText())
                .contains(
                        "Fraktion FDP/Bürgerliste 0 1 + 1",
                        "Fraktion BÜNDNIS 90/DIE GRÜNEN 3 2 − 1",
                        "CDU-Fraktion 2 2 unverändert");
    }

    @Test
    void theSteeringGroupsPageSaysThatItTakesNoVotesOnContent() {
        var group = "lenkungskreis-" + city.body();
        city.calls()
                .as("secretariat:" + group)
                .put(
                        "bodies/" + group,
                        "{'kind':'STEERING_GROUP','name':'Lenkungskreis','votingSeats':0,'meetingsPerYear':0,'publicity':'CLOSED','from':'2024-01-01'}")
                .expect(201);

        assertThat(resident.page("/gremien/" + group).text())
                .contains(
                        "Über Inhalte stimmt er nicht ab",
                        "Der Lenkungskreis hat im Wesentlichen administrative",
                        "Satz 2.1",
                        "bei Bedarf",
                        "nicht öffentlich");
    }

    @Test
    void listsTheBodiesWithTheirVacancies() {
        var card =
                pages().stream()
                        .map(page -> page.selectFirst(card(city.body())))
                        .filter(Objects::nonNull)
                        .findFirst();

        assertThat(card.orElseThrow().text())
                .isEqualTo("Vollversammlung 1 von 3 besetzt 2 Sitze vakant");
        assertThat(resident.page("/gremien").text())
                .doesNotContain("kein Sitz vakant", "Noch ist kein Gremium");
    }

    @Test
    void ofManyBodiesTwentyStandOnAPageTheAssembliesFirstAndEachOnce() {
        for (var i = 0; i < 25; i++)
            city.calls()
                    .as("secretariat:" + city.body() + "-ausschuss-" + i)
                    .put(
                            "bodies/" + city.body() + "-ausschuss-" + i,
                            "{'kind':'COMMITTEE','name':'Ausschuss %s','votingSeats':0,'meetingsPerYear':0,'publicity':'PUBLIC','from':'2024-01-01'}"
                                    .formatted((char) ('A' + i)))
                    .expect(201);
        var pages = pages();
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.select(".sf-card").size()).isBetween(1, 20));
        var shown = pages.stream().flatMap(page -> page.select(".sf-card h3 a").stream()).toList();
        assertThat(shown).extracting(link -> link.attr("href")).doesNotHaveDuplicates();
        assertThat(shown)
                .extracting(link -> link.attr("href"))
                .containsSubsequence(
                        "/gremien/" + city.body(),
                        "/gremien/" + city.body() + "-ausschuss-0",
                        "/gremien/" + city.body() + "-ausschuss-24");
        assertThat(resident.look("/gremien?ab=erfunden").getStatus()).isEqualTo(400);
    }

    private static String card(String body) {
        return ".sf-card:has(a[href=/gremien/" + body + "])";
    }

    private List<Document> pages() {
        var pages = new ArrayList<Document>();
        for (var path = "/gremien"; !path.isEmpty(); ) {
            pages.add(resident.page(path));
            path = pages.getLast().select("main nav a[href*='ab=']").attr("href");
        }
        return pages;
    }
}
