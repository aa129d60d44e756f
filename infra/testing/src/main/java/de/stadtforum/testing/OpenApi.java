package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The description of a service's interface for programs (OpenAPI 3.1): made from its handlers by its tests, so that the running
/// service pays nothing for it, and served as it is checked in.
public final class OpenApi {
    private static final String HANDLERS = "requestMappingHandlerMapping";

    private final String service;
    private final String made;
    private final MockMvc pages;

    private OpenApi(String service, String made, MockMvc pages) {
        this.service = service;
        this.made = made;
        this.pages = pages;
    }

    /// @param service the whole service, running, with a `MockMvc`
    public static OpenApi of(ApplicationContext service) {
        var name = service.getEnvironment().getRequiredProperty("stadtforum.service");
        return new OpenApi(
                name, OpenApiText.of(generate(service, name)), service.getBean(MockMvc.class));
    }

    /// With `-Dopenapi.write=true` it is written; a difference fails else.
    public void isAsCheckedIn() {
        var file = Path.of("src/main/resources/static/api", service, "openapi.json");
        try {
            if (Boolean.getBoolean("openapi.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, made);
            }
            var checkedIn = Files.exists(file) ? Files.readString(file) : "";
            if (!checkedIn.equals(made))
                throw new AssertionError(
                        file
                                + " does not say what the code does (write it anew with -Dopenapi.write=true): "
                                + firstDifference(
                                        checkedIn.lines().toList(), made.lines().toList()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Also without a login, and anew after five minutes.
    public void isServedToEverybody() throws Exception {
        var answer =
                pages.perform(MockMvcRequestBuilders.get("/api/" + service + "/openapi.json"))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/json");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("max-age=300, public");
        try (var file =
                new ClassPathResource("static/api/" + service + "/openapi.json").getInputStream()) {
            assertThat(Arrays.equals(answer.getContentAsByteArray(), file.readAllBytes()))
                    .as("it is served as it is checked in")
                    .isTrue();
        }
    }

    private static String firstDifference(List<String> checkedIn, List<String> made) {
        var line = 0;
        while (line < Math.min(checkedIn.size(), made.size())
                && checkedIn.get(line).equals(made.get(line))) line++;
        return "line %d is «%s», the code says «%s»"
                .formatted(line + 1, at(checkedIn, line), at(made, line));
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line).strip() : "";
    }

    /// In a context of its own beside the service, which is therefore the one that ships.
    private static byte[] generate(ApplicationContext service, String name) {
        var comments = new OpenApiComments(sources());
        var shapes = new OpenApiShapes(comments);
        var handlers = service.getBean(HANDLERS, RequestMappingHandlerMapping.class);
        handlers.getHandlerMethods().values().forEach(OpenApi::passOverWhatNobodySends);
        try (var own = new AnnotationConfigWebApplicationContext()) {
            own.setParent(service);
            own.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "openapi", Map.of("springdoc.api-docs.enabled", "true")));
            own.addBeanFactoryPostProcessor(factory -> {
                service.getBeansWithAnnotation(Controller.class)
                        .forEach(factory::registerSingleton);
                factory.registerSingleton(HANDLERS, handlers);
                factory.registerSingleton("shapes", shapes);
                factory.registerSingleton("operations", new OpenApiOperations(comments, shapes));
                factory.registerSingleton(
                        "document", new OpenApiDocument(name, comments, handlers));
            });
            own.register(
                    SpringDocConfiguration.class,
                    SpringDocConfigProperties.class,
                    SpringDocWebMvcConfiguration.class);
            own.refresh();
            own.getBean(SpringDocConfigProperties.class).setPathsToMatch(List.of("/api/**"));
            return own.getBean(OpenApiWebMvcResource.class)
                    .openapiJson(new MockHttpServletRequest(), "", Locale.ROOT);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// What a handler asks of the platform itself, such as the actor.
    private static void passOverWhatNobodySends(HandlerMethod handler) {
        for (var each : handler.getMethodParameters())
            if (each.getParameterAnnotations().length == 0)
                SpringDocUtils.getConfig().addRequestWrapperToIgnore(each.getParameterType());
    }

    private static List<Path> sources() {
        var root = Path.of(System.getProperty("stadtforum.root", ".."));
        return Stream.of(
                        Path.of(""),
                        root.resolve("infra/web"),
                        root.resolve("infra/messaging"),
                        root.resolve("infra/contracts"))
                .map(module -> module.resolve("src/main/java"))
                .toList();
    }
}
