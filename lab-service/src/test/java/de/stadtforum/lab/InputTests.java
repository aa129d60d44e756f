package de.stadtforum.lab;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.InputRules;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/// Every date says whether it happened or is planned, every text what it takes.
@LabPlatformTest
class InputTests {
    private final ApplicationContext service;

    InputTests(ApplicationContext service) {
        this.service = service;
    }

    @Test
    void everyDateAndEveryTextSaysWhatItTakes() {
        assertThat(InputRules.broken(service)).isEmpty();
    }
}
