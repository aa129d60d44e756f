package de.stadtforum.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.reporting.ReportingService;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.testing.TestPlatform;
import de.stadtforum.testing.TestTokens;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Instances that release at once, and instances that are killed while they do: one report, and nothing left over.
class InstancesTests {
    private static final String TOKEN = "Bearer " + TestTokens.of("berichte", null, "reporter");
    private final String database = "killed-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void ofTwoInstancesThatReleaseAtOnceOneReportComes() throws Exception {
        try (var one = ReportingInstance.started(database);
                var two = ReportingInstance.started(database)) {
            var half = ReportingInstance.HALF;
            atOnce(
                    () -> one.asks("gleich", half),
                    () -> two.asks("gleich", half),
                    () -> one.asks("anders", half),
                    () -> two.asks("noch-einer", half));
            await().atMost(ReportingInstance.PATIENCE)
                    .until(() ->
                            one.releases().underWay().isEmpty()
                                    && two.releases().underWay().isEmpty());
            var reports = one.reports().few(Filters.empty(), Order.ascending());
            assertThat(reports)
                    .singleElement()
                    .satisfies(it -> assertThat(it.period()).isEqualTo(half));
            assertNothingIsLeft(one.database());
            var id = reports.getFirst().id();
            assertThat(two.asks(id, half)).isInstanceOf(Decision.Unchanged.class);
            assertThat(two.asks("spaeter", half))
                    .isEqualTo(Decision.refused(InterimReport.Refusal.HALF_YEAR_REPORTED));
            // a quarter of it is another period
            assertThat(two.released("quartal", Period.quarter(2024, 1)).hash())
                    .isNotEqualTo(reports.getFirst().hash());
        }
    }

    @SafeVarargs
    private static void atOnce(Callable<Decision<InterimReport>>... tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(List.of(tasks))) each.get();
        }
    }

    private static void assertNothingIsLeft(MongoDatabase database) {
        await().atMost(ReportingInstance.PATIENCE)
                .untilAsserted(() -> {
                    assertThat(database.listCollectionNames().into(new ArrayList<>()))
                            .noneMatch(name -> name.startsWith("replay-"));
                    assertThat(
                                    database.getCollection("building")
                                            .countDocuments(Filters.regex("_id", "^replay-")))
                            .isZero();
                    assertThat(database.getCollection("leases").countDocuments()).isZero();
                });
    }

    /// A real process each time, killed as `kill -9` does: while the log is read, then while the pages are made.
    @Test
    void aReleaseWhoseProcessIsKilledGoesOnWithTheNextAndHoldsUpNothing() throws Exception {
        try (var client = MongoClients.create(TestPlatform.mongodbUri())) {
            var store = client.getDatabase(TestPlatform.own(database));
            try (var process = new ServiceProcess()) {
                ReportingInstance.anAssemblyIsTold();
                await().atMost(ReportingInstance.PATIENCE)
                        .ignoreExceptions()
                        .until(() -> process.release("erster", "2024-H1") == 202);
                awaitStep(store, "REPLAY");
                process.kill();
            }
            assertThat(store.getCollection("reports").countDocuments()).isZero();
            var pinned = store.getCollection("jobs").find().first().getString("once");
            assertThat(pinned).contains("\"ends\"");
            try (var process = new ServiceProcess()) {
                awaitStep(store, "RENDER");
                process.kill();
            }
            assertThat(store.getCollection("reports").countDocuments()).isZero();
            assertThat(store.getCollection("jobs").find().first().getString("once"))
                    .as("the point of the log stays")
                    .isEqualTo(pinned);
            try (var process = new ServiceProcess()) {
                await().atMost(ReportingInstance.PATIENCE)
                        .until(() -> store.getCollection("reports").countDocuments() == 1);
                assertNothingIsLeft(store);
                await().atMost(ReportingInstance.PATIENCE)
                        .ignoreExceptions()
                        .until(() -> process.release("erster", "2024-H1") == 200);
                assertThat(process.release("zweiter", "2024-H1")).isEqualTo(409);
                assertThat(process.release("quartal", "2024-Q1")).isEqualTo(202);
                process.send("POST", "/api/reporting/reports/erster/prove", "{}");
                var results =
                        await().atMost(ReportingInstance.PATIENCE)
                                .until(
                                        () ->
                                                JsonPath.<List<String>>read(
                                                        process.send(
                                                                        "GET",
                                                                        "/api/reporting/reports/erster/proof",
                                                                        null)
                                                                .body(),
                                                        "$.results[*].outcome"),
                                        it -> !it.isEmpty());
                assertThat(results).containsExactly("SAME_HASH");
            }
        }
    }

    private static void awaitStep(MongoDatabase store, String step) {
        await().atMost(ReportingInstance.PATIENCE)
                .pollInterval(java.time.Duration.ofMillis(5))
                .until(() ->
                        store.getCollection("jobs")
                                        .countDocuments(
                                                Filters.and(
                                                        Filters.eq("state", "RUNNING"),
                                                        Filters.eq("step", step)))
                                == 1);
    }

    /// The service as a process of its own, with the classes that are tested.
    private final class ServiceProcess implements AutoCloseable {
        private final int port;
        private final Process process;
        private final HttpClient http = HttpClient.newHttpClient();

        ServiceProcess() throws IOException {
            try (var socket = new ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx256m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    classes(),
                                    ReportingService.class.getName(),
                                    "--server.port=" + port,
                                    "--stadtforum.database=" + database,
                                    "--stadtforum.kafka.bootstrap-servers="
                                            + TestPlatform.bootstrapServers(),
                                    "--spring.mongodb.uri=" + TestPlatform.mongodbUri(),
                                    "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                                            + TestTokens.publicKey().toUri(),
                                    "--spring.security.oauth2.resourceserver.jwt.audiences=stadtforum")
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    TestPlatform.folder()
                                            .resolve("reporting-" + port + ".log")
                                            .toFile())
                            .start();
        }

        /// Without what tests bring along.
        private static String classes() {
            return Arrays.stream(
                            System.getProperty(
                                            "surefire.test.class.path",
                                            System.getProperty("java.class.path"))
                                    .split(File.pathSeparator))
                    .filter(each ->
                            !each.contains("test-classes")
                                    && !each.contains("stadtforum-testing")
                                    && !each.contains("infra/testing"))
                    .collect(Collectors.joining(File.pathSeparator));
        }

        int release(String id, String period) throws IOException, InterruptedException {
            return send(
                            "PUT",
                            "/api/reporting/reports/" + id,
                            "{\"period\":\"" + period + "\",\"on\":\"2024-09-03\"}")
                    .statusCode();
        }

        HttpResponse<String> send(String method, String path, String body)
                throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Authorization", TOKEN)
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body == null
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            kill();
            http.close();
        }
    }
}
