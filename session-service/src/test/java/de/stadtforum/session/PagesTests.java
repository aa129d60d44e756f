package de.stadtforum.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What a person reads and fills in.
@SessionTest
class PagesTests {
    private static final String OFFICE = Client.OFFICE;

    @Autowired private Client client;

    @Autowired private OtherServices others;

    @BeforeEach
    void tellOnce() {
        others.assembly();
    }

    @Test
    void namesOfFieldsThatNoFormHasAreBadInput() {
        for (var name : List.of("title[99999]", "title[2147483647]", "item[-1]", "title[", "x.y"))
            assertThat(client.form(OFFICE, "/sitzungen/nachtragen", name, "x").status())
                    .as(name)
                    .isEqualTo(400);
    }

    @Test
    void whatExistsNowhereIsNotTaken() {
        var topic =
                new String[] {
                    "id", "nirgends", "body", "nirgends", "title", "T", "on", "2024-03-05"
                };
        assertThat(client.form(OFFICE, "/themen", topic).is(400).body())
                .contains("Dieses Gremium gibt es nicht.");
        topic[3] = "vollversammlung";
        client.form(OFFICE, "/themen", topic).is(303);
        var meeting = new String[] {"meeting", "nirgends", "on", "2024-03-05"};
        assertThat(client.form(OFFICE, "/themen/nirgends/vertagungen", meeting).is(400).body())
                .contains("Diese Sitzung gibt es nicht.");
        client.post(OFFICE, "/topics/nirgends/postpone", "{'meeting':'nirgends','on':'2024-03-05'}")
                .is(400);
        var proposal =
                "{'body':'nirgends','kind':'OTHER','source':'dez-recht','title':'T','publicTitle':true,'on':'2024-03-05'}";
        client.put(OFFICE, "/proposals/nirgends", proposal).is(400);
    }

    @Test
    void aMemberDoesNotWithdrawWhatOthersPutIn() {
        client.put(
                        OFFICE,
                        "/proposals/anderer",
                        "{'body':'vollversammlung','kind':'OTHER','source':'dez-recht','title':'T','publicTitle':true,'on':'2024-03-05'}")
                .is(201);
        var page = "/eingang/anderer/zuruecknehmen";
        client.form(Client.member("p-2"), page, "reason", "weg", "sure", "true").is(403);
        client.form(OFFICE, page, "reason", "doppelt", "sure", "true").is(303);
        client.form(OFFICE, page, "reason", "ein anderer", "sure", "true").is(409);
    }

