package de.stadtforum.lab.contributions;

import static de.stadtforum.lab.Portal.MODERATOR;
import static de.stadtforum.lab.Portal.RESIDENT;
import static de.stadtforum.lab.Portal.TEAM;
import static de.stadtforum.lab.Portal.accepted;
import static de.stadtforum.lab.Portal.document;
import static de.stadtforum.lab.Portal.fresh;
import static de.stadtforum.lab.Portal.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.lab.ContributionFact.WithheldFor;
import de.stadtforum.lab.LabPlatformTest;
import de.stadtforum.lab.Portal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/// What a resident lives through who writes, goes back, changes her mind.
@LabPlatformTest
class SendingTests {
    private final Portal portal;
    private final MongoDatabase database;

    SendingTests(Portal portal, MongoDatabase database) {
        this.portal = portal;
        this.database = database;
    }

    private MockHttpServletResponse send(String lab, String key, String text) {
        return portal.form(
                RESIDENT,
                "/labore/" + lab + "/beitraege",
                "id",
                key,
                "text",
                text,
                "location",
                "",
                "website",
                "");
    }

    @Test
    void otherWordsAfterGoingBackAreASecondContributionAndADoubleClickIsNone() {
        var lab = portal.openedLab("eving");
        var key = fresh("brief");
        assertThat(send(lab, key, "Mehr Licht am Markt").getHeader("Location"))
                .isEqualTo("/beitraege/beleg/" + key);
        var second = send(lab, key, "Mehr Licht am Markt und am Park");
        assertThat(second.getStatus()).isEqualTo(303);
        assertThat(second.getHeader("Set-Cookie")).contains("notice.received-second");
        var receipt = second.getHeader("Location");
        assertThat(receipt).startsWith("/beitraege/beleg/k-");
        assertThat(portal.page(RESIDENT, receipt).select("blockquote").text())
                .isEqualTo("Mehr Licht am Markt und am Park");
        assertThat(send(lab, key, "Mehr Licht am Markt und am Park").getHeader("Location"))
                .isEqualTo(receipt);
        assertThat(send(lab, key, "Mehr Licht am Markt").getHeader("Location"))
                .isEqualTo("/beitraege/beleg/" + key);
        assertThat(
                        database.getCollection("contributions")
                                .countDocuments(Filters.eq("state.lab", lab)))
                .isEqualTo(2);
    }

    @Test
    void isTakenBackFromItsReceiptByWhoeverHasTheKeyAndByNobodyElse() {
        var lab = portal.openedLab("eving");
        var key = fresh("brief");
        send(lab, key, "Das nehme ich zurück.");
        var id = Portal.sentWith(key);
        accepted(
                portal.post(
                        MODERATOR,
                        "/api/lab/contributions/" + id + "/publish",
                        "{'on':'2024-06-20'}"));
        assertThat(
                        portal.form(
                                        RESIDENT,
                                        "/beitraege/beleg/" + id + "/withdraw",
                                        "sure",
                                        "true")
                                .getStatus())
                .as("the public address is no key")
                .isEqualTo(404);
        assertThat(portal.page(RESIDENT, "/labore/" + lab).html()).contains(id).doesNotContain(key);
        var unsure = portal.form(RESIDENT, "/beitraege/beleg/" + key + "/withdraw");
        assertThat(unsure.getStatus()).isEqualTo(400);
        assertThat(document(unsure).text()).contains("Bitte bestätigen Sie mit dem Häkchen");
        var back = portal.form(RESIDENT, "/beitraege/beleg/" + key + "/withdraw", "sure", "true");
        assertThat(back.getHeader("Set-Cookie")).contains("notice.taken-back");
        assertThat(portal.page(RESIDENT, "/beitraege/beleg/" + key).select("main").text())
                .contains("Sein Text ist gelöscht.")
                .contains("Zurückgezogen")
                .doesNotContain("Das nehme ich zurück");
        assertThat(portal.page(RESIDENT, "/labore/" + lab).text())
                .doesNotContain("Das nehme ich zurück");
        assertThat(database.getCollection("contributions").find(Filters.eq(id)).first().toJson())
                .doesNotContain("Das nehme ich");
        accepted(
                portal.post(
                        RESIDENT,
                        "/api/lab/contributions/receipts/" + key + "/withdraw",
                        "{'sure':true}"));
    }

