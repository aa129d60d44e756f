package de.stadtforum.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=5                          | 5",
                "Max-Age = 5                        | 5",
                "max-age=\"5\"                      | 5",
                "s-maxage=7                         | 7",
                "public, max-age=5                  | 5",
                "max-age=0, s-maxage=5              | 5",
                "s-maxage=0, max-age=60             | 0",
                "max-age=60, max-age=5              | 5",
                "s-maxage=5, must-revalidate        | 5",
                "max-age=5, extension=\"a, b\"      | 5",
                "max-age=0                          | 0",
                "public                             | 0",
                "must-revalidate                    | 0",
                "max-age                            | 0",
                "max-age=                           | 0",
                "max-age=-5                         | 0",
                "max-age=5s                         | 0",
                "max-age=99999999999                | 0",
                "no-store                           | 0",
                "no-store, max-age=5                | 0",
                "max-age=5, NO-STORE                | 0",
                "public, s-maxage=5, no-store       | 0",
                "private                            | 0",
                "private, s-maxage=5                | 0",
                "private=\"Set-Cookie\", max-age=5  | 0",
                "max-age=5,private                  | 0",
                "no-cache                           | 0",
                "no-cache, max-age=5                | 0",
                "no-cache=\"Set-Cookie\", max-age=5 | 0",
                "no-cache, no-store, max-age=0, must-revalidate | 0",
                "max-age=5, \"no-store              | 0",
                "max-age=5 no-store                 | 0",
            })
    void keepsOnlyWhatTheServiceAllows(String said, long fresh) {
        assertThat(Lifetime.of(List.of(said)).fresh()).isEqualTo(fresh);
    }

    @Test
    void whoSaysNothingAllowsNothing() {
        assertThat(Lifetime.of(List.of()).none()).isTrue();
    }

    @Test
    void oneLineForbidsForAll() {
        assertThat(Lifetime.of(List.of("s-maxage=5", "private")).none()).isTrue();
        assertThat(Lifetime.of(List.of("max-age=60", "max-age=5")).fresh()).isEqualTo(5);
    }

    @Test
    void standsInOnlyWhereTheServiceAllowsIt() {
        assertThat(Lifetime.of(List.of("s-maxage=5")).onError()).isZero();
        assertThat(Lifetime.of(List.of("max-age=0, stale-if-error=60")))
                .isEqualTo(new Lifetime(0, 60));
        assertThat(Lifetime.of(List.of("no-store, stale-if-error=60")).none()).isTrue();
    }
}
