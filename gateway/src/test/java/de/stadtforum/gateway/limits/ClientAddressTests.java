package de.stadtforum.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTests {
    private static final ClientAddress BEHIND_A_PROXY = new ClientAddress("10\\.0\\.0\\.\\d+");

    private static InetSocketAddress peer(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 50_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1 | 198.51.100.9            | 192.0.2.1",
                "10.0.0.1  | 198.51.100.9            | 198.51.100.9",
                "10.0.0.1  | 203.0.113.7, 198.51.100.9 | 198.51.100.9",
                "10.0.0.1  | 198.51.100.9, 10.0.0.2  | 198.51.100.9",
                "10.0.0.1  | 10.0.0.2                | 10.0.0.1",
                "10.0.0.1  | example.org             | 10.0.0.1",
                "10.0.0.1  | 999.1.1.1               | 10.0.0.1",
                "10.0.0.1  | 2001:db8:1:2:3::4       | 20010db800010002",
            })
    void believesTrustedProxiesOnly(String peer, String named, String counted) {
        assertThat(BEHIND_A_PROXY.of(peer(peer), List.of(named))).isEqualTo(counted);
    }

    @Test
    void withoutAProxyNobodyIsBelieved() {
        assertThat(new ClientAddress("").of(peer("10.0.0.1"), List.of("198.51.100.9")))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void aNetworkOfTheNewInternetIsOneAddress() {
        var clients = new ClientAddress("");
        assertThat(clients.of(peer("2001:db8:1:2::1"), List.of()))
                .isEqualTo(clients.of(peer("2001:db8:1:2:ffff::9"), List.of()))
                .isNotEqualTo(clients.of(peer("2001:db8:1:3::1"), List.of()));
    }
}
