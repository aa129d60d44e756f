package de.stadtforum.reporting.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.reporting.ReportingTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// The ledger answers for days of its city's life; a day in the year 999,999,999 would cost a computation without end.
@ReportingTest
class ObligationDaysTests {
    @Autowired private MockMvc mvc;

    @ParameterizedTest
    @CsvSource({
        "2024-06-30, 200",
        "2000-01-01, 200",
        "1999-12-31, 400",
        "0000-01-01, 400",
        "-999999999-01-01, 400",
        "+999999999-12-31, 400",
        "9999-12-31, 400"
    })
    void daysOutsideTheCitysLifeAreRefused(String day, int status) throws Exception {
        for (var which : new String[] {"on", "known"}) {
            var answer =
                    mvc.perform(
                                    MockMvcRequestBuilders.get("/api/reporting/obligations")
                                            .param(which, day))
                            .andReturn()
                            .getResponse();
            assertThat(answer.getStatus()).as(which).isEqualTo(status);
            if (status == 400) assertThat(answer.getContentAsString()).contains(which);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06-30, 200, Gezeigt wird der Stand vom 30. Juni 2024",
        "2025-07-21, 400, nicht in der Zukunft"
    })
    void thePageShowsADayThatIsOver(String day, int status, String words) throws Exception {
        var answer =
                mvc.perform(
                                MockMvcRequestBuilders.get("/beschluss")
                                        .param("am", day)
                                        .accept(MediaType.TEXT_HTML))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains(words);
    }
}
