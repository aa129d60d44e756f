package de.stadtforum.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import de.stadtforum.gateway.paths.KnownPaths;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/// The demo's time comes from this machine only; a test over TCP always comes from it.
class TimeFromElsewhereTests {
    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "::1, true", "192.0.2.1, false", "2001:db8::1, false"})
    void onlyThisMachineMayCarryItsTime(String peer, boolean carried) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("demo");
        var passed = new AtomicReference<ServerHttpRequest>();
        new Stripped(
                        new Bodies(
                                mock(KnownPaths.class),
                                mock(Saying.class),
                                Duration.ofSeconds(20),
                                Duration.ofMinutes(5)),
                        environment)
                .filter(
                        MockServerWebExchange.from(
                                MockServerHttpRequest.get("/gremien")
                                        .header("X-Stadtforum-Time", "2024-03-05T10:00:00Z")
                                        .remoteAddress(new InetSocketAddress(peer, 50_000))),
                        exchange -> {
                            passed.set(exchange.getRequest());
                            return Mono.empty();
                        })
                .block();
        assertThat(passed.get().getHeaders().containsHeader("X-Stadtforum-Time"))
                .isEqualTo(carried);
    }
}
