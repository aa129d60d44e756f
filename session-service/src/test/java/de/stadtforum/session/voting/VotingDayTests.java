package de.stadtforum.session.voting;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.ChairAssigned;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DeputyNamed;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.membership.PersonFact.PersonErased;
import de.stadtforum.contracts.membership.PersonFact.PersonKnown;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.session.Client;
import de.stadtforum.session.OtherServices;
import de.stadtforum.session.SessionTest;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.testing.TestTokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A day of votes as those see it who lead, vote and record. In the body `stimmtag` seat 1 is the chair's, `s-9` only advises.
@SessionTest
class VotingDayTests {
    private static final String BODY = "stimmtag";
    private static final String OFFICE = Client.OFFICE;
    private static final AtomicBoolean TOLD = new AtomicBoolean();
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    @Autowired private Client client;
    @Autowired private AggregateStore<Meeting> meetings;
    @Autowired private OtherServices others;

    @BeforeEach
    void tellOnce() {
        if (TOLD.getAndSet(true)) return;
        others.body(BODY, BodyKind.ASSEMBLY, Publicity.PUBLIC, 4);
        others.tell(
                BODY,
                new ChairAssigned("s-1", FROM),
                new DeputyNamed("s-2", "d-2", 1, FROM),
                new DelegateNamed("s-2", "p-alt", FROM.minusYears(1)),
                new SeatCreated(
                        "s-9",
                        SeatKind.ADVISORY,
                        SeatBasis.INSTITUTION,
                        "s-9",
                        new PublicText("Beratung"),
                        FROM),
                new DelegateNamed("s-9", "p-9", FROM));
        others.awaitKnown(BODY);
        others.tell("p-2", new PersonKnown("Berta Beispiel"));
        Awaitility.await()
                .until(() -> {
                    meeting("m-namen", "2024-03-05");
                    return client.page(OFFICE, "/sitzungen/m-namen").text().contains("Berta");
                });
        for (var kind :
                new BodyKind[] {BodyKind.COMMITTEE, BodyKind.DISTRICT_COUNCIL, BodyKind.COUNCIL})
            others.body(
                    "st-" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    kind,
                    Publicity.PUBLIC,
                    1);
    }

    @Test
    void aChairWithAConflictOfInterestDoesNotOpenTheVoteAndWhoLeadsInsteadDoes() {
        meeting("m-leitung", "2024-03-20");
        var chair = as("p-1", "member", "chair");
        var acting = as("p-3", "member");
        assertThat(openButton(chair, "m-leitung")).isTrue();
        assertThat(openButton(acting, "m-leitung")).isFalse();

        form("m-leitung/befangenheit", "seat", "s-1", "item", "i-1").is(303);

        assertThat(openButton(chair, "m-leitung")).isFalse();
        assertThat(client.page(chair, "/sitzungen/m-leitung?item=i-1").select("#abstimmung"))
                .isEmpty();
        open(chair, "m-leitung", "v-befangen").isRefused("NOBODY_LEADS");
        assertThat(client.page(OFFICE, "/sitzungen/m-leitung").text())
                .contains("Wer leitet diesen Punkt?");

        form("m-leitung/leitung", "seat", "s-3", "item", "i-1").is(303);

        assertThat(openButton(chair, "m-leitung")).isFalse();
        assertThat(openButton(acting, "m-leitung")).isTrue();
        assertThat(
                        client.page(acting, "/sitzungen/m-leitung?item=i-1&kind=procedural")
                                .select("#abstimmung form"))
                .hasSize(1);
        open(chair, "m-leitung", "v-befangen").isRefused("NOT_LEADING");
        open(as("p-2", "member"), "m-leitung", "v-befangen").isRefused("NOT_LEADING");
        open(acting, "m-leitung", "v-leitung").is(201);
        close(chair, "v-leitung", 3).isRefused("NOT_LEADING");
        client.post(chair, "/votes/v-leitung/cancel", "{'reason':'Nein'}").isRefused("NOT_LEADING");
        assertThat(client.page(chair, "/abstimmungen/v-leitung").select("form[action$=schliessen]"))
                .isEmpty();
        assertThat(
                        client.page(acting, "/abstimmungen/v-leitung")
                                .select("form[action$=schliessen]"))
                .hasSize(1);
        assertThat(client.read(null, "/votes/v-leitung").at("/entitled").asInt())
                .as("the conflicted seat drops out")
                .isEqualTo(3);
        close(acting, "v-leitung", 3).is(200);
    }

