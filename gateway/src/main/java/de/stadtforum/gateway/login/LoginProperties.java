package de.stadtforum.gateway.login;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Any provider of OpenID Connect: `stadtforum.login.*`.
///
/// @param issuer whose discovery document says the rest
/// @param clientId this gateway's name there
/// @param database that all gateways share for their sessions, as a connection string
/// @param publicUrl where browsers reach this gateway, when a proxy stands before it
@ConfigurationProperties("stadtforum.login")
record LoginProperties(
        @Nullable URI issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String database,
        @Nullable URI publicUrl) {

    /// As Spring Security fills it in.
    String base() {
        return publicUrl == null ? "{baseUrl}" : publicUrl.toString().replaceFirst("/$", "");
    }

    /// Cookies go over TLS only, unless nobody but this machine can reach the gateway.
    ///
    /// @param bound the address that the gateway listens at, where one is set
    boolean secureCookie(@Nullable InetAddress bound) {
        if (publicUrl == null) return bound == null || !bound.isLoopbackAddress();
        try {
            return !InetAddress.getByName(publicUrl.getHost()).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return true;
        }
    }
}
