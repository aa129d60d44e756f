package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.web.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(
        classes = Sample.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "stadtforum.demo.today=2025-02-18T09:00:00Z")
@ActiveProfiles("demo")
class DemoTimeTests {
    @LocalServerPort private int port;

    @Test
    void aRequestBringsItsOwnTimeAndTheOthersHaveTheDemosToday() throws Exception {
        var browser = new Browser(port);
        var then = browser.with(RequestContext.TIME, "2024-03-05T10:00:00Z");
        assertThat(then.get("/api/sample/things/who").json().at("/now").asString())
                .isEqualTo("2024-03-05T10:00:00Z");
        assertThat(browser.get("/api/sample/things/who").json().at("/now").asString())
                .isEqualTo("2025-02-18T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gestern", "2024-03-05", "+1000000000-01-01T00:00:00Z"})
    void aTimeThatIsNoneIsBadInput(String time) throws Exception {
        var answer =
                new Browser(port).with(RequestContext.TIME, time).get("/api/sample/things/who");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(RequestContext.TIME);
    }
}
