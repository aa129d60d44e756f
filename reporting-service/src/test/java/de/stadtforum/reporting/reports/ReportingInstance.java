package de.stadtforum.reporting.reports;

import static de.stadtforum.reporting.OtherServices.tell;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.reporting.KnowledgeFeeds;
import de.stadtforum.reporting.ReportingService;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.jobs.Job;
import de.stadtforum.testing.TestPlatform;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// One of the instances of the service on a database that the test has for itself.
record ReportingInstance(ConfigurableApplicationContext context) implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final Period HALF = Period.halfYear(2024, 1);
    static final LocalDate ON = LocalDate.parse("2024-09-03");

    static ReportingInstance started(String database) {
        var instance =
                new ReportingInstance(
                        new SpringApplicationBuilder(ReportingService.class)
                                .run(
                                        "--server.port=0",
                                        "--spring.profiles.active=none",
                                        "--stadtforum.database=" + TestPlatform.own(database),
                                        "--stadtforum.kafka.bootstrap-servers="
                                                + TestPlatform.bootstrapServers(),
                                        "--spring.mongodb.uri=" + TestPlatform.mongodbUri()));
        anAssemblyIsTold();
        await().atMost(PATIENCE)
                .until(() -> instance.context.getBean(KnowledgeFeeds.class).begun().isPresent());
        return instance;
    }

    /// Without an assembly there is nothing to report on; and without topics, which a service makes at its start, nothing can be told.
    static void anAssemblyIsTold() {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()))) {
            await().atMost(PATIENCE)
                    .until(() ->
                            admin.listTopics()
                                    .names()
                                    .get()
                                    .containsAll(
                                            List.of("stadtforum.membership", "stadtforum.lab")));
        }
        tell(
                "vollversammlung",
                new BodyEstablished(
                        BodyKind.ASSEMBLY,
                        new PublicText("Vollversammlung"),
                        20,
                        3,
                        Publicity.PUBLIC,
                        null,
                        LocalDate.parse("2024-01-10")));
    }

    Releases releases() {
        return context.getBean(Releases.class);
    }

    @SuppressWarnings("unchecked")
    AggregateStore<InterimReport> reports() {
        return (AggregateStore<InterimReport>) context.getBean("reports");
    }

    MongoDatabase database() {
        return context.getBean(MongoDatabase.class);
    }

    Decision<InterimReport> asks(String id, Period period) {
        return releases().ask(id, period, ON);
    }

    InterimReport released(String id, Period period) {
        asks(id, period);
        ended(() -> releases().release(id).orElseThrow());
        return reports().find(id).orElseThrow();
    }

    static Job ended(Supplier<Job> job) {
        return await().atMost(PATIENCE).until(job::get, it -> !it.open());
    }

    /// Changes what is stored, as time or an accident would.
    void tamper(String report, Consumer<Document> change) {
        var reports = database().getCollection("reports");
        var stored = reports.find(Filters.eq(report)).first();
        change.accept(stored.get("state", Document.class));
        reports.replaceOne(Filters.eq(report), stored);
    }

    @Override
    public void close() {
        context.close();
    }
}
