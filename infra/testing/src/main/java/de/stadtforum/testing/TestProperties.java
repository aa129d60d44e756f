package de.stadtforum.testing;

import com.mongodb.MongoClientSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;

/// Every Spring context of a test finds broker, database and token key of this test run; only what it reads is started.
/// What a test states itself (`@SpringBootTest(properties = …)`, arguments of a program) comes first.
final class TestProperties
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final List<String> STATED_BY_THE_TEST =
            List.of("Inlined Test Properties", "commandLineArgs");

    /// To watch takes time.
    private static final boolean MEASURES = Boolean.getBoolean("stadtforum.measures");

    private static final AtomicInteger INDEXES = new AtomicInteger();

    private static final Map<String, Supplier<Object>> OURS =
            Map.of(
                    "stadtforum.kafka.bootstrap-servers",
                    TestPlatform::bootstrapServers,
                    "spring.mongodb.uri",
                    TestPlatform::mongodbUri,
                    "stadtforum.database",
                    TestPlatform::database,
                    "spring.security.oauth2.resourceserver.jwt.public-key-location",
                    () -> TestTokens.publicKey().toUri().toString(),
                    "spring.security.oauth2.resourceserver.jwt.audiences",
                    () -> "stadtforum",
                    "stadtforum.index",
                    () ->
                            TestPlatform.folder()
                                    .resolve("index-" + INDEXES.incrementAndGet())
                                    .toString(),
                    // OpenApi makes the description beside the service, which stays as it ships
                    "springdoc.api-docs.enabled",
                    () -> "false");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var sources = context.getEnvironment().getPropertySources();
        if (sources.contains(Source.NAME)) return;
        if (!MEASURES) context.getBeanFactory().addBeanPostProcessor(new Watching());
        STATED_BY_THE_TEST.stream()
                .filter(sources::contains)
                .findFirst()
                .ifPresentOrElse(
                        stated -> sources.addAfter(stated, new Source()),
                        () -> sources.addFirst(new Source()));
    }

    /// Sees what is asked of the database.
    private static final class Watching implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof MongoClientSettings settings ? Queries.watched(settings) : bean;
        }
    }

    private static final class Source
            extends EnumerablePropertySource<Map<String, Supplier<Object>>> {
        static final String NAME = "stadtforum test platform";

        Source() {
            super(NAME, OURS);
        }

        @Override
        public String[] getPropertyNames() {
            return OURS.keySet().toArray(String[]::new);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            var value = OURS.get(name);
            return value == null ? null : value.get();
        }
    }
}
