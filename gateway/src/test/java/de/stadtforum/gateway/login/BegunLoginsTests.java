package de.stadtforum.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.mock.web.server.MockWebSession;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/// Logins in several tabs of one browser; case B34 of the field cases.
class BegunLoginsTests {
    private final BegunLogins logins = new BegunLogins();
    private final MockWebSession session = new MockWebSession();

    @Test
    void eachTabGoesBackToItsOwnPageWhicheverEndsFirst() {
        begins("a", "/eingang");
        begins("b", "/empfehlungen");
        assertThat(endsAt("b")).isEqualTo("/empfehlungen");
        assertThat(endsAt("a")).isEqualTo("/eingang");
    }

    @Test
    void eachEndsOnce() {
        begins("a", "/eingang");
        var callback = callback("a");
        assertThat(logins.loadAuthorizationRequest(callback).block()).isNotNull();
        assertThat(logins.removeAuthorizationRequest(callback).block()).isNotNull();
        assertThat(logins.removeAuthorizationRequest(callback("a")).block()).isNull();
    }

    @Test
    void theOldestOfManyIsForgotten() {
        for (var tab = 1; tab <= 9; tab++) begins("tab-" + tab, "/eingang");
        assertThat(logins.loadAuthorizationRequest(callback("tab-1")).block()).isNull();
        assertThat(logins.loadAuthorizationRequest(callback("tab-2")).block()).isNotNull();
    }

    @Test
    void anotherBrowsersStateIsWorthNothing() {
        begins("a", "/eingang");
        var theirs = new MockWebSession();
        var other =
                MockServerWebExchange.builder(MockServerHttpRequest.get("/?state=a"))
                        .session(theirs)
                        .build();
        assertThat(logins.removeAuthorizationRequest(other).block()).isNull();
        assertThat(theirs.isStarted()).as("a session of its own").isFalse();
        assertThat(WayBack.kept(other)).isEqualTo(WayBack.START);
    }

    private void begins(String state, String page) {
        var path = new WayBack(page).after("/oauth2/authorization/stadtforum");
        logins.saveAuthorizationRequest(
                        OAuth2AuthorizationRequest.authorizationCode()
                                .authorizationUri("https://anmeldung.invalid")
                                .clientId("gateway")
                                .state(state)
                                .build(),
                        exchange(path))
                .block();
    }

    private String endsAt(String state) {
        var callback = callback(state);
        assertThat(logins.removeAuthorizationRequest(callback).block()).isNotNull();
        return WayBack.kept(callback).path();
    }

    private MockServerWebExchange callback(String state) {
        return exchange("/login/oauth2/code/stadtforum?code=c&state=" + state);
    }

    private MockServerWebExchange exchange(String address) {
        return MockServerWebExchange.builder(
                        MockServerHttpRequest.method(HttpMethod.GET, URI.create(address)))
                .session(session)
                .build();
    }
}
