package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a command changed is on its answer, over real HTTP, whoever gives it and however it is answered.
@OperatedTest
class CacheTagsTests {
    private static final String CHANGES = "Stadtforum-Changes";
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort private int port;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String vote = "vote-tags-" + run;
    private final String member = TestTokens.of("account-" + run, "person-" + run, "member:*");

    @Test
    void aCommandSaysWhatItChangedAlsoWhenItIsRepeated() throws Exception {
        for (var i = 0; i < 2; i++)
            assertThat(new Browser(port).put("/api/session/votes/" + vote, "").header(CHANGES))
                    .isEqualTo("ballots ballots/" + vote);
    }

    @Test
    void aFormOfSomebodyWithALoginSaysSoBesideItsRedirect() throws Exception {
        new Browser(port).put("/api/session/votes/" + vote, "");
        var answer =
                new Browser(port)
                        .as(member)
                        .chunked("POST", "/abstimmungen/" + vote + "/stimme", FORM, "choice=YES");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header(CHANGES)).isEqualTo("ballots ballots/" + vote);
    }

    @Test
    void whatIsRefusedChangedNothingOfWhichItWouldHaveToSay() throws Exception {
        var answer =
                new Browser(port)
                        .as(member)
                        .chunked("POST", "/abstimmungen/nicht-da/stimme", FORM, "choice=YES");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header(CHANGES)).isEmpty();
    }
}