    @Test
    void anAdvisoryMemberCannotBeMadeToLeadAndAConflictNeedsASeat() {
        meeting("m-beratend", "2024-03-20");
        attend("m-beratend", "s-9", "p-9", false);

        client.post(OFFICE, "/meetings/m-beratend/handover", "{'seat':'s-9','item':'i-1'}")
                .isRefused("NOT_A_VOTING_SEAT");
        client.post(OFFICE, "/meetings/m-beratend/conflicts", "{'seat':'gibtsnicht','item':'i-1'}")
                .isRefused("SEAT_UNKNOWN");
        client.post(OFFICE, "/meetings/m-beratend/conflicts", "{'seat':'s-2','item':'i-1'}")
                .is(200);
        form(
                        "m-beratend/befangenheit/zuruecknehmen",
                        "seat",
                        "s-2",
                        "item",
                        "i-1",
                        "reason",
                        "falscher Sitz")
                .is(303);
        assertThat(client.page(OFFICE, "/sitzungen/m-beratend").text())
                .contains("Mitwirkungsverbot zurückgenommen")
                .contains("falscher Sitz");
        assertThat(client.page(null, "/sitzungen/m-beratend").text())
                .doesNotContain("falscher Sitz");
    }

    @Test
    void aBallotIsOfferedToWhomItIsTakenFromAndToNobodyElse() {
        meeting("m-stimme", "2024-03-20");
        open(OFFICE, "m-stimme", "v-stimme").is(201);
        var page = "/abstimmungen/v-stimme";
        var deputy = as("d-2", "deputy");

        assertThat(client.page(as("p-2", "member"), page).select("button[name=choice]"))
                .hasSize(3)
                .allSatisfy(button ->
                        assertThat(button.className())
                                .as("three equal choices")
                                .contains("primary"));
        assertThat(client.page(deputy, page).select("button[name=choice]")).isEmpty();
        assertThat(client.page(deputy, page).text())
                .contains("Für den Sitz Sitz 2 stimmt in dieser Abstimmung Berta Beispiel.");
        assertThat(client.page(TestTokens.of("alt", "p-alt"), page).text())
                .as("a former member reads it, without the name")
                .contains("Für den Sitz Sitz 2 stimmt in dieser Abstimmung eine andere Person.");
        assertThat(client.page(null, page).text()).doesNotContain("Berta");
        client.post(deputy, "/votes/v-stimme/ballots", "{'seat':'s-2','choice':'NO'}")
                .isRefused("NOT_YOUR_SEAT");
        client.form(as("p-2", "member"), page + "/stimmen", "seat", "s-2", "choice", "YES").is(303);
        assertThat(client.page(as("p-2", "member"), page).text())
                .contains("Ihre Stimme ist gezählt");
        assertThat(client.page(deputy, page).text())
                .as("that is for the voter")
                .doesNotContain("Ihre Stimme ist gezählt");
    }

