package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.FileTemplateResolver;

class TemplateBranchesTests {
    private final TemplateBranches branches = new TemplateBranches();
    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    @TempDir private Path templates;

    @BeforeEach
    void watch() {
        var files = new FileTemplateResolver();
        files.setPrefix(templates + "/");
        files.setSuffix(".html");
        engine.setTemplateResolver(files);
        branches.postProcessAfterInitialization(engine, "engine");
    }

    private void write(String html) throws IOException {
        Files.writeString(templates.resolve("page.html"), html);
    }

    private void render(String name, Object value) {
        engine.process("page", new Context(Locale.GERMAN, Map.of(name, value)));
    }

    @Test
    void namesAConditionUntilItWasSeenBothWays() throws IOException {
        write("<p th:if=\"${open}\">x</p>");
        assertThat(branches.unseen(templates))
                .containsExactly("page: ${open} was never false", "page: ${open} was never true");
        render("open", true);
        assertThat(branches.unseen(templates)).containsExactly("page: ${open} was never false");
        render("open", false);
        assertThat(branches.unseen(templates)).isEmpty();
        branches.forget();
        assertThat(branches.unseen(templates)).hasSize(2);
    }

    @Test
    void namesChoicesInsideAndOutsideOfAnExpression() throws IOException {
        write("<p th:class=\"${open} ? 'a' : 'b'\" th:text=\"${open ? 'x' : 'y'}\">x</p>");
        render("open", true);
        assertThat(branches.unseen(templates))
                .containsExactly(
                        "page: ${open ? 'x' : 'y'} was not seen both ways",
                        "page: ${open} was never false");
        render("open", false);
        assertThat(branches.unseen(templates)).isEmpty();
    }

    @Test
    void namesACaseThatNeverCame() throws IOException {
        write("<div th:switch=\"${state}\"><p th:case=\"'A'\">a</p><p th:case=\"*\">b</p></div>");
        render("state", "A");
        assertThat(branches.unseen(templates))
                .containsExactly("page: no other case of ${state} was ever seen");
        render("state", "B");
        assertThat(branches.unseen(templates)).isEmpty();
    }

    @Test
    void namesAConditionThatIsNeverAsked() throws IOException {
        write("<p th:if=\"${open}\" th:replace=\"~{page :: x}\">x</p>");
        assertThat(branches.unseen(templates))
                .anyMatch(each -> each.contains("th:replace comes before the condition"));
    }
}
