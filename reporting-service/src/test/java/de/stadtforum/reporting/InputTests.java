package de.stadtforum.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.InputRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;

/// Every field of every command says what it takes.
@SpringBootTest
@AutoConfigureMockMvc
class InputTests {
    @Autowired private ApplicationContext service;

    @Test
    void everyFieldSaysWhatItTakes() {
        assertThat(InputRules.broken(service)).isEmpty();
    }
}
