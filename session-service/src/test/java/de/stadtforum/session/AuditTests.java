package de.stadtforum.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.membership.PersonFact.PersonErased;
import de.stadtforum.contracts.membership.PersonFact.PersonKnown;
import de.stadtforum.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Of a ballot only that a person voted; a name only as long as the person has one.
@SessionTest
class AuditTests {
    private static final String OFFICE = Client.OFFICE;
    private static final String OFFICER = TestTokens.of("datenschutz", null, "data-protection");

    @Autowired private Client client;
    @Autowired private OtherServices others;
    @Autowired private MongoDatabase database;

    @Test
    void howSomebodyVotedIsFiledNowhere() {
        others.assembly();
        open("vv-protokoll", "v-offen", "OPEN");
        cast("v-offen", "ABSTAIN").is(200);
        cast("v-offen", "NO").isRefused("ALREADY_CAST");
        cast("v-offen", "JEIN").is(400);
        awaitFiled("v-offen", 4);
        assertThat(filed("v-offen"))
                .allSatisfy(line -> assertThat(line).doesNotContain("ABSTAIN", "JEIN", "\"NO\""))
                .anyMatch(line -> line.contains("ballot-cast") && line.contains("\"p-1\""));
    }

    @Test
    void howAWholeShowOfHandsWentIsFiledNowhere() {
        others.assembly();
        open("vv-protokoll-3", "v-haende", "OPEN");
        client.post(
                        Client.MINUTES,
                        "/votes/v-haende/ballots/all",
                        "{'choices':{'s-1':'ABSTAIN','s-2':'NO'}}")
                .is(200);
        client.form(Client.MINUTES, "/abstimmungen/v-haende/handzeichen", "choices[s-3]", "ABSTAIN")
                .is(303);
        awaitFiled("v-haende", 4);
        assertThat(filed("v-haende"))
                .allSatisfy(line -> assertThat(line).doesNotContain("ABSTAIN", "\"NO\""));
    }

    @Test
    void ofASecretVoteNotEvenACountIsFiled() {
        others.assembly();
        open("vv-protokoll-2", "v-geheim", "SECRET_ON_PAPER");
        cast("v-geheim", "YES").isRefused("SECRET_ON_PAPER");
        client.post(OFFICE, "/votes/v-geheim/counts", "{'tally':{'YES':2,'NO':1}}").is(200);
        client.post(Client.MINUTES, "/votes/v-geheim/counts", "{'tally':{'YES':1,'NO':2}}")
                .isRefused("COUNTS_DIFFER");
        awaitFiled("v-geheim", 4);
        assertThat(filed("v-geheim"))
                .allSatisfy(line -> assertThat(line).doesNotContain("YES", "\"NO\"", "tally"));
    }

    @Test
    void whoIsErasedKeepsNoNameInTheAudit() {
        var token = TestTokens.of("konto-ada", "p-ada", "member:vollversammlung");
        client.post(token, "/votes/keine/ballots", "{'seat':'s-1','choice':'YES'}").is(404);
        others.tell("p-ada", new PersonKnown("Ada Beispiel"));
        await().atMost(Duration.ofSeconds(20)).until(() -> audit().contains("Ada Beispiel"));

        others.tell("p-ada", new PersonErased());

        await().atMost(Duration.ofSeconds(20)).until(() -> !audit().contains("Ada Beispiel"));
        assertThat(audit()).contains("p-ada", "NOT_FOUND").doesNotContain("konto-ada");
    }

    private String audit() {
        return client.get(OFFICER, "/operations/audit?person=p-ada").is(200).body();
    }

    private Client.Answer cast(String vote, String choice) {
        return client.post(
                Client.member("p-1"),
                "/votes/" + vote + "/ballots",
                "{'seat':'s-1','choice':'" + choice + "'}");
    }

    private void awaitFiled(String vote, int lines) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(filed(vote)).hasSizeGreaterThanOrEqualTo(lines));
    }

    private List<String> filed(String vote) {
        var lines = new ArrayList<String>();
        database.getCollection("journal")
                .find(new Document("aggregate", vote))
                .forEach(line -> lines.add(line.toJson()));
        database.getCollection("audit")
                .find(new Document("about", vote))
                .forEach(line -> lines.add(line.toJson()));
        return lines;
    }

    private void open(String meeting, String vote, String mode) {
        client.put(OFFICE, "/meetings/" + meeting, "{'body':'vollversammlung','date':'2024-03-05'}")
                .is(201);
        client.post(
                        OFFICE,
                        "/meetings/" + meeting + "/convene",
                        "{'begins':'2024-03-05T16:00:00Z','place':'Rathaus','invitedOn':'2024-02-20','publicMeeting':true}")
                .is(200);
        client.post(
                        OFFICE,
                        "/meetings/" + meeting + "/items",
                        "{'item':'i-1','number':'1','part':'PUBLIC','title':'Straßenbeleuchtung'}")
                .is(200);
        client.post(OFFICE, "/meetings/" + meeting + "/open", "{'at':'2024-03-05T16:02:00Z'}")
                .is(200);
        for (var i = 1; i <= 3; i++)
            client.post(
                            OFFICE,
                            "/meetings/" + meeting + "/attendance",
                            ("{'seat':'s-%d','person':'p-%d','presence':'PRESENT','deputy':false,"
                                            + "'at':'2024-03-05T16:00:00Z'}")
                                    .formatted(i, i))
                    .is(200);
        var seats =
                client.read(OFFICE, "/meetings/" + meeting + "/electorate?item=i-1")
                        .findValuesAsString("seat");
        client.put(
                        OFFICE,
                        "/votes/" + vote,
                        "{'meeting':'"
                                + meeting
                                + "','item':'i-1','mode':'"
                                + mode
                                + "','motion':{'kind':'procedural','text':'Schluss'},'confirmed':['"
                                + String.join("','", seats)
                                + "']}")
                .is(201);
    }
}
