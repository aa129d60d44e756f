package de.stadtforum.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.LabFact.FieldProposed;
import de.stadtforum.contracts.lab.LabFact.LabPlanned;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.contracts.lab.LabFact.ResultReported;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// From the invitation through the vote to what follows from it.
@SessionTest
class JourneyTests {
    private static final String OFFICE = Client.OFFICE;

    @Autowired private Client client;

    @Autowired private OtherServices others;

    @BeforeEach
    void tellOnce() {
        others.assembly();
    }

    @Test
    void aCarriedRecommendationGoesToItsAddresseeAndBack() {
        others.body("rat", BodyKind.COUNCIL, Publicity.PUBLIC, 1);
        openMeeting("vv-rec", 3);
        var vote =
                vote(
                        "vv-rec",
                        "{'kind':'recommend','id':'r-licht','addressee':'COUNCIL','to':'rat','text':'Mehr Licht am Wall.','answerDue':'2024-03-10'}");
        client.put(OFFICE, "/votes/v-rec", vote).is(201);
        client.put(OFFICE, "/votes/v-rec", vote).is(200);
        for (var i = 1; i <= 3; i++)
            client.post(
                            Client.member("p-" + i),
                            "/votes/v-rec/ballots",
                            "{'seat':'s-" + i + "','choice':'YES'}")
                    .is(200);
        client.post(OFFICE, "/votes/v-rec/close", "{'on':'2024-03-05'}").is(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.get(null, "/recommendations/r-licht").status() == 200);
        client.post(
                        OFFICE,
                        "/recommendations/r-licht/answer",
                        "{'answer':'ADOPTED','on':'2024-03-08'}")
                .isRefused("NOT_FORWARDED");
        client.post(OFFICE, "/recommendations/r-licht/forward", "{'on':'2024-03-06'}").is(200);
        client.post(
                        OFFICE,
                        "/recommendations/r-licht/answer",
                        "{'answer':'ADOPTED','on':'2024-03-08'}")
                .is(200);
        assertThat(client.read(null, "/recommendations/r-licht").at("/reply/answer").asString())
                .isEqualTo("ADOPTED");
        assertThat(client.read(null, "/votes/v-rec").at("/result/tally/YES").asInt()).isEqualTo(3);
    }

