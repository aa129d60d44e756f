package de.stadtforum.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Many ballots at the same moment.
@SessionTest
class BallotRaceTests {
    private static final String OFFICE = Client.OFFICE;
    private static final int MEMBERS = 200;

    @Autowired private Client client;

    @Autowired private OtherServices others;

    @Test
    void everyBallotOfTwoHundredMembersAtOnceCountsAndOneSeatHasOneBallot() throws Exception {
        others.body("gross", BodyKind.ASSEMBLY, Publicity.PUBLIC, MEMBERS);
        client.put(OFFICE, "/meetings/gross-1", "{'body':'gross','date':'2024-03-05'}").is(201);
        client.post(
                        OFFICE,
                        "/meetings/gross-1/convene",
                        "{'begins':'2024-03-05T16:00:00Z','place':'Halle','invitedOn':'2024-02-20','publicMeeting':true}")
                .is(200);
        client.post(
                        OFFICE,
                        "/meetings/gross-1/items",
                        "{'item':'i-1','number':'1','part':'PUBLIC','title':'Großes'}")
                .is(200);
        client.post(OFFICE, "/meetings/gross-1/open", "{'at':'2024-03-05T16:00:00Z'}").is(200);
        atOnce(
                MEMBERS,
                i ->
                        client.post(
                                        OFFICE,
                                        "/meetings/gross-1/attendance",
                                        "{'seat':'s-"
                                                + i
                                                + "','person':'p-"
                                                + i
                                                + "','presence':'PRESENT','deputy':false,'at':'2024-03-05T16:00:00Z'}")
                                .is(200));
        var seats =
                IntStream.rangeClosed(1, MEMBERS)
                        .mapToObj(i -> "'s-" + i + "'")
                        .collect(Collectors.joining(","));
        client.put(
                        OFFICE,
                        "/votes/v-gross",
                        "{'meeting':'gross-1','item':'i-1','mode':'OPEN','motion':{'kind':'procedural','text':'Alle'},'confirmed':["
                                + seats
                                + "]}")
                .is(201);

        atOnce(
                MEMBERS,
                i ->
                        client.post(
                                        Client.member("p-" + i),
                                        "/votes/v-gross/ballots",
                                        "{'seat':'s-"
                                                + i
                                                + "','choice':'"
                                                + (i % 4 == 0 ? "NO" : "YES")
                                                + "'}")
                                .is(200));
        client.post(OFFICE, "/votes/v-gross/close", "{'on':'2024-03-05'}").is(200);

        var result = client.read(null, "/votes/v-gross");
        assertThat(result.at("/result/tally/YES").asInt()).isEqualTo(150);
        assertThat(result.at("/result/tally/NO").asInt()).isEqualTo(50);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        others.heard().stream().filter(fact -> fact.equals("v-gross {}")).count()
                                >= MEMBERS);
    }

    @Test
    void twoRacingBallotsOfOneSeatAreOne() throws Exception {
        others.body("rennen", BodyKind.ASSEMBLY, Publicity.PUBLIC, 2);
        client.put(OFFICE, "/meetings/rennen-1", "{'body':'rennen','date':'2024-03-05'}").is(201);
        client.post(
                        OFFICE,
                        "/meetings/rennen-1/convene",
                        "{'begins':'2024-03-05T16:00:00Z','place':'Halle','invitedOn':'2024-02-20','publicMeeting':true}")
                .is(200);
        client.post(
                        OFFICE,
                        "/meetings/rennen-1/items",
                        "{'item':'i-1','number':'1','part':'PUBLIC','title':'Rennen'}")
                .is(200);
        client.post(OFFICE, "/meetings/rennen-1/open", "{'at':'2024-03-05T16:00:00Z'}").is(200);
        client.post(
                        OFFICE,
                        "/meetings/rennen-1/attendance",
                        "{'seat':'s-1','person':'p-1','presence':'PRESENT','deputy':false,'at':'2024-03-05T16:00:00Z'}")
                .is(200);
        client.put(
                        OFFICE,
                        "/votes/v-rennen",
                        "{'meeting':'rennen-1','item':'i-1','mode':'OPEN','motion':{'kind':'procedural','text':'Eine'},'confirmed':['s-2']}")
                .isRefused("ELECTORATE_CHANGED");
        others.awaitMember("p-1", "rennen");
        client.put(
                        OFFICE,
                        "/votes/v-rennen",
                        "{'meeting':'rennen-1','item':'i-1','mode':'OPEN','motion':{'kind':'procedural','text':'Eine'},'confirmed':['s-1']}")
                .is(201);

        var answers =
                atOnce(
                        20,
                        i ->
                                client.post(
                                        Client.member("p-1"),
                                        "/votes/v-rennen/ballots",
                                        "{'seat':'s-1','choice':'"
                                                + (i % 2 == 0 ? "NO" : "YES")
                                                + "'}"));

        assertThat(answers)
                .as("the same ballot again, and the other one")
                .extracting(Client.Answer::status)
                .containsOnly(200, 409);
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(10);
        client.post(Client.member("p-2"), "/votes/v-rennen/ballots", "{'seat':'s-1','choice':'NO'}")
                .isRefused("NOT_YOUR_SEAT");
        assertThat(client.read(null, "/votes/v-rennen").at("/cast").asInt()).isEqualTo(1);
    }

    private interface Call {
        Client.Answer with(int number);
    }

    private static java.util.List<Client.Answer> atOnce(int calls, Call call) throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<Client.Answer>>();
        try (var threads = Executors.newFixedThreadPool(Math.min(calls, 64))) {
            for (var i = 1; i <= calls; i++) {
                var number = i;
                answers.add(
                        threads.submit(() -> {
                            start.await();
                            return call.with(number);
                        }));
            }
            start.countDown();
        }
        var results = new ArrayList<Client.Answer>();
        for (var answer : answers) results.add(answer.get());
        return results;
    }
}
