package de.stadtforum.session.voting;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.session.Client;
import de.stadtforum.session.OtherServices;
import de.stadtforum.session.SessionTest;
import de.stadtforum.web.live.LiveEvents;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Pages of a meeting and its votes that stay open, over TCP.
@SessionTest
class LivePagesTests {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String OFFICE = Client.OFFICE;

    @Autowired private Client client;
    @Autowired private OtherServices others;
    @Autowired private MongoDatabase database;
    @Autowired private LiveEvents events;
    @LocalServerPort private int port;
    private String meeting;

    /// A page that is open, as a browser reads its events.
    private final class Open implements AutoCloseable {
        final List<String> marks = new CopyOnWriteArrayList<>();
        private final InputStream stream;

        Open(String address) throws Exception {
            var answer =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            "http://127.0.0.1:" + port + address))
                                            .header("Accept", "text/event-stream")
                                            .header("Accept-Encoding", "gzip")
                                            .build(),
                                    BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            stream = answer.body();
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(stream))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine())
                    if (line.startsWith("data:")) marks.add(line.substring(5));
            } catch (IOException closed) {
                // as a browser that is shut
            }
        }

        void await(int events) {
            org.awaitility.Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(marks).hasSize(events));
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    @BeforeEach
    void aMeetingIsOpen() {
        meeting = "folgen-" + System.nanoTime();
        others.body("folgen", BodyKind.ASSEMBLY, Publicity.PUBLIC, 2);
        client.put(OFFICE, "/meetings/" + meeting, "{'body':'folgen','date':'2024-03-05'}").is(201);
        client.post(
                        OFFICE,
                        "/meetings/" + meeting + "/convene",
                        "{'begins':'2024-03-05T16:00:00Z','place':'Halle','invitedOn':'2024-02-20','publicMeeting':true}")
                .is(200);
        for (var item : List.of("1", "2"))
            client.post(
                            OFFICE,
                            "/meetings/" + meeting + "/items",
                            "{'item':'i-"
                                    + item
                                    + "','number':'"
                                    + item
                                    + "','part':'PUBLIC','title':'Punkt'}")
                    .is(200);
        client.post(OFFICE, "/meetings/" + meeting + "/open", "{'at':'2024-03-05T16:00:00Z'}")
                .is(200);
        for (var i = 1; i <= 2; i++)
            client.post(
                            OFFICE,
                            "/meetings/" + meeting + "/attendance",
                            "{'seat':'s-"
                                    + i
                                    + "','person':'p-"
                                    + i
                                    + "','presence':'PRESENT','deputy':false,'at':'2024-03-05T16:00:00Z'}")
                    .is(200);
    }

    private void opensAVote(String vote) {
        others.awaitMember("p-1", "folgen");
        client.put(
                        OFFICE,
                        "/votes/" + vote,
                        "{'meeting':'"
                                + meeting
                                + "','item':'i-1','mode':'OPEN','motion':{'kind':'procedural','text':'Eine'},'confirmed':['s-1','s-2']}")
                .is(201);
    }

    private String shown(String page) {
        return client.page(null, page).select("#inhalt").attr("data-mark");
    }

    @Test
    void aPageLearnsOfWhatIsNewAndAsksForNothingElse() throws Exception {
        var page = "/sitzungen/" + meeting;
        try (var open = new Open(page + "/ereignisse")) {
            open.await(1);
            assertThat(open.marks).containsExactly(shown(page));
            opensAVote("v-" + meeting);
            open.await(2);
            assertThat(open.marks.getLast()).isEqualTo(shown(page));
        }
    }

    @Test
    void itLearnsOfWhatAnotherProcessWrote() throws Exception {
        var vote = "v-anders-" + meeting;
        opensAVote(vote);
        try (var open = new Open("/abstimmungen/" + vote + "/ereignisse")) {
            open.await(1);
            database.getCollection("votes")
                    .updateOne(
                            eq(vote),
                            Updates.combine(
                                    Updates.inc("version", 1L),
                                    Updates.set("changed", System.currentTimeMillis())));
            open.await(2);
        }
    }

    @Test
    void whoComesAgainIsToldHowItStands() throws Exception {
        var page = "/sitzungen/" + meeting;
        var before = shown(page);
        opensAVote("v-wieder-" + meeting);
        try (var open = new Open(page + "/ereignisse")) {
            open.await(1);
            assertThat(open.marks.getFirst()).isNotEqualTo(before).isEqualTo(shown(page));
        }
    }

    @Test
    void ofAnotherMeetingNothingIsTold() throws Exception {
        var first = meeting;
        aMeetingIsOpen();
        try (var other = new Open("/sitzungen/" + first + "/ereignisse");
                var open = new Open("/sitzungen/" + meeting + "/ereignisse")) {
            opensAVote("v-fremd-" + meeting);
            open.await(2);
            assertThat(other.marks).hasSize(1);
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aHundredPagesLearnOfOneChangeAndLeaveNothingBehind(CapturedOutput log) throws Exception {
        var pages =
                IntStream.range(0, 100)
                        .mapToObj(_ -> opened("/sitzungen/" + meeting + "/ereignisse"))
                        .toList();
        opensAVote("v-viele-" + meeting);
        for (var each : pages) each.await(2);
        for (var each : pages) each.close();
        // a reader who has gone is found by the second event after
        client.post(OFFICE, "/votes/v-viele-" + meeting + "/cancel", "{'reason':'Zurück'}").is(200);
        opensAVote("v-noch-" + meeting);
        await().atMost(Duration.ofSeconds(30)).until(() -> events.readers() == 0);
        assertThat(log.getAll()).doesNotContain("/ereignisse failed");
    }

    private Open opened(String address) {
        try {
            return new Open(address);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void whatDoesNotExistHasNoEvents() {
        client.look(null, "/sitzungen/gibt-es-nicht/ereignisse").is(404);
        client.look(null, "/abstimmungen/gibt-es-nicht/ereignisse").is(404);
    }

    @Test
    void onlyAPageThatFollowsMayRunItsScript() throws Exception {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:"
                                                                + port
                                                                + "/sitzungen/"
                                                                + meeting))
                                        .build(),
                                BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        var other =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:" + port + "/sitzungen"))
                                        .build(),
                                BodyHandlers.ofString());
        assertThat(other.headers().firstValue("Content-Security-Policy").orElse(""))
                .doesNotContain("script-src");
    }
}
