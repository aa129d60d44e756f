package de.stadtforum.session;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.InputRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Every field of every command says what it takes.
@SessionTest
class InputTests {
    @Autowired private ApplicationContext service;

    @Test
    void everyDayIsPastOrPlannedAndEveryTextHasItsLength() {
        assertThat(InputRules.broken(service)).isEmpty();
    }
}
