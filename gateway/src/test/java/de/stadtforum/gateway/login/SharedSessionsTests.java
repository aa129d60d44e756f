package de.stadtforum.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoClient;
import de.stadtforum.gateway.edge.EndedSessions;
import de.stadtforum.gateway.edge.SessionsAway;
import de.stadtforum.testing.TestPlatform;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Flux;

/// Two gateways share their sessions in a real database.
class SharedSessionsTests {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final String NAME = "gateway-" + System.nanoTime();

    private final EndedSessions ended = new EndedSessions();
    private final List<SharedSessions> gateways = new ArrayList<>();
    private final com.mongodb.client.MongoClient look =
            MongoClients.create(TestPlatform.mongodbUri());
    private final MongoCollection<Document> stored =
            look.getDatabase(TestPlatform.own(NAME)).getCollection("sessions");
    private MongoClient client;
    private Instant now = Instant.parse("2024-03-05T16:00:00Z");
    private SharedSessions one;
    private SharedSessions other;

    @BeforeEach
    void twoGateways() {
        stored.deleteMany(new Document());
        client = SessionConfiguration.client(TestPlatform.mongodbUri());
        one = gateway();
        other = gateway();
    }

    @AfterEach
    void end() {
        gateways.forEach(SharedSessions::stop);
        client.close();
        look.close();
    }

    private SharedSessions gateway() {
        InstantSource clock = () -> now;
        var sessions =
                new SharedSessions(
                        client.getDatabase(NAME).getCollection("sessions"),
                        ended,
                        clock.withZone(ZoneOffset.UTC));
        gateways.add(sessions);
        return sessions;
    }

    private static WebSession begun(SharedSessions gateway) {
        var session = gateway.createWebSession().block();
        session.getAttributes().put("page", "/eingang");
        session.save().block();
        return session;
    }

    private static WebSession loggedIn(SharedSessions gateway, String account, String there) {
        var session = begun(gateway);
        session.changeSessionId().block();
        var user = Logins.of(account, there);
        session.getAttributes()
                .put(
                        "SPRING_SECURITY_CONTEXT",
                        new SecurityContextImpl(
                                new OAuth2AuthenticationToken(
                                        user, user.getAuthorities(), Provider.ID)));
        gateway.opened(user, wrapped(session)).block();
        return session;
    }

    /// As Spring Security does while somebody logs in.
    private static WebSession wrapped(WebSession session) {
        return (WebSession)
                Proxy.newProxyInstance(
                        WebSession.class.getClassLoader(),
                        new Class<?>[] {WebSession.class},
                        (_, method, arguments) -> method.invoke(session, arguments));
    }

    private static WebSession at(SharedSessions gateway, WebSession session) {
        return gateway.retrieveSession(session.getId()).block();
    }

    @Test
    void aSessionIsTheSameAtEachGatewayAndOutlivesThem() {
        var session = loggedIn(one, "vorsitz", "there");
        assertThat(at(other, session).getAttributes().get("SPRING_SECURITY_CONTEXT"))
                .isEqualTo(session.getAttributes().get("SPRING_SECURITY_CONTEXT"));
        one.stop();
        assertThat(at(gateway(), session).getAttributes()).containsEntry("page", "/eingang");
    }

    @Test
    void aNewIdAtTheLoginLeavesNothingAtTheOldOne() {
        var session = begun(one);
        var before = session.getId();
        session.changeSessionId().block();
        session.save().block();
        assertThat(other.retrieveSession(before).block()).isNull();
        assertThat(at(other, session).getAttributes()).containsEntry("page", "/eingang");
    }

    @Test
    void whoLogsOutIsOutAtTheOtherGatewayToo() {
        var session = loggedIn(one, "vorsitz", "there");
        assertThat(at(other, session)).isNotNull();
        one.end(session).block();
        now = now.plus(WITHIN);
        assertThat(at(other, session)).isNull();
    }

    @Test
    void allOfAnAccountEndAndNobodyElses() {
        var desk = loggedIn(one, "vorsitz", "a");
        var phone = loggedIn(other, "vorsitz", "b");
        var somebodyElse = loggedIn(other, "moderation", "c");
        one.endAllOf("vorsitz").block();
        now = now.plus(WITHIN);
        assertThat(at(other, desk)).isNull();
        assertThat(at(other, phone)).isNull();
        assertThat(at(one, somebodyElse)).isNotNull();
    }

    @Test
    void theProvidersWordEndsTheOneOrAllOfTheAccount() {
        var first = loggedIn(one, "vorsitz", "a");
        var second = loggedIn(one, "vorsitz", "b");
        var third = loggedIn(one, "vorsitz", "c");
        other.endedThere(word().sessionId("a").build()).block();
        now = now.plus(WITHIN);
        assertThat(at(one, first)).isNull();
        assertThat(at(one, second)).isNotNull();
        other.endedThere(word().subject("vorsitz").build()).block();
        now = now.plus(WITHIN);
        assertThat(at(one, second)).isNull();
        assertThat(at(one, third)).isNull();
    }

    private static OidcLogoutToken.Builder word() {
        return OidcLogoutToken.withTokenValue("word")
                .issuer(Logins.PROVIDER)
                .audience(List.of("gateway"))
                .jti("word");
    }

