package de.stadtforum.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.InputRules;
import de.stadtforum.testing.TemplateRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class InputTests {
    @Autowired private ApplicationContext service;

    @Test
    void everyFieldOfACommandSaysWhatItTakes() {
        assertThat(InputRules.broken(service)).isEmpty();
    }

    @Test
    void noTemplateOnlyLooksRight() {
        assertThat(TemplateRules.broken(Path.of("src/main/resources/templates"))).isEmpty();
    }
}
