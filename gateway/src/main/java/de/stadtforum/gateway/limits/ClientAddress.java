package de.stadtforum.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// Whose budget it is: the address that connects, or the last one that a trusted proxy names. Of IPv6 the network counts, because one household has a whole one.
@Component
class ClientAddress {
    private static final int NETWORK = 8; // bytes: a /64
    private static final String NAMED = "X-Forwarded-For";

    private final @Nullable Pattern trusted;

    ClientAddress(
            @Value("${spring.cloud.gateway.server.webflux.trusted-proxies:}") String trusted) {
        this.trusted = trusted.isEmpty() ? null : Pattern.compile(trusted);
    }

    String of(ServerHttpRequest request) {
        return of(request.getRemoteAddress(), request.getHeaders().getOrDefault(NAMED, List.of()));
    }

    /// @param named the lines of the header in which proxies name whom they speak for
    String of(@Nullable InetSocketAddress peer, List<String> named) {
        var address = peer == null ? null : peer.getAddress();
        if (address == null) return "unknown";
        if (!isTrusted(address.getHostAddress())) return network(address);
        var all =
                named.stream()
                        .flatMap(line -> Arrays.stream(line.split(",")))
                        .map(String::trim)
                        .toList();
        for (var each : all.reversed())
            if (!isTrusted(each)) return network(written(each, address));
        return network(address);
    }

    private boolean isTrusted(String address) {
        return trusted != null && trusted.matcher(address).matches();
    }

    /// Never a name that would have to be looked up.
    private static InetAddress written(String named, InetAddress proxy) {
        try {
            return InetAddress.ofLiteral(named);
        } catch (IllegalArgumentException _) {
            return proxy;
        }
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address six
                ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK)
                : address.getHostAddress();
    }
}