    @Test
    void theReceiptShowsOnesOwnWordsButNeverWhatWasWithheldAndIsKeptNowhere() {
        var lab = portal.openedLab("eving");
        var key = fresh("brief");
        send(lab, key, "Herr Muster stört.");
        var receipt = portal.read(RESIDENT, "/beitraege/beleg/" + key);
        assertThat(receipt.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(text(receipt)).contains("Herr Muster stört.");
        accepted(
                portal.post(
                        MODERATOR,
                        "/api/lab/contributions/" + Portal.sentWith(key) + "/withhold",
                        "{'reason':'PERSONAL_DATA','on':'2024-06-20'}"));
        assertThat(text(portal.read(RESIDENT, "/beitraege/beleg/" + key)))
                .doesNotContain("Herr Muster");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B\u200B"})
    void aBlankTextIsNamedAtItsFieldAlsoWhereTheBrowserFilledTheHiddenOne(String blank) {
        var lab = portal.openedLab("eving");
        var refused =
                portal.form(
                        RESIDENT,
                        "/labore/" + lab + "/beitraege",
                        "id",
                        fresh("b"),
                        "text",
                        blank,
                        "location",
                        "Am Markt",
                        "website",
                        "https://example.org");
        var page = document(refused);
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(page.title()).startsWith("Fehler:");
        assertThat(page.select(".kern-error").eachText())
                .containsExactly("Bitte schreiben Sie hier etwas hinein.");
        assertThat(page.select("#text").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#location").val()).isEqualTo("Am Markt");
        assertThat(page.select("#website").val()).isEmpty();
    }

    @Test
    void aHiddenFieldThatTheBrowserFilledIsEmptiedSoThatSendingOnceMoreHelps() {
        var lab = portal.openedLab("eving");
        var refused =
                portal.form(
                        RESIDENT,
                        "/labore/" + lab + "/beitraege",
                        "id",
                        fresh("b"),
                        "text",
                        "Mehr Licht",
                        "website",
                        "https://example.org");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(document(refused).select("#fehler").text()).contains("noch einmal");
        assertThat(document(refused).select("#text").val()).isEqualTo("Mehr Licht");
        assertThat(document(refused).select("#website").val()).isEmpty();
    }

    /// P1, P2, P3 of the field cases, on the page as in the interface.
    @Test
    void twoThousandSignsAreCountedAlikeOnPageAndInterface() {
        var lab = portal.openedLab("eving");
        var form = portal.page(RESIDENT, "/labore/" + lab).selectFirst("form#beitragen");
        assertThat(form.select("[maxlength]")).as("cuts silently, by half signs").isEmpty();
        var most = "\uD83D\uDE00".repeat(2_000);
        assertThat(send(lab, fresh("b"), most).getStatus()).isEqualTo(303);
        assertThat(send(lab, fresh("b"), "x\r\n".repeat(1_000)).getStatus()).isEqualTo(303);
        var tooLong = send(lab, fresh("b"), most + "x");
        assertThat(tooLong.getStatus()).isEqualTo(400);
        assertThat(document(tooLong).select("#text").val()).isEqualTo(most + "x");
        var api = "{'lab':'%s','channel':'ONLINE','text':'%s','on':'2024-06-20'}";
        var path = "/api/lab/contributions/";
        accepted(portal.put(RESIDENT, path + fresh("b"), api.formatted(lab, most)));
        for (var bad : new String[] {most + "x", "\u200B\u200B", "x\\ud83d", "x\\ufffe"}) {
            var refused = portal.put(RESIDENT, path + fresh("b"), api.formatted(lab, bad));
            assertThat(refused.getStatus()).isEqualTo(400);
            assertThat(text(refused)).contains("\"field\":\"text\"");
        }
    }

    @Test
    void theTeamEntersManyInARowAndSeesHowManyThereAre() {
        var lab = portal.openedLab("eving");
        var path = "/labore/" + lab + "/eintragen";
        for (var i = 1; i <= 3; i++) {
            var key = portal.page(TEAM, path).selectFirst("input[name=key]").val();
            var entered =
                    portal.form(
                            TEAM,
                            path,
                            "key",
                            key,
                            "channel",
                            "PAPER",
                            "on",
                            "2024-04-13",
                            "text",
                            "Zettel " + i,
                            "location",
                            "");
            assertThat(entered.getHeader("Location"))
                    .isEqualTo(path + "?kanal=PAPER&tag=2024-04-13");
        }
        var next = portal.page(TEAM, path + "?kanal=PAPER&tag=2024-04-13");
        assertThat(next.text()).contains("3 Beiträge eingetragen");
        assertThat(next.select("textarea").val()).isEmpty();
        assertThat(next.select("input[name=on]").val()).isEqualTo("2024-04-13");
        assertThat(portal.read(RESIDENT, path).getStatus()).isEqualTo(401);
        assertThat(portal.read(MODERATOR, path).getStatus()).isEqualTo(403);
    }

    @Test
    void everyReasonForWithholdingIsNamedBeforeAnybodyWrites() {
        var lab = portal.openedLab("eving");
        var form = portal.page(RESIDENT, "/labore/" + lab).selectFirst("form#beitragen").text();
        var start = portal.page(RESIDENT, "/").select(".lab-steps").text();
        assertThat(WithheldFor.values()).hasSize(6);
        for (var words :
                new String[] {
                    "Angaben zu Personen",
                    "beleidigt",
                    "verstößt gegen ein Gesetz",
                    "nichts mit dem Labor zu tun",
                    "schon veröffentlicht"
                }) {
            assertThat(form).contains(words);
            assertThat(start).contains(words);
        }
    }

    @Test
    void aRefusedAssessmentComesBackInItsListWithWhatWasChosen() {
        var lab = portal.openedLab("eving");
        var key = fresh("brief");
        send(lab, key, "Mehr Licht");
        var id = Portal.sentWith(key);
        accepted(
                portal.post(
                        MODERATOR,
                        "/api/lab/contributions/" + id + "/publish",
                        "{'on':'2024-06-20'}"));
        var refused =
                portal.form(
                        MODERATOR,
                        "/beitraege/" + id + "/assess",
                        "stand",
                        "PUBLISHED",
                        "on",
                        "2024-06-20",
                        "assessment",
                        "NOT_FEASIBLE",
                        "text",
                        " ");
        assertThat(refused.getStatus()).isEqualTo(400);
        var form = document(refused).selectFirst("form[action='/beitraege/" + id + "/assess']");
        assertThat(form.select(".kern-error").text())
                .isEqualTo("Bitte schreiben Sie hier etwas hinein.");
        assertThat(form.select("option[selected]").val()).isEqualTo("NOT_FEASIBLE");
        assertThat(form.closest("details").hasAttr("open")).isTrue();
    }

    @Test
    void aWithholdingIsLiftedOnThePageAndTheReasonIsSeen() {
        var lab = portal.openedLab("eving");
        var key = fresh("brief");
        send(lab, key, "Mehr Licht");
        var id = Portal.sentWith(key);
        accepted(
                portal.post(
                        MODERATOR,
                        "/api/lab/contributions/" + id + "/withhold",
                        "{'reason':'OFF_TOPIC','on':'2024-06-20'}"));
        var lifted =
                portal.form(
                        MODERATOR,
                        "/beitraege/" + id + "/lift-withholding",
                        "stand",
                        "WITHHELD",
                        "reason",
                        "Es geht doch um das Labor.");
        assertThat(lifted.getHeader("Location")).isEqualTo("/beitraege?stand=WITHHELD");
        assertThat(portal.page(RESIDENT, "/beitraege/" + id).text())
                .contains("in Prüfung")
                .contains("Zurückhaltung aufgehoben")
                .contains("Es geht doch um das Labor.");
    }
}
