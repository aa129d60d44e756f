package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.TestTokens;
import de.stadtforum.web.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Structured logs carry the ids of request and trace, and nobody's words.
@ExtendWith(OutputCaptureExtension.class)
class LogTests {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void aFailureIsFoundByRequestAndTraceAndSaysNoWords(CapturedOutput output) throws Exception {
        // other programs of this test run have set the logs up already
        LoggingSystem.get(LogTests.class.getClassLoader()).cleanUp();
        try (var program =
                new SpringApplicationBuilder(Sample.class)
                        .run(
                                "--server.port=0",
                                "--logging.config=classpath:structured-logs.xml",
                                "--logging.structured.format.console=ecs",
                                "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                                        + TestTokens.publicKey().toUri())) {
            var port = program.getEnvironment().getProperty("local.server.port", Integer.class, 0);
            var answer =
                    new Browser(port)
                            .as(TestTokens.of("konto-ada", "p-ada", "member:*"))
                            .with("X-Request-Id", "r-4711")
                            .with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                            .get("/api/sample/things/broken");
            assertThat(answer.header("X-Request-Id")).isEqualTo("r-4711");

            var failure = line(output, "/api/sample/things/broken failed");
            assertThat(failure.at("/trace/id").asString()).isEqualTo(TRACE);
            assertThat(failure.at("/request/id").asString()).isEqualTo("r-4711");
            assertThat(failure.at("/error/type").asString()).contains("IllegalStateException");
            assertThat(failure.at("/error/stack_trace").asString())
                    .contains("java.lang.IllegalStateException", "ThingApi.broken");
            assertThat(failure.toString())
                    .doesNotContain("words from the inside", "konto-ada", "p-ada");
        }
    }

    @Test
    void anIdOfARequestThatIsNoneIsReplaced() throws Exception {
        try (var program =
                new SpringApplicationBuilder(Sample.class)
                        .run(
                                "--server.port=0",
                                "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                                        + TestTokens.publicKey().toUri())) {
            var port = program.getEnvironment().getProperty("local.server.port", Integer.class, 0);
            var answer =
                    new Browser(port)
                            .with("X-Request-Id", "a b{\"x\":1}")
                            .get("/api/sample/things/who");
            assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        }
    }

    private static JsonNode line(CapturedOutput output, String words) {
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains(words))
                .map(line -> JsonMapper.shared().readTree(line))
                .findFirst()
                .orElseThrow();
    }
}