    @Test
    void aShowOfHandsIsOneFormAndAWrongHandIsTakenBack() {
        meeting("m-hand", "2024-03-20");
        open(OFFICE, "m-hand", "v-hand").is(201);
        var page = "/abstimmungen/v-hand";
        var shown = client.page(Client.MINUTES, page);
        assertThat(shown.select("form[action$=/handzeichen] input[type=radio]")).hasSize(12);
        assertThat(shown.select("form[action$=/handzeichen] th[scope=row]").eachText())
                .contains("Sitz 2 (Berta Beispiel)");

        client.form(
                        Client.MINUTES,
                        page + "/handzeichen",
                        "choices[s-1]",
                        "NO",
                        "choices[s-2]",
                        "ABSTAIN",
                        "others",
                        "YES")
                .is(303);
        assertThat(client.read(null, "/votes/v-hand").at("/missing").asInt()).isZero();
        client.form(
                        Client.MINUTES,
                        page + "/handzeichen/zuruecknehmen",
                        "seat",
                        "s-1",
                        "reason",
                        "")
                .is(400);
        client.form(
                        Client.MINUTES,
                        page + "/handzeichen/zuruecknehmen",
                        "seat",
                        "s-1",
                        "reason",
                        "verzählt")
                .is(303);
        client.post(
                        Client.MINUTES,
                        "/votes/v-hand/ballots/all",
                        "{'choices':{'s-1':'YES','s-3':'YES'}}")
                .is(200);

        client.form(OFFICE, page + "/schliessen", "on", "2024-03-20", "decided", "true").is(303);

        assertThat(client.read(null, "/votes/v-hand").at("/result/tally").toString())
                .contains("\"YES\":3", "\"NO\":0", "\"ABSTAIN\":1");
        assertThat(client.read(null, "/meetings/m-hand").at("/items/0/outcome").asString())
                .as("with the same click")
                .isEqualTo("DECIDED");
    }

    @Test
    void aVoteOpenedByMistakeIsCancelledAndTheItemHasAnother() {
        meeting("m-irrtum", "2024-03-20");
        open(OFFICE, "m-irrtum", "v-irrtum").is(201);
        open(OFFICE, "m-irrtum", "v-zweite").isRefused("ANOTHER_VOTE_RUNS");

        client.form(
                        OFFICE,
                        "/abstimmungen/v-irrtum/abbrechen",
                        "reason",
                        "Falscher Punkt aufgerufen")
                .is(400);
        client.form(
                        OFFICE,
                        "/abstimmungen/v-irrtum/abbrechen",
                        "reason",
                        "Falscher Punkt aufgerufen",
                        "sure",
                        "true")
                .is(303);

        open(OFFICE, "m-irrtum", "v-zweite").is(201);
        assertThat(client.page(null, "/abstimmungen/v-irrtum").text())
                .contains("Abgebrochen am 20. März 2024")
                .contains("Falscher Punkt aufgerufen");
        assertThat(client.page(null, "/sitzungen/m-irrtum").text()).contains("Abgebrochen");
        client.post(as("p-2", "member"), "/votes/v-irrtum/ballots", "{'seat':'s-2','choice':'NO'}")
                .isRefused("VOTE_CANCELLED");
    }

