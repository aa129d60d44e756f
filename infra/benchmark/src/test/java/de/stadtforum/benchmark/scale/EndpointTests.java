package de.stadtforum.benchmark.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EndpointTests {
    @Test
    void readsWhatServicesOfferEverybody() throws IOException {
        assertThat(Endpoint.open(Path.of("../..")))
                .extracting(Endpoint::path)
                .contains(
                        "/",
                        "/labore/{id}",
                        "/versammlung",
                        "/gremien/{id}",
                        "/berichte/{id}.pdf",
                        "/api/lab/openapi.json",
                        "/api/session/openapi.json")
                .doesNotContain("/**", "/actuator/health", "/einladungen/{secret}", "/eingang");
    }

    @Test
    void theMoreExactOfTwoComesFirst() throws IOException {
        assertThat(Endpoint.open(Path.of("../..")))
                .filteredOn(each -> each.fits("/berichte/bericht-2024-h1.pdf"))
                .extracting(Endpoint::path)
                .containsExactly("/berichte/{id}.pdf", "/berichte/{id}");
    }

    @Test
    void aVariableIsOnePartOfAPath() {
        var endpoint = new Endpoint("/gremien/{id}/sitzverteilung");
        assertThat(endpoint.fits("/gremien/rat/sitzverteilung")).isTrue();
        assertThat(endpoint.fits("/gremien/rat")).isFalse();
        assertThat(endpoint.fits("/gremien/a/b/sitzverteilung")).isFalse();
        assertThat(endpoint.of("rat")).isEqualTo("/gremien/rat/sitzverteilung");
    }
}
