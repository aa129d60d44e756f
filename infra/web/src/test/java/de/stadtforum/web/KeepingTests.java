package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.messaging.context.CacheTags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KeepingTests {
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/gremien");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private String kept() {
        new Keeping().writeHeaders(request, response);
        return String.valueOf(response.getHeader("Cache-Control"));
    }

    @Test
    void whatResidentsReadIsKeptForAMoment() {
        assertThat(kept()).isEqualTo("max-age=0, s-maxage=5, stale-if-error=21600");
    }

    @ParameterizedTest
    @CsvSource({"Authorization, Bearer x", "X-Stadtforum-Time, 2024-03-05T10:00:00Z"})
    void whatIsForOneCallerIsKeptByNobody(String header, String value) {
        request.addHeader(header, value);
        assertThat(kept()).contains("no-store").doesNotContain("s-maxage");
    }

    @ParameterizedTest
    @CsvSource({"POST, /gremien, 200", "GET, /gremien, 404", "GET, /actuator/health, 200"})
    void writingFailuresAndTheInsideAreKeptByNobody(String method, String path, int status) {
        request.setMethod(method);
        request.setRequestURI(path);
        response.setStatus(status);
        assertThat(kept()).contains("no-store").doesNotContain("s-maxage");
    }

    private String said(String header) {
        var tags = new CacheTags();
        request.setAttribute(CacheTags.class.getName(), tags);
        tags.collect(() -> {
            CacheTags.shows("bodies/rat");
            CacheTags.shows("councils");
            CacheTags.changes("bodies/rat");
            return true;
        });
        kept();
        return String.valueOf(response.getHeader(header));
    }

    @Test
    void theCacheIsToldOfWhatAPageShowsSomething() {
        assertThat(said("Stadtforum-Shows")).isEqualTo("bodies/rat councils");
        assertThat(response.getHeader("Stadtforum-Changes")).isNull();
    }

    @Test
    void theCacheIsToldWhatACommandChanges() {
        request.setMethod("POST");
        assertThat(said("Stadtforum-Changes")).isEqualTo("bodies/rat");
        assertThat(response.getHeader("Stadtforum-Shows")).isNull();
    }

    @Test
    void whatIsForOneCallerSaysNothingOfWhatWasRead() {
        request.addHeader("Authorization", "Bearer x");
        assertThat(said("Stadtforum-Shows")).isEqualTo("null");
    }

    @Test
    void whatAPageSaysItselfStays() {
        response.setHeader("Cache-Control", "no-store");
        assertThat(kept()).isEqualTo("no-store");
    }
}
