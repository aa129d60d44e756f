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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LabPlatformTest
class PortalPagesTests {
    private final Portal portal;

    PortalPagesTests(Portal portal) {
        this.portal = portal;
    }

    @Test
    void theStartShowsTwelveDistrictsInWordsAndEightAgainstTheDeadline() {
        portal.openedLab("aplerbeck");
        var start = portal.page(RESIDENT, "/");
        assertThat(start.select(".lab-tile")).hasSize(12);
        assertThat(start.select(".lab-tile a[href='/labore?bezirk=aplerbeck']").text())
                .isEqualTo("Aplerbeck läuft");
        assertThat(start.select(".lab-tile a[href='/labore?bezirk=hoerde']").text())
                .isEqualTo("Hörde durchgeführt 2017");
        assertThat(start.select(".lab-due li")).hasSize(8);
        assertThat(start.select("#frist").text()).isEqualTo("Frist: 31. Dezember 2024");
        assertThat(start.select(".lab-card--now").text()).contains("Aplerbeck");
    }

    @Test
    void aContributionIsSentOnceAndItsSenderFollowsItsWay() {
        var lab = portal.openedLab("hombruch");
        var form = portal.page(RESIDENT, "/labore/" + lab).selectFirst("form#beitragen");
        var id = form.selectFirst("input[name=id]").val();
        for (var click = 1; click <= 2; click++) {
            var sent =
                    portal.form(
                            RESIDENT,
                            form.attr("action"),
                            "id",
                            id,
                            "text",
                            "Erste Zeile\r\nzweite",
                            "location",
                            "",
                            "website",
                            "");
            assertThat(sent.getStatus()).isEqualTo(303);
            assertThat(sent.getHeader("Location")).isEqualTo("/beitraege/beleg/" + id);
            assertThat(sent.getHeader("Set-Cookie")).contains("stadtforum-notice=notice.received;");
        }
        var receipt = portal.page(RESIDENT, "/beitraege/beleg/" + id);
        assertThat(receipt.select("blockquote").text()).isEqualTo("Erste Zeile zweite");
        id = Portal.sentWith(id);
        var way = portal.page(RESIDENT, "/beitraege/" + id);
        assertThat(way.text()).contains("Eingegangen 20. Juni 2024").doesNotContain("Erste Zeile");
        accepted(
                portal.post(
                        MODERATOR,
                        "/api/lab/contributions/" + id + "/publish",
                        "{'on':'2024-06-20'}"));
        accepted(
                portal.post(
                        TEAM,
                        "/api/lab/contributions/" + id + "/assess",
                        "{'assessment':'TAKEN_UP','text':'Zwei Leuchten kommen.','on':'2024-06-20'}"));
        way = portal.page(RESIDENT, "/beitraege/" + id);
        assertThat(way.select("blockquote").text()).isEqualTo("Erste Zeile zweite");
        assertThat(way.select(".lab-way li strong").eachText())
                .containsExactly(
                        "Eingegangen",
                        "Veröffentlicht",
                        "Bewertet",
                        "Bericht über das Ergebnis des Labors",
                        "Beratung durch das Gremium");
        assertThat(portal.page(RESIDENT, "/labore/" + lab).select("article"))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.text())
                                .contains("aufgegriffen")
                                .contains("Zwei Leuchten kommen."));
    }

    @Test
    void whatIsWrongWithTheFormIsSaidAndNothingIsLost() {
        var lab = portal.openedLab("hombruch");
        var tooLong =
                portal.form(
                        RESIDENT,
                        "/labore/" + lab + "/beitraege",
                        "id",
                        fresh("b"),
                        "text",
                        "x".repeat(2_001));
        assertThat(tooLong.getStatus()).isEqualTo(400);
        assertThat(document(tooLong).select("textarea").val()).hasSize(2_001);
        assertThat(document(tooLong).title()).startsWith("Fehler:");
        assertThat(document(tooLong).select("textarea[aria-invalid]").attr("aria-describedby"))
                .contains("fehler-1");
        assertThat(document(tooLong).select("#fehler-1").text())
                .isEqualTo("Bitte kürzen Sie den Text auf höchstens 2000 Zeichen.");
        var closed = portal.plannedLab("hombruch");
        var refused =
                portal.form(
                        RESIDENT,
                        "/labore/" + closed + "/beitraege",
                        "id",
                        fresh("b"),
                        "text",
                        "Am Markt ist es abends dunkel.");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(document(refused).select("#fehler").text())
                .contains("nimmt online keine Beiträge an")
                .contains("Am Markt ist es abends dunkel.");
        assertThat(portal.page(RESIDENT, "/labore/" + closed).select("form#beitragen")).isEmpty();
    }

    @Test
    void moreContributionsStandWhereTheFirstStood() {
        var lab = portal.openedLab("aplerbeck");
        for (var i = 0; i < 21; i++)
            accepted(
                    portal.post(
                            MODERATOR,
                            "/api/lab/contributions/"
                                    + portal.contribution(lab, "Licht")
                                    + "/publish",
                            "{'on':'2024-06-20'}"));
        var page = portal.page(RESIDENT, "/labore/" + lab + "?lang=en");
        var next = page.select("section nav a").attr("href");
        assertThat(next).contains("lang=en", "ab=").endsWith("#beitraege");
        var second = portal.page(RESIDENT, next);
        assertThat(second.select("#beitraege ~ article")).hasSize(1);
        assertThat(second.select("section nav a").attr("href"))
                .isEqualTo("/labore/" + lab + "?lang=en#beitraege");
    }

    @Test
    void aTextIsATextAndNeverMarkup() {
        var lab = portal.openedLab("scharnhorst");
        var key = fresh("beitrag");
        var id = Portal.sentWith(key);
        portal.form(
                RESIDENT,
                "/labore/" + lab + "/beitraege",
                "id",
                key,
                "text",
                "<script>alert(1)</script> & <b>fett</b>",
                "location",
                "\"><img src=x>");
        accepted(
                portal.post(
                        MODERATOR,
                        "/api/lab/contributions/" + id + "/publish",
                        "{'on':'2024-06-20'}"));
        for (var path : List.of("/labore/" + lab, "/beitraege/" + id)) {
            var page = portal.page(RESIDENT, path);
            assertThat(page.select("script, main b, main img")).isEmpty();
            assertThat(page.select(".lab-quote").text())
                    .isEqualTo("<script>alert(1)</script> & <b>fett</b>");
            assertThat(page.text()).contains("Ort: \"><img src=x>");
        }
        assertThat(
                        portal.page(MODERATOR, "/beitraege?stand=PUBLISHED")
                                .select("main script, main b"))
                .isEmpty();
    }

    @Test
    void aWithheldTextIsOnNoPublicPage() {
        var lab = portal.openedLab("innenstadt-ost");
        var id = portal.contribution(lab, "Herr Muster wohnt in Nummer 5");
        accepted(
                portal.post(
                        MODERATOR,
                        "/api/lab/contributions/" + id + "/withhold",
                        "{'reason':'PERSONAL_DATA','note':'Adresse von Herrn Muster','on':'2024-06-20'}"));
        for (var path : List.of("/", "/labore", "/labore/" + lab, "/beitraege/" + id, "/konzept"))
            assertThat(portal.page(RESIDENT, path).html()).as(path).doesNotContain("Muster");
        assertThat(portal.page(RESIDENT, "/beitraege/" + id).text())
                .contains("Der Text enthält Angaben zu Personen.");
        assertThat(portal.page(RESIDENT, "/labore/" + lab).text()).contains("1 zurückgehalten");
        assertThat(portal.page(MODERATOR, "/beitraege?stand=WITHHELD").text())
                .contains("Adresse von Herrn Muster");
        assertThat(portal.read(RESIDENT, "/beitraege").getStatus()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/labore",
                "/labore/{lab}",
                "/konzept",
                "/beteiligungsplattform",
                "/beitraege/{contribution}"
            })
    void inEnglishNothingGermanIsLeftInTheFrame(String path) {
        var lab = portal.openedLab("innenstadt-west");
        var contribution = portal.contribution(lab, "Licht");
        accepted(
                portal.post(
                        TEAM,
                        "/api/lab/labs/" + lab + "/partners",
                        "{'kind':'CLUB','name':'Sportverein'}"));
        var page =
                portal.page(
                        RESIDENT,
                        path.replace("{lab}", lab).replace("{contribution}", contribution)
                                + "?lang=en");
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        page.select("main [lang=de], [hreflang=de]")
                .remove(); // names and texts of the city stay as they are
        assertThat(page.selectFirst("main").text())
                .doesNotContainPattern(
                        "(?i)\\b(der|die|das|und|Beitrag|Beiträge|Labore|Stadtbezirk|Termin|geplant|offen|Datum)\\b|[äöüß]|\\?\\?");
        assertThat(
                        page.select("main a[href^=/lab], main a[href^=/beit], main a[href^=/konz]")
                                .eachAttr("href"))
                .allMatch(link -> link.contains("lang=en"));
    }

    @Test
    void theConceptShowsTheGapsOfPresentationAndOfPartners() {
        portal.presentConcept("2024-03-12");
        var lab = portal.openedLab("huckarde");
        accepted(
                portal.post(
                        TEAM,
                        "/api/lab/labs/" + lab + "/partners",
                        "{'kind':'YOUTH_WORK','name':'Jugendtreff Huckarde'}"));
        var page = portal.page(RESIDENT, "/konzept");
        assertThat(page.select("section[aria-labelledby=vorgelegt] tbody tr")).hasSize(13);
        assertThat(page.select("section[aria-labelledby=vorgelegt] tbody").text())
                .contains("12. März 2024")
                .contains("30123-24");
        var row = page.select("tr:has(a[href='/labore/" + lab + "'])");
        assertThat(row.select("td").eachText())
                .containsExactly("Lücke", "Lücke", "Jugendtreff Huckarde", "Lücke");
    }

    @Test
    void theTeamWorksWithFormsAndIsToldWhyARuleRefuses() {
        var lab = portal.plannedLab("mengede");
        assertThat(portal.page(RESIDENT, "/labore/" + lab).select("main form")).isEmpty();
        assertThat(portal.page(TEAM, "/labore/" + lab).select("form[action$=/open]")).hasSize(1);
        var refused =
                portal.form(
                        TEAM,
                        "/labore/" + lab + "/report",
                        "on",
                        "2024-06-01",
                        "body",
                        "rat",
                        "summary",
                        "Licht");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(document(refused).select("#fehler").text())
                .contains("Vollversammlung oder einer Arbeitsgruppe");
        portal.form(
                SECRETARIAT,
                "/labore/" + lab + "/go-ahead",
                "on",
                "2024-04-01",
                "reason",
                "Ferien");
        portal.form(TEAM, "/labore/" + lab + "/open", "on", "2024-04-02");
        portal.form(
                TEAM,
                "/labore/" + lab + "/questions",
                "question",
                "f-1",
                "text",
                "Wann?",
                "on",
                "2024-04-03");
        portal.form(
                TEAM,
                "/labore/" + lab + "/answers",
                "question",
                "f-1",
                "text",
                "Im Herbst.",
                "on",
                "2024-04-04");
        portal.form(TEAM, "/labore/" + lab + "/hold", "on", "2024-05-04", "participants", "61");
        portal.form(
                TEAM,
                "/labore/" + lab + "/report",
                "on",
                "2024-06-01",
                "body",
                "vollversammlung",
                "summary",
                "Mehr Licht");
        assertThat(portal.page(RESIDENT, "/labore/" + lab).text())
                .contains("Im Herbst.")
                .contains("61")
                .contains("Mehr Licht")
                .contains("An die Vollversammlung berichtet");
        var id =
                portal.form(
                        TEAM,
                        "/labore",
                        "id",
                        fresh("lab"),
                        "district",
                        "mengede",
                        "neighbourhood",
                        "Mitte",
                        "date",
                        "2024-09-01",
                        "place",
                        "CITY_TOOL");
        assertThat(id.getHeader("Location")).startsWith("/labore/lab-");
        assertThat(id.getHeader("Set-Cookie")).contains("stadtforum-notice=notice.lab-planned;");
    }
}
