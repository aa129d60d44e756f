package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.web.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A list says where its next lines are.
@SpringBootTest(classes = Sample.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ListedTests {
    private static final String LIST = "/api/sample/things";

    @LocalServerPort private int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    -                       | cursor=b-next
                    limit=7                 | limit=7&cursor=b-next
                    body=a%20b&lang=en      | body=a%20b&lang=en&cursor=b-next
                    """)
    void theNextIsRelativeWithAllElseThatWasAsked(String query, String next) throws Exception {
        var answer = new Browser(port).get(query == null ? LIST : LIST + "?" + query);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(answer.header("Link")).isEqualTo("<" + LIST + "?" + next + ">; rel=\"next\"");
    }

    @Test
    void theEndHasNoNext() throws Exception {
        var answer = new Browser(port).get(LIST + "?limit=7&cursor=b-next");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Link")).isEmpty();
    }

    @Test
    void theCountIsSaidWhereItIsCounted() throws Exception {
        assertThat(new Browser(port).get(LIST + "?limit=2").header("Total-Count")).isEqualTo("4");
        assertThat(new Browser(port).get(LIST).header("Total-Count")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit, Min",
        "limit=201, limit, Max",
        "limit=abc, limit, Type",
        "limit=1.5, limit, Type"
    })
    void aWrongLimitIsSaid(String query, String field, String rule) throws Exception {
        isSaid(query, field, rule);
    }

    @Test
    void aCursorPastAllBoundsIsNone() throws Exception {
        isSaid("cursor=" + "a".repeat(2_001), "cursor", "Cursor");
    }

    private void isSaid(String query, String field, String rule) throws Exception {
        var answer = new Browser(port).get(LIST + "?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/rule").asString()).isEqualTo(rule);
        assertThat(answer.json().at("/errors/0/message").asString()).isNotBlank();
    }
}
