package de.stadtforum.lab.portal;

import static de.stadtforum.lab.Portal.MODERATOR;
import static de.stadtforum.lab.Portal.RESIDENT;
import static de.stadtforum.lab.Portal.SECRETARIAT;
import static de.stadtforum.lab.Portal.TEAM;
import static de.stadtforum.lab.Portal.accepted;
import static de.stadtforum.lab.Portal.document;
import static de.stadtforum.lab.Portal.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.lab.LabPlatformTest;
import de.stadtforum.lab.Portal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of the labs say nothing that is not so, and what was put right is seen with its reason.
@LabPlatformTest
class TrueWordsTests {
    private final Portal portal;

    TrueWordsTests(Portal portal) {
        this.portal = portal;
    }

    private void act(String token, String path, String... fields) {
        assertThat(portal.form(token, path, fields).getStatus()).as(path).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hoerde", "innenstadt-nord", "brackel", "luetgendortmund"})
    void aDistrictWithAnEarlierLabHasItsPage(String district) {
        assertThat(portal.page(RESIDENT, "/labore?bezirk=" + district).text())
                .contains("Labor 2017:");
    }

    @Test
    void aHeldLabSaysSinceWhenItsReportIsDue() {
        var lab = "/labore/" + portal.openedLab("eving");
        act(TEAM, lab + "/hold", "on", "2024-05-04", "participants", "61");
        assertThat(portal.page(RESIDENT, lab).text())
                .contains("steht aus seit dem 4. Mai 2024")
                .contains("Das Labor ist beendet.")
                .doesNotContain("wenn das Labor stattgefunden hat");
    }

    @Test
    void aLabThatNeverTookPlaceIsNeitherOverNorAGap() {
        var lab = "/labore/" + portal.plannedLab("eving");
        act(TEAM, lab + "/miss", "on", "2024-06-01");
        assertThat(portal.page(RESIDENT, lab).text())
                .contains("hat nicht stattgefunden. Deshalb gibt es kein Ergebnis")
                .doesNotContain("Das Labor ist beendet");
        assertThat(
                        portal.page(RESIDENT, "/konzept")
                                .select("tr:has(a[href='" + lab + "']) td")
                                .eachText())
                .containsExactly("fand nicht statt");
    }

    @Test
    void aLabOnTheCitysPlatformLinksToIt() {
        var id = fresh("lab");
        act(
                TEAM,
                "/labore",
                "id",
                id,
                "district",
                "eving",
                "neighbourhood",
                "Kemminghausen",
                "date",
                "2024-07-01",
                "place",
                "CITY_TOOL");
        assertThat(portal.page(RESIDENT, "/labore/" + id).select("dd a[rel~=external]"))
                .singleElement()
                .satisfies(link -> assertThat(link.attr("href")).startsWith("https://"));
        assertThat(portal.page(RESIDENT, "/beteiligungsplattform").select("a[rel~=external]"))
                .hasSize(1);
    }

    @Test
    void whereToReportIsAChoiceByNameAndNothingTypedIsLost() {
        var lab = "/labore/" + portal.openedLab("eving");
        act(TEAM, lab + "/hold", "on", "2024-05-04", "participants", "61");
        var choice =
                portal.page(TEAM, lab).select("form[action$=/report] select[name=body] option");
        assertThat(choice.eachText()).contains("Vollversammlung");
        var refused =
                portal.form(
                        TEAM,
                        lab + "/report",
                        "on",
                        "2024-06-01",
                        "body",
                        "Vollversammlung",
                        "summary",
                        "Mehr Licht am Markt");
        assertThat(refused.getStatus()).isEqualTo(400);
        var form = document(refused).selectFirst("form[action$=/report]");
        assertThat(form.select("textarea").val()).isEqualTo("Mehr Licht am Markt");
        assertThat(form.closest("details").hasAttr("open")).isTrue();
    }

    @Test
    void whatWasPutRightIsSeenWithItsDayItsReasonAndWhatStoodThere() {
        var lab = "/labore/" + portal.openedLab("eving");
        act(TEAM, lab + "/hold", "on", "2024-05-04", "participants", "16");
        act(
                TEAM,
                lab + "/correct-held",
                "on",
                "2024-05-04",
                "participants",
                "61",
                "reason",
                "Zahlendreher");
        var page = portal.page(RESIDENT, lab);
        assertThat(page.select(".sf-corrections").text())
                .contains("Berichtigt am 20. Juni 2024")
                .contains("vorher: 4.5.2024, 16")
                .contains("Grund: Zahlendreher");
        assertThat(page.select(".lab-facts").text()).contains("Teilnehmende 61");
    }

    @Test
    void aCancelledLabIsInNoListAndItsPageSaysSo() {
        var lab = "/labore/" + portal.plannedLab("eving");
        var unsure = portal.form(TEAM, lab + "/cancel", "reason", "Doppelt angelegt");
        assertThat(unsure.getStatus()).isEqualTo(400);
        act(TEAM, lab + "/cancel", "reason", "Doppelt angelegt", "sure", "true");
        for (var list : new String[] {"/", "/labore", "/konzept", "/beteiligungsplattform"})
            assertThat(portal.page(RESIDENT, list).select("a[href='" + lab + "']")).isEmpty();
        assertThat(portal.page(RESIDENT, lab).text()).contains("Es zählt nicht.");
    }

    @Test
    void aLabWithContributionsIsNotCancelled() {
        var lab = portal.plannedLab("eving");
        accepted(
                portal.put(
                        TEAM,
                        "/api/lab/contributions/" + fresh("b"),
                        "{'lab':'" + lab + "','channel':'PAPER','text':'x','on':'2024-06-01'}"));
        var refused =
                portal.form(TEAM, "/labore/" + lab + "/cancel", "reason", "x", "sure", "true");
        assertThat(refused.getStatus()).isEqualTo(409);
    }

    @Test
    void aLabThatWasOpenedStaysOpenWhenAPresentationIsTakenBack() {
        portal.presentConcept("2024-03-12");
        var lab = portal.plannedLab("mengede");
        accepted(portal.post(TEAM, "/api/lab/labs/" + lab + "/open", "{'on':'2024-03-20'}"));
        var concept =
                portal.page(TEAM, "/konzept")
                        .selectFirst("form[action$=/withdraw-presentation]")
                        .attr("action");
        act(SECRETARIAT, concept, "body", "bv-eving", "reason", "Der Punkt wurde abgesetzt.");
        assertThat(portal.page(RESIDENT, "/labore/" + lab).select(".lab-state").text())
                .contains("läuft");
        var page = portal.page(RESIDENT, "/konzept");
        assertThat(page.select(".sf-corrections").text())
                .contains("Bezirksvertretung Eving, 12.3.2024, 30123-24");
        assertThat(page.select("tr:has(abbr[title='Bezirksvertretung Eving'])").text())
                .contains("noch nicht vorgelegt");
    }

    @Test
    void aRightToLeftOverrideChangesNothingAroundIt() {
        var lab = portal.openedLab("eving");
        var key = fresh("brief");
        act(
                RESIDENT,
                "/labore/" + lab + "/beitraege",
                "id",
                key,
                "text",
                "\u202Eversteckt",
                "location",
                "\u202Etkram");
        act(
                MODERATOR,
                "/beitraege/" + Portal.sentWith(key) + "/publish",
                "stand",
                "RECEIVED",
                "on",
                "2024-06-20");
        var card = portal.page(RESIDENT, "/labore/" + lab).selectFirst("article");
        assertThat(card.select("bdi").text()).contains("tkram");
        assertThat(card.select("p.lab-quote").attr("dir")).isEqualTo("auto");
    }
}
