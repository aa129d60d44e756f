package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.gateway.Upstream.Said;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// What residents read is asked for once, over real HTTP; each test has an address of its own.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Upstreams.class)
class ResponseCacheTests {
    private static final String KEEP = "Cache-Control: max-age=0, s-maxage=60";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort private int port;
    private String path;

    @BeforeEach
    void forget() {
        Upstreams.forget();
        path = "/gremien/g-" + COUNT.incrementAndGet();
    }

    private Caller caller() {
        return new Caller(port);
    }

    private void says(String body, String... headers) {
        Upstreams.MEMBERSHIP.said.put(path, Said.page(body, headers));
    }

    private int asked() {
        return Upstreams.MEMBERSHIP.reached.size();
    }

    @Test
    void asksOnceAndGivesTheSameToAll() throws Exception {
        says("one", KEEP, "Content-Type: text/html;charset=UTF-8", "Content-Language: de");
        var first = caller().get(path);
        says("two", KEEP);
        var second = caller().get(path);
        assertThat(asked()).isOne();
        for (var answer : List.of(first, second)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("one");
            assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(answer.header("Content-Language")).isEqualTo("de");
            assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(answer.header("Age")).isEqualTo("0");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        }
        assertThat(second.header("ETag")).isNotEmpty().isEqualTo(first.header("ETag"));
        assertThat(second.header("X-Request-Id"))
                .isNotEmpty()
                .isNotEqualTo(first.header("X-Request-Id"));
        assertThat(caller().with("X-Request-Id", "0123-abcdef").get(path).header("X-Request-Id"))
                .isEqualTo("0123-abcdef");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cache-Control: no-store",
                "Cache-Control: private",
                "Cache-Control: no-cache",
                "Cache-Control: max-age=0",
                "Cache-Control: public",
                "Cache-Control: private, s-maxage=60",
                "Cache-Control: no-cache, no-store, max-age=0, must-revalidate",
                "Cache-Control: s-maxage=60, no-store",
                "Expires: Fri, 01 Jan 2100 00:00:00 GMT",
                "X-Nothing: said"
            })
    void keepsNothingThatTheServiceDoesNotAllow(String header) throws Exception {
        says("each their own", header);
        for (var i = 0; i < 3; i++)
            assertThat(caller().get(path).body()).isEqualTo("each their own");
        assertThat(asked()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Set-Cookie: a=b",
                "Vary: *",
                "Vary: Cookie",
                "Vary: Accept-Encoding, Accept-Language",
                "Content-Encoding: br"
            })
    void keepsNothingThatIsForOneVisitor(String header) throws Exception {
        says("each their own", KEEP, header);
        for (var i = 0; i < 3; i++) caller().get(path);
        assertThat(asked()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cache-Control: max-age=60", "Cache-Control: public, s-maxage=60"})
    void keepsWhatItAllows(String header) throws Exception {
        says("for all", header, "Vary: accept-encoding");
        for (var i = 0; i < 3; i++) caller().get(path);
        assertThat(asked()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form action=\"/x\" method=\"post\"><input name=\"id\" value=\"1\"></form>",
                "<FORM METHOD = 'POST'>",
                "<form class=a method=post>"
            })
    void aFormHasAnIdOfItsOwnForEachVisitor(String form) throws Exception {
        says(form, KEEP, "Content-Type: text/html");
        for (var i = 0; i < 3; i++) assertThat(caller().get(path).body()).isEqualTo(form);
        assertThat(asked()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 400, 401, 403, 404, 410, 429, 500, 503})
    void keepsNoFailureAndNoOtherAddress(int status) throws Exception {
        Upstreams.MEMBERSHIP.said.put(
                path, new Said(status, "not this", List.of(KEEP, "Location: /gremien")));
        for (var i = 0; i < 3; i++) assertThat(caller().get(path).status()).isEqualTo(status);
        assertThat(asked()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "Cookie, stadtforum-session=abc",
        "Cookie, a=b; stadtforum-session=abc",
        "Cookie, stadtforum-notice=notice.saved",
        "Authorization, Bearer abc",
        "X-Stadtforum-Time, 2024-03-05T10:00:00Z"
    })
    void whoIsLoggedInIsNeitherServedFromItNorKept(String header, String value) throws Exception {
        says("of the member", KEEP);
        assertThat(caller().with(header, value).get(path).body()).isEqualTo("of the member");
        says("of all", KEEP);
        assertThat(caller().get(path).body()).isEqualTo("of all");
        says("of the member", KEEP);
        var answer = caller().with(header, value).get(path);
        assertThat(answer.body()).isEqualTo("of the member");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void asksInNobodysName() throws Exception {
        says("for all", KEEP);
        caller().with("Cookie", "theme=dark; id=4711")
                .with("Accept-Language", "en")
                .with("If-None-Match", "\"x\"")
                .with("User-Agent", "one of a kind")
                .with("X-Anything", "poison")
                .get(path);
        assertThat(Upstreams.MEMBERSHIP.last().headers())
                .noneMatch(each ->
                        each.startsWith("cookie:")
                                || each.startsWith("accept-language:")
                                || each.startsWith("if-none-match:")
                                || each.contains("one of a kind")
                                || each.contains("poison"));
    }

    @Test
    void eachQuestionHasItsAnswer() throws Exception {
        says("German", KEEP);
        Upstreams.MEMBERSHIP.said.put(path + "?lang=en", Said.page("English", KEEP));
        for (var i = 0; i < 2; i++) {
            assertThat(caller().get(path).body()).isEqualTo("German");
            assertThat(caller().get(path + "?lang=en").body()).isEqualTo("English");
        }
        assertThat(asked()).isEqualTo(2);
        for (var i = 0; i < 2; i++) caller().get(path + "?lang=en&x=" + i);
        assertThat(asked()).isEqualTo(4);
    }

    @Test
    void whoHasItAlreadyIsToldSo() throws Exception {
        says("for all", KEEP);
        var tag = caller().get(path).header("ETag");
        for (var known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
            var answer = caller().with("If-None-Match", known).get(path);
            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo(tag);
        }
        var other = caller().with("If-None-Match", "\"x\"").get(path);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.body()).isEqualTo("for all");
        assertThat(asked()).isOne();
    }

    @Test
    void headSaysWhatGetWouldSay() throws Exception {
        says("for all", KEEP);
        var head = caller().head(path);
        assertThat(head.status()).isEqualTo(200);
        var get = caller().get(path);
        head = caller().head(path);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo("7");
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(caller().get(path).body()).isEqualTo("for all"); // the connection still fits
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void packsOnceForThoseWhoCanUnpack() throws Exception {
        var text = "Sicherheit im Quartier. ".repeat(200);
        says(text, KEEP, "Content-Type: text/html");
        for (var i = 0; i < 2; i++) {
            var packed = caller().with("Accept-Encoding", "gzip, deflate, br").bytes(path);
            assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(packed.headers().firstValue("Vary").orElse(""))
                    .isEqualToIgnoringCase("Accept-Encoding");
            assertThat(packed.body().length).isLessThan(text.length() / 10);
            try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(text);
            }
            var plain = caller().get(path);
            assertThat(plain.header("Content-Encoding")).isEmpty();
            assertThat(plain.body()).isEqualTo(text);
            assertThat(plain.header("ETag"))
                    .isNotEqualTo(packed.headers().firstValue("ETag").orElseThrow());
        }
        assertThat(asked()).isOne();
        assertThat(Upstreams.MEMBERSHIP.last().headers()).contains("accept-encoding: identity");
    }

    @Test
    void whatIsTooLongIsPassedOnWhole() throws Exception {
        var text = "x".repeat(1_500_000);
        says(text, KEEP);
        for (var i = 0; i < 2; i++) assertThat(caller().get(path).body()).isEqualTo(text);
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void manyAtOnceAskOnce() throws Exception {
        says("for all", KEEP);
        var gate = Upstreams.MEMBERSHIP.waits();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = many(threads::submit, 30);
            await().atMost(Duration.ofSeconds(5)).until(() -> Upstreams.MEMBERSHIP.waiting() == 1);
            gate.complete(null);
            for (var each : waiting) assertThat(each.get().body()).isEqualTo("for all");
        }
        assertThat(asked()).isOne();
    }

    @Test
    void aFailureIsNotSharedAndNobodyHangs() throws Exception {
        Upstreams.MEMBERSHIP.said.put(path, new Said(500, "broken", List.of(KEEP)));
        var gate = Upstreams.MEMBERSHIP.waits();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = many(threads::submit, 5);
            await().atMost(Duration.ofSeconds(5)).until(() -> Upstreams.MEMBERSHIP.waiting() >= 1);
            gate.complete(null);
            for (var each : waiting) assertThat(each.get().status()).isEqualTo(500);
        }
        says("well again", KEEP);
        assertThat(caller().get(path).body()).isEqualTo("well again");
    }

    @Test
    void whoLeavesBeforeTheAnswerIsReplacedByOneOfThoseWhoWait() throws Exception {
        says("for all", KEEP);
        var gate = Upstreams.MEMBERSHIP.waits();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Caller.Answer>> waiting;
            try (var first = new Socket("127.0.0.1", port)) {
                first.getOutputStream()
                        .write(
                                ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));
                await().until(() -> Upstreams.MEMBERSHIP.waiting() == 1);
                waiting = many(threads::submit, 10);
                assertThat(Upstreams.MEMBERSHIP.waiting()).isEqualTo(1);
            }
            await().until(() -> Upstreams.MEMBERSHIP.waiting() == 2);
            gate.complete(null);
            for (var each : waiting) assertThat(each.get().body()).isEqualTo("for all");
        }
        assertThat(asked()).isEqualTo(2);
    }

    private List<Future<Caller.Answer>> many(
            java.util.function.Function<Callable<Caller.Answer>, Future<Caller.Answer>> start,
            int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> start.apply(() -> caller().get(path)))
                .toList();
    }

    @Test
    void whoWritesReadsWhatWasWritten() throws Exception {
        says("before", KEEP);
        caller().get(path);
        assertThat(caller().post("/versammlung", "a=b").status()).isEqualTo(200);
        assertThat(caller().get(path).body()).isEqualTo("before"); // another service's command
        says("after", KEEP);
        assertThat(caller().post("/gremien/x/benennungen", "a=b").status()).isEqualTo(200);
        assertThat(caller().get(path).body()).isEqualTo("after");
    }

    @Test
    void aCommandThatSaysWhatItChangesMakesOldWhatShowsThatAndNothingElse() throws Exception {
        says("before", KEEP, "Stadtforum-Shows: one two");
        caller().get(path);
        assertThat(caller().get(path).header("Stadtforum-Shows")).as("nobody's business").isEmpty();
        says("after", KEEP, "Stadtforum-Shows: one two");
        changing("three");
        assertThat(caller().get(path).body()).as("something else changed").isEqualTo("before");
        changing("two");
        assertThat(caller().get(path).body()).isEqualTo("after");
        says("again", KEEP, "Stadtforum-Shows: one two");
        changing("");
        assertThat(caller().get(path).body())
                .as("what does not say concerns all")
                .isEqualTo("again");
    }

    @Test
    void aPageThatDoesNotSayWhatItShowsIsMadeOldByEachCommand() throws Exception {
        says("before", KEEP);
        caller().get(path);
        says("after", KEEP);
        changing("three");
        assertThat(caller().get(path).body()).isEqualTo("after");
    }

    @Test
    void whoComesAfterACommandDoesNotWaitForAnAnswerOfBefore() throws Exception {
        says("before", KEEP);
        var gate = Upstreams.MEMBERSHIP.waits();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var early = threads.submit(() -> caller().get(path));
            await().until(() -> Upstreams.MEMBERSHIP.waiting() == 1);
            Upstreams.MEMBERSHIP.takesItsTime(Duration.ZERO);
            changing("");
            says("after", KEEP);
            assertThat(caller().get(path).body()).isEqualTo("after");
            says("before", KEEP);
            gate.complete(null);
            assertThat(early.get().body()).isEqualTo("before");
        }
        assertThat(caller().get(path).body()).as("the later one stays").isEqualTo("after");
    }

    private void changing(String what) throws Exception {
        Upstreams.MEMBERSHIP.said.put(
                "/gremien/x/benennungen",
                what.isEmpty()
                        ? Said.page("done")
                        : Said.page("done", "Stadtforum-Changes: " + what));
        var answer = caller().post("/gremien/x/benennungen", "a=b");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Stadtforum-Changes")).isEmpty();
    }

    @Test
    void aPageThatIsGoneIsGone() throws Exception {
        says("for now", "Cache-Control: max-age=1, stale-if-error=60");
        caller().get(path);
        Upstreams.MEMBERSHIP.said.put(path, new Said(404, "gone", List.of()));
        await().atMost(Duration.ofSeconds(5)).until(() -> caller().get(path).status() == 404);
        Upstreams.MEMBERSHIP.said.put(path, new Said(503, "away", List.of()));
        assertThat(caller().get(path).status()).isEqualTo(503);
    }
}
