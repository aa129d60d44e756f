package de.stadtforum.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// The session's cookie goes over TLS only, outside of a single machine.
class CookieTests {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Test
    void isForTlsOnlyUnlessNobodyElseReachesTheGateway() throws Exception {
        assertThat(at(null).secureCookie(HERE)).isFalse();
        assertThat(at(null).secureCookie(null)).isTrue();
        assertThat(at(null).secureCookie(InetAddress.getByAddress(new byte[] {10, 0, 0, 1})))
                .isTrue();
    }

    @Test
    void behindAProxyThePublicAddressDecides() {
        assertThat(at("https://stadtforum.invalid").secureCookie(HERE)).isTrue();
        assertThat(at("http://localhost:8080").secureCookie(HERE)).isFalse();
    }

    private static LoginProperties at(String publicUrl) {
        return new LoginProperties(
                null, null, null, null, publicUrl == null ? null : URI.create(publicUrl));
    }
}
