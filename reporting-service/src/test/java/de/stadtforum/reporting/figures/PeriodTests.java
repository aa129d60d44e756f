package de.stadtforum.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTests {
    @ParameterizedTest
    @CsvSource({
        "2024-H1, 2024-01-01, 2024-06-30, 1. Halbjahr 2024",
        "2024-H2, 2024-07-01, 2024-12-31, 2. Halbjahr 2024",
        "2024-Q1, 2024-01-01, 2024-03-31, 1. Quartal 2024",
        "2023-Q1, 2023-01-01, 2023-03-31, 1. Quartal 2023",
        "2024-Q4, 2024-10-01, 2024-12-31, 4. Quartal 2024",
        "2024-02-01--2024-04-30, 2024-02-01, 2024-04-30, 1. Februar bis 30. April 2024",
        "2023-12-01--2024-02-29, 2023-12-01, 2024-02-29, 1. Dezember 2023 bis 29. Februar 2024",
        "2024-01-01--2024-12-31, 2024-01-01, 2024-12-31, 1. Januar bis 31. Dezember 2024",
        "2024-02-29--2024-02-29, 2024-02-29, 2024-02-29, 29. Februar 2024"
    })
    void aPeriodHasANameWordsAndItsFirstAndLastDay(
            String name, LocalDate first, LocalDate last, String words) {
        assertThat(Period.of(name))
                .hasValueSatisfying(period -> {
                    assertThat(period).isEqualTo(new Period(first, last));
                    assertThat(period.name()).isEqualTo(name);
                    assertThat(period.words()).isEqualTo(words);
                    assertThat(period.covers(first) && period.covers(last)).isTrue();
                    assertThat(period.covers(first.minusDays(1)) || period.covers(last.plusDays(1)))
                            .isFalse();
                    assertThat(name).matches(Period.NAME);
                });
    }

    /// Of one period there are not two names, or two reports could be on it.
    @Test
    void theDaysOfAHalfYearAreTheHalfYear() {
        var half = Period.halfYear(2024, 1);
        assertThat(Period.of("2024-01-01--2024-06-30")).contains(half);
        assertThat(Period.of("2024-01-01--2024-06-30").orElseThrow().name()).isEqualTo("2024-H1");
        assertThat(Period.of("2024-04-01--2024-06-30")).contains(Period.quarter(2024, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-H3",
        "2024-Q5",
        "2024",
        "H1-2024",
        "1999-H1",
        "2024-02-30--2024-04-30",
        "2024-04-30--2024-02-01",
        "2024-02-01/2024-04-30"
    })
    void nothingElseIsAPeriod(String name) {
        assertThat(Period.of(name)).isEmpty();
    }

    @Test
    void aPeriodDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() ->
                        new Period(LocalDate.parse("2024-02-02"), LocalDate.parse("2024-02-01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-H1, 2024-H2",
        "2024-H2, 2025-H1",
        "2024-Q4, 2025-Q1",
        "2024-02-01--2024-02-29, 2024-03-01--2024-03-29"
    })
    void oneFollowsTheOther(String name, String next) {
        assertThat(Period.of(name).map(Period::next).map(Period::name)).contains(next);
    }

    /// Of the same rhythm two never meet, and together they are the year.
    @Test
    void theHalvesAndTheQuartersOfAYearLeaveNoDayOutAndHaveNoneTwice() {
        for (var rhythm : Period.Rhythm.values()) {
            var day = LocalDate.of(2024, 1, 1);
            for (var period = rhythm.at(day);
                    period.from().getYear() == 2024;
                    period = period.next()) {
                assertThat(period.from()).isEqualTo(day);
                for (; period.covers(day); day = day.plusDays(1))
                    assertThat(rhythm.at(day)).isEqualTo(period);
            }
            assertThat(day).isEqualTo("2025-01-01");
        }
    }

    @Test
    void itIsOverOnTheDayAfterItsLast() {
        var half = Period.halfYear(2024, 1);
        assertThat(half.over(LocalDate.parse("2024-06-30"))).isFalse();
        assertThat(half.over(LocalDate.parse("2024-07-01"))).isTrue();
    }
}
