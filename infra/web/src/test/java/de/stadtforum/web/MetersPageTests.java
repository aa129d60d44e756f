package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.testing.TestTokens;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What Prometheus reads: kinds and numbers, never who or what.
@OperatedTest
class MetersPageTests {
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @LocalServerPort private int port;

    @Test
    void saysWhatWasDecidedToldAndHeardAndNamesNobody() throws Exception {
        var member = new Browser(port).as(TestTokens.of("account-" + run, "p-" + run, "member:*"));
        var vote = "/api/session/votes/v-" + run;
        new Browser(port).put(vote, "");
        for (var choice : new String[] {"YES", "NO"})
            member.chunked(
                    "POST",
                    vote + "/ballots",
                    "application/json",
                    "{\"choice\": \"" + choice + "\", \"comment\": \"Wort\"}");
        new Browser(port).as("nonsense").get(vote);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(meters())
                                .contains(
                                        "stadtforum_commands_total{kind=\"ballots\",outcome=\"changed\",rule=\"\"}",
                                        "stadtforum_commands_total{kind=\"ballots\",outcome=\"refused\",rule=\"ALREADY_CAST\"}",
                                        "stadtforum_commands_folded_max",
                                        "stadtforum_relay_told_total{topic=\"stadtforum.session\"}",
                                        "stadtforum_feed_heard_total{feed=\"turnout\"}",
                                        "stadtforum_feed_lag{feed=\"turnout\"} 0.0",
                                        "stadtforum_dead_letters{feed=\"turnout\"}",
                                        "stadtforum_facts_waiting_aggregates 0.0",
                                        "stadtforum_tokens_refused_total",
                                        "http_server_requests_seconds_count"));
        assertThat(meters()).doesNotContain(run, "Wort");
    }

    private String meters() throws Exception {
        var answer = new Browser(port).get("/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        return answer.http().body();
    }
}