    @Test
    void ofTwoOpeningsThatRaceForOneItemOneWins() throws Exception {
        meeting("m-rennen", "2024-03-20");
        var body = opening("m-rennen", "{'kind':'procedural','text':'Eine'}");
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<Client.Answer>>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var i = 0; i < 6; i++) {
                var id = "v-rennen-" + i;
                answers.add(
                        threads.submit(() -> {
                            start.await();
                            return client.put(OFFICE, "/votes/" + id, body);
                        }));
            }
            start.countDown();
        }
        var won = 0;
        for (var answer : answers)
            if (answer.get().status() == 201) won++;
            else answer.get().isRefused("ANOTHER_VOTE_RUNS");
        assertThat(won).isEqualTo(1);
    }

    @Test
    void afterTheMeetingNothingIsTakenButTotalsAndACancellation() {
        meeting("m-ende", "2024-03-05");
        open(OFFICE, "m-ende", "v-ende").is(201);
        client.post(OFFICE, "/meetings/m-ende/close", "{'at':'2024-03-05T19:00:00Z'}")
                .isRefused("VOTES_RUNNING");
        // a vote that was opened in the moment in which the meeting closed
        var closed = Instant.parse("2024-03-05T19:00:00Z");
        meetings.decide("m-ende", it -> it.close(closed, true, 0, LocalDate.of(2024, 3, 5)));

        client.post(as("p-2", "member"), "/votes/v-ende/ballots", "{'seat':'s-2','choice':'NO'}")
                .isRefused("MEETING_CLOSED");
        client.post(OFFICE, "/votes/v-ende/ballots/all", "{'choices':{'s-2':'NO'}}")
                .isRefused("MEETING_CLOSED");
        close(OFFICE, "v-ende", 4).isRefused("MEETING_CLOSED");
        open(OFFICE, "m-ende", "v-danach").isRefused("MEETING_NOT_OPEN");

        client.form(OFFICE, "/abstimmungen/v-ende/summen", "yes", "2", "no", "2", "abstain", "0")
                .is(303);
        assertThat(client.page(null, "/abstimmungen/v-ende").text()).contains("Nachgetragen");
        client.post(OFFICE, "/votes/v-ende/close", "{'on':'2024-03-05'}").is(200);
        assertThat(client.page(null, "/abstimmungen/v-ende").text())
                .contains("Stimmengleichheit: 2 Ja, 2 Nein.")
                .contains("abgelehnt");
    }

    @ParameterizedTest
    @CsvSource({
        "cast,/ballots,'{''seat'':''s-2'',''choice'':''NO''}'",
        "cast all,/ballots/all,'{''choices'':{''s-2'':''NO''}}'",
        "totals,/totals,'{''yes'':1,''no'':1,''abstain'':0}'",
        "count,/counts,'{''tally'':{''YES'':1}}'",
        "withdraw a ballot,/ballots/withdraw,'{''seat'':''s-2'',''reason'':''x''}'",
        "withdraw counts,/counts/withdraw,'{''reason'':''x''}'",
        "cancel,/cancel,'{''reason'':''x''}'",
        "close,/close,'{}'"
    })
    void noActIsTakenFromAStranger(String act, String path, String body) {
        if (client.get(null, "/votes/v-fremd").status() == 404) {
            meeting("m-fremd", "2024-03-20");
            open(OFFICE, "m-fremd", "v-fremd").is(201);
        }

        client.post(null, "/votes/v-fremd" + path, body).is(401);
        client.post(TestTokens.of("login", null), "/votes/v-fremd" + path, body).is(403);
        client.post(
                        TestTokens.of("x", "p-anders", "member:anderswo"),
                        "/votes/v-fremd" + path,
                        body)
                .is(403);
    }

    /// B11: who voted yes leaves and is erased.
    @Test
    void aResultStaysWhenSomebodyLeavesAndIsErasedAndNoIdIsShown() {
        meeting("m-bleibt", "2024-03-20");
        open(OFFICE, "m-bleibt", "v-bleibt").is(201);
        others.tell("p-4", new PersonKnown("Dora Beispiel"));
        Awaitility.await()
                .until(() -> client.page(OFFICE, "/abstimmungen/v-bleibt").text().contains("Dora"));
        client.post(
                        OFFICE,
                        "/votes/v-bleibt/ballots/all",
                        "{'choices':{'s-1':'YES','s-2':'NO','s-3':'ABSTAIN','s-4':'YES'}}")
                .is(200);
        close(OFFICE, "v-bleibt", 0).is(200);
        var before = client.read(null, "/votes/v-bleibt").at("/result").toString();

        client.post(
                        OFFICE,
                        "/meetings/m-bleibt/attendance",
                        "{'seat':'s-4','person':'p-4','presence':'LEFT','deputy':false,'at':'2024-03-20T09:30:00Z'}")
                .is(200);
        others.tell("p-4", new PersonErased());
        Awaitility.await()
                .until(() ->
                        !client.page(OFFICE, "/abstimmungen/v-bleibt").text().contains("Dora"));

        assertThat(client.read(null, "/votes/v-bleibt").at("/result")).hasToString(before);
        assertThat(before).contains("\"YES\":2", "\"NO\":1", "\"ABSTAIN\":1");
        assertThat(client.page(OFFICE, "/abstimmungen/v-bleibt").text()).doesNotContain("p-4");
    }

    @Test
    void aVoteIsClosedTodayWhereNoDayIsGivenAndNeverInTheFuture() {
        meeting("m-heute", "2024-03-20");
        open(OFFICE, "m-heute", "v-heute").is(201);

        client.post(OFFICE, "/votes/v-heute/close", "{'on':'2024-03-21','confirmedMissing':4}")
                .is(400);
        client.post(OFFICE, "/votes/v-heute/close", "{'on':'2024-03-12','confirmedMissing':4}")
                .isRefused("VOTE_CLOSED_BEFORE_OPENED");
        client.post(OFFICE, "/votes/v-heute/close", "{'confirmedMissing':4}").is(200);

        assertThat(client.read(null, "/votes/v-heute").at("/result/on").asString())
                .isEqualTo("2024-03-20");
    }

    @ParameterizedTest
    @CsvSource({
        "COMMITTEE,st-committee,",
        "COUNCIL,st-council,",
        "ADMINISTRATION,st-committee,ADDRESSEE_DISAGREES",
        "ADMINISTRATION,st-district-council,ADDRESSEE_UNKNOWN",
        "COUNCIL,gibtsnicht,ADDRESSEE_UNKNOWN",
        "STEERING_GROUP,stimmtag,ADDRESSEE_UNKNOWN"
    })
    void aRecommendationGoesToABodyThatExists(String addressee, String to, String refusal) {
        var meeting =
                "m-an-" + addressee.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + to;
        meeting(meeting, "2024-03-20");

        var answer =
                client.put(
                        OFFICE,
                        "/votes/v-" + meeting,
                        opening(
                                meeting,
                                "{'kind':'recommend','id':'r-%s','addressee':'%s','to':'%s','text':'Licht'}"
                                        .formatted(meeting, addressee, to)));

        if (refusal == null) answer.is(201);
        else answer.isRefused(refusal);
    }

    @Test
    void theFormAsksForTheAddresseeOnceAndSaysWhatIsWrongAtTheField() {
        meeting("m-empfaenger", "2024-03-20");
        var page = client.page(OFFICE, "/sitzungen/m-empfaenger?item=i-1&kind=recommend");
        assertThat(page.select("select[name=addressee]")).isEmpty();
        assertThat(page.select("select[name=to] option").eachAttr("value"))
                .contains("st-committee", "st-council")
                .doesNotContain("st-district-council", BODY);

        var refused =
                client.form(
                        OFFICE,
                        "/sitzungen/m-empfaenger/abstimmungen",
                        "vote",
                        "v-empfaenger",
                        "item",
                        "i-1",
                        "kind",
                        "recommend",
                        "mode",
                        "OPEN",
                        "text",
                        "Die Stadt möge das Licht anlassen.",
                        "to",
                        "st-district-council",
                        "target",
                        "r-empfaenger",
                        "confirmed",
                        "s-1");

        refused.is(409);
        assertThat(refused.body())
                .contains("Die Stadt möge das Licht anlassen.")
                .contains("An dieses Gremium kann keine Empfehlung gehen.")
                .contains("aria-invalid");
    }

    @Test
    void aSecretVoteSaysWhoCountsAndWarnsOfTooFew() {
        meeting("m-geheim", "2024-03-20");
        for (var seat : new String[] {"s-1", "s-3", "s-4"})
            client.post(
                            OFFICE,
                            "/meetings/m-geheim/conflicts",
                            "{'seat':'" + seat + "','item':'i-1'}")
                    .is(200);
        assertThat(client.page(OFFICE, "/sitzungen/m-geheim?item=i-1&kind=procedural").text())
                .contains("Zu wenige für eine geheime Abstimmung");
        client.put(
                        OFFICE,
                        "/votes/v-geheim-klein",
                        opening("m-geheim", "{'kind':'procedural','text':'Pause'}")
                                .replace("OPEN", "SECRET_ON_PAPER"))
                .is(201);

        assertThat(client.page(null, "/abstimmungen/v-geheim-klein").text())
                .contains("Zwei verschiedene Konten aus Geschäftsstelle und Schriftführung")
                .contains("weniger als drei");
        client.post(OFFICE, "/votes/v-geheim-klein/counts", "{'tally':{'YES':1}}").is(200);
        client.form(
                        OFFICE,
                        "/abstimmungen/v-geheim-klein/zaehlung/zuruecknehmen",
                        "reason",
                        "falsch")
                .is(303);
        for (var counter : new String[] {OFFICE, Client.MINUTES})
            client.post(counter, "/votes/v-geheim-klein/counts", "{'tally':{'NO':1}}").is(200);
        close(OFFICE, "v-geheim-klein", 0).is(200);
    }

    private boolean openButton(String token, String meeting) {
        return !client.page(token, "/sitzungen/" + meeting)
                .select("#top-i-1 a[href$=#abstimmung]")
                .isEmpty();
    }

    private static String as(String person, String... roles) {
        var all = new String[roles.length];
        for (var i = 0; i < roles.length; i++) all[i] = roles[i] + ":" + BODY;
        return TestTokens.of("konto-" + person, person, all);
    }

    private Client.Answer form(String path, String... fields) {
        return client.form(OFFICE, "/sitzungen/" + path, fields);
    }

    private Client.Answer close(String token, String vote, int missing) {
        return client.post(
                token, "/votes/" + vote + "/close", "{'confirmedMissing':" + missing + "}");
    }

    private Client.Answer open(String token, String meeting, String vote) {
        return client.put(
                token,
                "/votes/" + vote,
                opening(meeting, "{'kind':'procedural','text':'Der Punkt wird vorgezogen.'}"));
    }

    private String opening(String meeting, String motion) {
        var electorate = client.get(OFFICE, "/meetings/" + meeting + "/electorate?item=i-1");
        var seats =
                electorate.status() == 200
                        ? client.read(OFFICE, "/meetings/" + meeting + "/electorate?item=i-1")
                                .findValuesAsString("seat")
                        : java.util.List.of("s-1");
        return "{'meeting':'"
                + meeting
                + "','item':'i-1','mode':'OPEN','motion':"
                + motion
                + ",'confirmed':['"
                + String.join("','", seats)
                + "']}";
    }

    private void meeting(String id, String day) {
        if (client.get(OFFICE, "/meetings/" + id).status() == 200) return;
        client.put(OFFICE, "/meetings/" + id, "{'body':'" + BODY + "','date':'" + day + "'}")
                .is(201);
        client.post(
                        OFFICE,
                        "/meetings/" + id + "/convene",
                        "{'begins':'"
                                + day
                                + "T08:00:00Z','place':'Rathaus','invitedOn':'2024-02-20','publicMeeting':true}")
                .is(200);
        client.post(
                        OFFICE,
                        "/meetings/" + id + "/items",
                        "{'item':'i-1','number':'1','part':'PUBLIC','title':'Licht'}")
                .is(200);
        client.post(OFFICE, "/meetings/" + id + "/open", "{'at':'" + day + "T08:02:00Z'}").is(200);
        for (var i = 1; i <= 4; i++) attend(id, "s-" + i, "p-" + i, false);
    }

    private void attend(String id, String seat, String person, boolean deputy) {
        var day = client.read(OFFICE, "/meetings/" + id).at("/course/date").asString();
        client.post(
                        OFFICE,
                        "/meetings/" + id + "/attendance",
                        "{'seat':'%s','person':'%s','presence':'PRESENT','deputy':%s,'at':'%sT08:03:00Z'}"
                                .formatted(seat, person, deputy, day))
                .is(200);
    }
}