    @Test
    void whatEndedWhileSomebodyChangedItStaysEnded() {
        var session = loggedIn(one, "vorsitz", "there");
        var mine = at(other, session);
        one.end(session).block();
        mine.getAttributes().put("page", "/sitzungen");
        mine.save().block();
        assertThat(mine.isExpired()).isTrue();
        assertThat(stored.countDocuments()).isZero();
    }

    @Test
    void requestsAtTheSameTimeLoseNothingOfEachOther() {
        var session = begun(one);
        var first = at(one, session);
        var second = at(other, session);
        first.getAttributes().put("first", "1");
        second.getAttributes().put("second", "2");
        second.getAttributes().remove("page");
        first.save().block();
        second.save().block();
        now = now.plus(WITHIN);
        assertThat(at(one, session).getAttributes())
                .containsEntry("first", "1")
                .containsEntry("second", "2")
                .doesNotContainKey("page");
    }

    @Test
    void ofManyWhoWouldRenewOneMayUntilItHasSavedOrIsLate() {
        var session = loggedIn(one, "vorsitz", "there");
        var may =
                Flux.range(0, 20)
                        .flatMap(each -> (each % 2 == 0 ? one : other).mayRenew(session))
                        .collectList()
                        .block();
        assertThat(may).containsOnlyOnce(true);
        session.getAttributes().put("token", "renewed");
        session.save().block();
        assertThat(other.mayRenew(session).block()).as("after it has saved").isTrue();
        assertThat(one.mayRenew(session).block()).isFalse();
        now = now.plus(Sessions.RENEWAL).plusMillis(1);
        assertThat(one.mayRenew(session).block()).as("of one that came to grief").isTrue();
    }

    @Test
    void theDatabaseKnowsNeitherIdNorContent() {
        var session = begun(one);
        var kept = stored.find().first();
        var all = kept.toJson();
        assertThat(all).doesNotContain(session.getId()).doesNotContain("eingang");
        assertThat(
                        new String(
                                kept.get("held", Binary.class).getData(),
                                StandardCharsets.ISO_8859_1))
                .doesNotContain("eingang");
    }

    @Test
    void whatSomebodyPutIntoTheDatabaseOpensNothing() {
        var mine = loggedIn(one, "moderation", "a");
        var theirs = loggedIn(one, "vorsitz", "b");
        var sealed =
                stored.find(new Document("_id", SealedAttributes.place(theirs.getId())))
                        .first()
                        .get("held");
        stored.updateOne(
                new Document("_id", SealedAttributes.place(mine.getId())),
                new Document("$set", new Document("held", sealed)));
        assertThat(at(gateway(), mine)).isNull();
    }

    @Test
    void anIdThatNobodyGaveOutIsNone() {
        for (var id : List.of("planted", "", "x".repeat(5_000), "$ne"))
            assertThat(one.retrieveSession(id).block()).as(id).isNull();
    }

    @Test
    void aSessionEndsWhenItIsNotUsedAndLivesWhileItIs() {
        var session = loggedIn(one, "vorsitz", "there");
        for (var hours = 0; hours < 4; hours++) {
            now = now.plus(Duration.ofHours(2));
            assertThat(at(one, session)).as("after %s hours", 2 * hours + 2).isNotNull();
        }
        now = now.plus(Sessions.UNUSED).plusSeconds(1);
        assertThat(at(one, session)).isNull();
    }

    @Test
    void whatIsOverIsCleanedAway() {
        begun(one);
        now = now.plus(Sessions.BEFORE_THE_LOGIN).plusSeconds(1);
        one.start();
        await().atMost(WITHIN).untilAsserted(() -> assertThat(stored.countDocuments()).isZero());
    }

    @Test
    void anAccountHasSoManyAndTheOldestEndsFirst() {
        var first = loggedIn(one, "vorsitz", "0");
        var others =
                IntStream.rangeClosed(1, Sessions.MOST)
                        .mapToObj(each -> {
                            now = now.plusSeconds(1);
                            return loggedIn(one, "vorsitz", "" + each);
                        })
                        .toList();
        assertThat(stored.countDocuments()).isEqualTo(Sessions.MOST);
        assertThat(at(gateway(), first)).isNull();
        assertThat(at(gateway(), others.getFirst())).isNotNull();
    }

    @Test
    void anOpenPageEndsWithItsSessionWhereverThatEnds() {
        var session = loggedIn(one, "vorsitz", "there");
        other.start();
        var closed = ended.endOf(session.getId()).toFuture();
        stored.deleteMany(new Document());
        await().atMost(WITHIN).until(closed::isDone);
    }

    @Test
    void whileTheDatabaseIsAwayWhoWasSeenStaysAndNobodyElseComesIn() {
        var seen = loggedIn(one, "vorsitz", "there");
        assertThat(at(one, seen)).isNotNull();
        TestPlatform.store().kill();
        try {
            now = now.plus(WITHIN);
            assertThat(at(one, seen).getAttributes()).containsEntry("page", "/eingang");
            assertThatThrownBy(() -> one.retrieveSession("another").block())
                    .isInstanceOf(SessionsAway.class);
        } finally {
            TestPlatform.store().start();
        }
        assertThat(at(gateway(), seen)).isNotNull();
    }
}
