package de.stadtforum.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class WayBackTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example/",
                "https://elsewhere.example/",
                "/\\elsewhere.example",
                "javascript:alert(1)",
                "/eingang\r\nSet-Cookie: a=b",
                "/anmelden",
                "/abmelden",
                "/login/oauth2/code/stadtforum",
                "eingang",
                ""
            })
    void leadsNowhereElse(String path) {
        assertThat(WayBack.of(path)).isEqualTo(WayBack.START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/eingang", "/sitzungen?body=vollversammlung", "/einladungen/Ab_-9"})
    void leadsToThePageThatWasAskedFor(String path) {
        assertThat(WayBack.of(path).path()).isEqualTo(path);
    }

    @Test
    void leadsToThePageWhoseLinkWasFollowed() {
        assertThat(
                        WayBack.of(
                                        MockServerHttpRequest.get("/anmelden")
                                                .header("Host", "stadtforum.example")
                                                .header(
                                                        "Referer",
                                                        "https://stadtforum.example/eingang")
                                                .build())
                                .path())
                .isEqualTo("/eingang");
        assertThat(
                        WayBack.of(
                                MockServerHttpRequest.get("/anmelden")
                                        .header("Host", "stadtforum.example")
                                        .header("Referer", "https://elsewhere.example/eingang")
                                        .build()))
                .isEqualTo(WayBack.START);
    }
}