    @Test
    void aDayThatIsOverIsNotPlanned() {
        var plan = List.of("id", "vorbei", "body", "vollversammlung", "date", "2024-03-19");
        var refused = client.form(OFFICE, "/sitzungen", plan.toArray(String[]::new)).is(409);
        assertThat(refused.body())
                .contains("Vergangene Sitzung nachtragen")
                .contains("aria-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/versammlung",
                "/sitzungen",
                "/empfehlungen",
                "/handlungsfelder",
                "/arbeitsgruppen",
                "/vorlagen",
                "/themen",
                "/fragen",
                "/geschaeftsordnung"
            })
    void thePublicReadsWithoutALogin(String path) {
        var page = client.page(null, path);

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.html()).doesNotContain("??");
    }

    @Test
    void theSecretariatRunsAMeetingWithFormsAndAMemberVotesOnThePhone() {
        client.form(
                        OFFICE,
                        "/sitzungen",
                        "another",
                        "true",
                        "id",
                        "formular",
                        "body",
                        "vollversammlung",
                        "date",
                        "2024-03-20")
                .is(303);
        client.form(
                        OFFICE,
                        "/sitzungen/formular/einladen",
                        "begins",
                        "2024-03-20T17:00",
                        "place",
                        "Rathaus, Saal 2",
                        "invitedOn",
                        "2024-03-01",
                        "publicMeeting",
                        "true",
                        "lateReason",
                        "")
                .is(303);
        client.form(
                        OFFICE,
                        "/sitzungen/formular/punkte",
                        "item",
                        "i-1",
                        "number",
                        "1",
                        "part",
                        "PUBLIC",
                        "title",
                        "Wege im Park",
                        "proposal",
                        "")
                .is(303);

        assertThat(client.page(null, "/versammlung").select("section").first().text())
                .contains("20. März 2024, 17:00 Uhr")
                .contains("Rathaus, Saal 2")
                .contains("Wege im Park");

        client.form(OFFICE, "/sitzungen/formular/eroeffnen", "at", "2024-03-20T10:02").is(303);
        var list = new ArrayList<>(List.of("at", "2024-03-20T10:00", "all", "true"));
        for (var seat : List.of("1", "2", "3"))
            list.addAll(
                    List.of("seat", "s-" + seat, "who", "p-" + seat, "presence", "", "shown", ""));
        client.form(OFFICE, "/sitzungen/formular/anwesenheit", list.toArray(String[]::new)).is(303);
        client.form(OFFICE, "/sitzungen/formular/beschlussfaehigkeit").is(303);
        assertThat(client.page(null, "/sitzungen/formular").text())
                .contains("beschlussfähig (3 von 5 stimmberechtigten Sitzen)")
                .doesNotContain("p-1");

        var shown = client.page(OFFICE, "/sitzungen/formular?item=i-1&kind=procedural");
        assertThat(shown.select("input[name=confirmed]").eachAttr("value"))
                .containsExactly("s-1", "s-2", "s-3");
        client.form(
                        OFFICE,
                        "/sitzungen/formular/abstimmungen",
                        "vote",
                        "v-formular",
                        "item",
                        "i-1",
                        "kind",
                        "procedural",
                        "mode",
                        "OPEN",
                        "text",
                        "Der Punkt wird vorgezogen.",
                        "confirmed",
                        "s-1",
                        "confirmed",
                        "s-2",
                        "confirmed",
                        "s-3")
                .is(303);

        var phone = client.page(Client.member("p-2"), "/abstimmungen/v-formular");
        assertThat(phone.select("form button[name=choice]").eachAttr("value"))
                .containsExactly("YES", "NO", "ABSTAIN");
        assertThat(client.page(null, "/abstimmungen/v-formular").select("button[name=choice]"))
                .isEmpty();
        assertThat(
                        client.form(
                                        Client.member("p-2"),
                                        "/abstimmungen/v-formular/stimmen",
                                        "seat",
                                        "s-2",
                                        "choice",
                                        "YES")
                                .is(303)
                                .body())
                .contains("notice.ballot-counted");
        assertThat(client.page(Client.member("p-2"), "/abstimmungen/v-formular").text())
                .contains("Ihre Stimme ist gezählt");
        assertThat(
                        client.form(
                                        Client.member("p-1"),
                                        "/abstimmungen/v-formular/stimmen",
                                        "seat",
                                        "s-2",
                                        "choice",
                                        "NO")
                                .body())
                .contains("Diesen Sitz nimmt in dieser Abstimmung eine andere Person wahr");
        client.form(OFFICE, "/abstimmungen/v-formular/schliessen", "on", "2024-03-20").is(409);
        assertThat(client.page(OFFICE, "/abstimmungen/v-formular").text())
                .contains("2 Stimmen fehlen noch")
                .contains("2 von 3 haben nicht abgestimmt");
        client.form(
                        OFFICE,
                        "/abstimmungen/v-formular/schliessen",
                        "on",
                        "2024-03-20",
                        "confirmedMissing",
                        "2")
                .is(303);

        assertThat(client.page(null, "/abstimmungen/v-formular").text())
                .contains("angenommen")
                .contains("Ja 1");
        assertThat(client.page(null, "/sitzungen/formular").text())
                .contains("1 Ja, 0 Nein, 0 Enthaltungen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "procedural",
                "recommend",
                "name-field",
                "shape-field",
                "form-group",
                "end-group",
                "appoint",
                "adopt-rules",
                "propose-paper",
                "give-statement"
            })
    void eachKindOfMotionHasItsForm(String kind) {
        client.form(
                        OFFICE,
                        "/sitzungen",
                        "another",
                        "true",
                        "id",
                        "arten",
                        "body",
                        "vollversammlung",
                        "date",
                        "2024-03-20")
                .is(303);
        client.form(
                        OFFICE,
                        "/sitzungen/arten/einladen",
                        "begins",
                        "2024-03-20T09:00",
                        "place",
                        "Rathaus",
                        "invitedOn",
                        "2024-03-01",
                        "publicMeeting",
                        "true")
                .is(303);
        client.form(
                        OFFICE,
                        "/sitzungen/arten/punkte",
                        "item",
                        "i-1",
                        "number",
                        "1",
                        "part",
                        "PUBLIC",
                        "title",
                        "Anträge")
                .is(303);
        client.form(OFFICE, "/sitzungen/arten/eroeffnen", "at", "2024-03-20T09:02").is(303);
        client.form(
                        OFFICE,
                        "/sitzungen/arten/anwesenheit",
                        "seat",
                        "s-1",
                        "who",
                        "p-1",
                        "presence",
                        "PRESENT",
                        "at",
                        "2024-03-20T09:00")
                .is(303);

        var page = client.page(OFFICE, "/sitzungen/arten?item=i-1&kind=" + kind);

        assertThat(page.select("form[action$=/abstimmungen] input[name=kind]").val())
                .isEqualTo(kind);
        assertThat(page.html()).doesNotContain("??");
        client.form(
                        OFFICE,
                        "/sitzungen/arten/abstimmungen",
                        "vote",
                        "v-leer",
                        "item",
                        "i-1",
                        "kind",
                        kind,
                        "mode",
                        "OPEN",
                        "confirmed",
                        "s-1")
                .is(400);
    }

    @Test
    void theWatchOverThreeMeetingsAYearWarnsAhead() {
        assertThat(client.page(null, "/sitzungen?year=2031").text()).contains("Es fehlen Termine");
        for (var day : new String[] {"2031-02-01", "2031-05-01", "2031-09-01"})
            client.form(
                            OFFICE,
                            "/sitzungen",
                            "id",
                            "m-" + day,
                            "body",
                            "vollversammlung",
                            "date",
                            day)
                    .is(303);
        assertThat(client.page(null, "/sitzungen?year=2031").text())
                .contains("weitere 3 sind geplant")
                .doesNotContain("fehlen");
    }

    @Test
    void theInboxAndTheFormsAreForThoseWhoMay() {
        client.put(
                        OFFICE,
                        "/proposals/p-inbox",
                        "{'body':'vollversammlung','kind':'OTHER','source':'lenkungskreis','title':'Interner Entwurf','publicTitle':false,'text':'Noch vertraulich','on':'2024-03-01'}")
                .is(201);

        assertThat(client.page(OFFICE, "/eingang").text())
                .contains("Interner Entwurf")
                .contains("wartet auf eine Sitzung");
        client.form(
                        null,
                        "/sitzungen",
                        "another",
                        "true",
                        "id",
                        "fremd",
                        "body",
                        "vollversammlung",
                        "date",
                        "2024-05-01")
                .is(401);
        client.form(
                        TestTokens.of("other", null, "chair:ag-andere"),
                        "/sitzungen",
                        "another",
                        "true",
                        "id",
                        "fremd",
                        "body",
                        "vollversammlung",
                        "date",
                        "2024-05-01")
                .is(403);
        client.form(
                        OFFICE,
                        "/sitzungen",
                        "another",
                        "true",
                        "id",
                        "Groß!",
                        "body",
                        "vollversammlung",
                        "date",
                        "2024-05-01")
                .is(400);
        client.form(
                        OFFICE,
                        "/sitzungen",
                        "another",
                        "true",
                        "id",
                        "falsch",
                        "body",
                        "vollversammlung",
                        "date",
                        "morgen")
                .is(400);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> others.heard().stream().anyMatch(fact -> fact.startsWith("p-inbox ")));
        assertThat(others.heard())
                .noneMatch(
                        fact -> fact.contains("vertraulich") || fact.contains("Interner Entwurf"));
    }
}
