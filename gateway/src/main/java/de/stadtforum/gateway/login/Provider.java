package de.stadtforum.gateway.login;

import java.time.Duration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The city's identity provider, asked for its addresses when somebody first logs in: while it is away, everything else goes on.
@Component
class Provider implements ReactiveClientRegistrationRepository {
    static final String ID = "stadtforum";
    private static final Duration ADDRESSES_HOLD = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final Mono<ClientRegistration> registration;

    Provider(LoginProperties properties) {
        this.registration =
                Mono.fromCallable(() -> discover(properties))
                        .subscribeOn(Schedulers.boundedElastic())
                        .timeout(PATIENCE)
                        .cache(_ -> ADDRESSES_HOLD, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    private static ClientRegistration discover(LoginProperties properties) {
        if (properties.issuer() == null || properties.clientId() == null)
            throw new IllegalStateException(
                    "stadtforum.login.issuer and stadtforum.login.client-id name no provider");
        return ClientRegistrations.fromIssuerLocation(properties.issuer().toString())
                .registrationId(ID)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .scope("openid")
                .redirectUri(properties.base() + "/login/oauth2/code/{registrationId}")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    Mono<ClientRegistration> registration() {
        return registration;
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        return ID.equals(id) ? registration : Mono.empty();
    }
}