    @Test
    void aRejectedMotionBringsNothingAboutAndACarriedOneFormsAGroupOnNamedFieldsOnly() {
        openMeeting("vv-ag", 2);
        decide(
                "vv-ag",
                "v-lost",
                "{'kind':'name-field','id':'verlorenes-feld','title':'Abgelehnt'}",
                "NO");
        client.put(
                        OFFICE,
                        "/votes/v-early",
                        vote(
                                "vv-ag",
                                "{'kind':'form-group','id':'ag-licht','name':'AG Licht','fields':['licht']}"))
                .isRefused("FIELD_UNKNOWN");
        decide(
                "vv-ag",
                "v-field",
                "{'kind':'name-field','id':'licht','title':'Licht und Sichtbarkeit'}",
                "YES");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.get(null, "/fields/licht").status() == 200);
        decide(
                "vv-ag",
                "v-group",
                "{'kind':'form-group','id':'ag-licht','name':'AG Licht','fields':['licht']}",
                "YES");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.get(null, "/groups/ag-licht").status() == 200);
        client.get(null, "/fields/verlorenes-feld").is(404);
        client.put(
                        OFFICE,
                        "/votes/v-again",
                        vote(
                                "vv-ag",
                                "{'kind':'form-group','id':'ag-licht','name':'AG Licht','fields':[]}"))
                .isRefused("ID_TAKEN");
        client.post(
                        OFFICE,
                        "/groups/ag-licht/notes",
                        "{'note':'n-1','text':'Nur für die Gruppe','on':'2024-03-06'}")
                .is(200);
        assertThat(client.get(null, "/groups/ag-licht").body())
                .doesNotContain("Nur für die Gruppe");
        assertThat(client.get(OFFICE, "/groups/ag-licht").body()).contains("Nur für die Gruppe");
        assertThat(others.heard()).noneMatch(fact -> fact.contains("Nur für die Gruppe"));
    }

    @Test
    void aLabsResultIsPlacedAndHeard() {
        others.tell(
                "lab-x",
                new LabPlanned(
                        "eving",
                        new PublicText("Alte Kolonie"),
                        LocalDate.of(2024, 2, 1),
                        Place.HERE),
                new ResultReported(
                        "vollversammlung",
                        new PublicText("Licht fehlt."),
                        LocalDate.of(2024, 2, 9)),
                new FieldProposed("feld-parks", new PublicText("Parks"), LocalDate.of(2024, 2, 9)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> client.get(OFFICE, "/proposals/feld-parks").status() == 200);
        assertThat(
                        client.read(OFFICE, "/proposals/ergebnis-lab-x")
                                .at("/submission/title")
                                .asString())
                .contains("Alte Kolonie");

        openMeeting("vv-lab", 3);
        client.post(
                        OFFICE,
                        "/meetings/vv-lab/items",
                        "{'item':'i-lab','number':'7','part':'PUBLIC','title':'Quartierslabor','proposal':'ergebnis-lab-x'}")
                .is(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        client.read(OFFICE, "/proposals/ergebnis-lab-x")
                                .at("/placement/item")
                                .asString()
                                .equals("i-lab"));
        client.post(OFFICE, "/meetings/vv-lab/items/i-lab/conclude", "{'outcome':'NOTED'}").is(200);

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        client.read(OFFICE, "/proposals/ergebnis-lab-x")
                                .at("/heard/meeting")
                                .asString()
                                .equals("vv-lab"));
    }

    @Test
    void theTitleOfAClosedItemIsInNoAnswerForThePublicAndInNoFact() {
        openMeeting("vv-closed", 3);
        client.post(
                        OFFICE,
                        "/meetings/vv-closed/items",
                        "{'item':'i-geheim','number':'9','part':'CLOSED','title':'Personalsache Müller'}")
                .is(200);
        client.post(OFFICE, "/meetings/vv-closed/items/i-geheim/conclude", "{'outcome':'NOTED'}")
                .is(200);

        assertThat(client.get(OFFICE, "/meetings/vv-closed").body()).contains("Personalsache");
        assertThat(client.get(null, "/meetings/vv-closed").body())
                .doesNotContain("Personalsache")
                .doesNotContain("p-1")
                .contains("NOTED");
        assertThat(client.get(null, "/meetings").body()).doesNotContain("Personalsache");
        var page = client.page(null, "/sitzungen/vv-closed");
        assertThat(page.text()).doesNotContain("Personalsache").contains("Nichtöffentlicher Teil");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        others.heard().stream()
                                .anyMatch(fact ->
                                        fact.startsWith("vv-closed ") && fact.contains("NOTED")));
        assertThat(others.heard()).noneMatch(fact -> fact.contains("Personalsache"));
    }

    @Test
    void noVoteIsOpenedWhileAFactOfTheBodyIsMissing() {
        others.body("luecke", BodyKind.ASSEMBLY, Publicity.PUBLIC, 3);
        client.put(OFFICE, "/meetings/vv-gap", "{'body':'luecke','date':'2024-03-05'}").is(201);
        open("vv-gap", 2);
        others.skip("luecke");
        others.tell(
                "luecke",
                new de.stadtforum.contracts.membership.BodyFact.SeatWithdrawn(
                        "s-3", LocalDate.of(2024, 3, 1)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        client.get(OFFICE, "/meetings/vv-gap/electorate?item=i-1")
                                .isRefused("ROSTER_HAS_A_GAP"));
    }

    @Test
    void theSecretVoteNeedsTwoPeopleWhoAgree() {
        openMeeting("vv-secret", 3);
        client.put(
                        OFFICE,
                        "/votes/v-secret",
                        vote("vv-secret", "{'kind':'procedural','text':'Schluss der Debatte'}")
                                .replace("OPEN", "SECRET_ON_PAPER"))
                .is(201);
        client.post(
                        Client.member("p-1"),
                        "/votes/v-secret/ballots",
                        "{'seat':'s-1','choice':'YES'}")
                .isRefused("SECRET_ON_PAPER");
        client.post(OFFICE, "/votes/v-secret/counts", "{'tally':{'YES':2,'NO':1}}").is(200);
        client.post(Client.MINUTES, "/votes/v-secret/counts", "{'tally':{'YES':1,'NO':2}}")
                .isRefused("COUNTS_DIFFER");
        client.post(Client.MINUTES, "/votes/v-secret/counts", "{'tally':{'YES':1,'NO':2}}")
                .isRefused("COUNTS_DIFFER");
        client.post(OFFICE, "/votes/v-secret/counts", "{'tally':{'YES':1,'NO':2}}").is(200);
        client.post(OFFICE, "/votes/v-secret/close", "{'on':'2024-03-05'}")
                .isRefused("COUNTS_MISSING");
        client.post(Client.MINUTES, "/votes/v-secret/counts", "{'tally':{'YES':1,'NO':2}}").is(200);
        client.post(OFFICE, "/votes/v-secret/close", "{'on':'2024-03-05'}").is(200);
        assertThat(client.read(null, "/votes/v-secret").at("/result/carried").asBoolean())
                .isFalse();
    }

    private void decide(String meeting, String vote, String motion, String choice) {
        client.put(OFFICE, "/votes/" + vote, vote(meeting, motion)).is(201);
        client.post(
                        OFFICE,
                        "/votes/" + vote + "/ballots",
                        "{'seat':'s-1','choice':'" + choice + "'}")
                .is(200);
        var missing = client.read(OFFICE, "/votes/" + vote).at("/missing").asInt();
        client.post(
                        OFFICE,
                        "/votes/" + vote + "/close",
                        "{'on':'2024-03-05','confirmedMissing':" + missing + "}")
                .is(200);
    }

    private String vote(String meeting, String motion) {
        var seats =
                client.read(OFFICE, "/meetings/" + meeting + "/electorate?item=i-1")
                        .findValuesAsString("seat");
        return "{'meeting':'"
                + meeting
                + "','item':'i-1','mode':'OPEN','motion':"
                + motion
                + ",'confirmed':['"
                + String.join("','", seats)
                + "']}";
    }

    private void openMeeting(String id, int present) {
        client.put(OFFICE, "/meetings/" + id, "{'body':'vollversammlung','date':'2024-03-05'}")
                .is(201);
        open(id, present);
    }

    private void open(String id, int present) {
        client.post(
                        OFFICE,
                        "/meetings/" + id + "/convene",
                        "{'begins':'2024-03-05T16:00:00Z','place':'Rathaus','invitedOn':'2024-02-20','publicMeeting':true}")
                .is(200);
        client.post(
                        OFFICE,
                        "/meetings/" + id + "/items",
                        "{'item':'i-1','number':'1','part':'PUBLIC','title':'Straßenbeleuchtung'}")
                .is(200);
        client.post(OFFICE, "/meetings/" + id + "/open", "{'at':'2024-03-05T16:02:00Z'}").is(200);
        for (var i = 1; i <= present; i++)
            client.post(
                            OFFICE,
                            "/meetings/" + id + "/attendance",
                            "{'seat':'s-"
                                    + i
                                    + "','person':'p-"
                                    + i
                                    + "','presence':'PRESENT','deputy':false,'at':'2024-03-05T16:00:00Z'}")
                    .is(200);
    }
}
