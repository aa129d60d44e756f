package de.stadtforum.benchmark.front;

import de.stadtforum.testing.TestPlatform;
import de.stadtforum.testing.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Gateway, lab-service and session-service on free ports, with a broker and a store of this run; each starts when it is first needed.
public final class Platform implements AutoCloseable {
    private static final String UNLIMITED = "1000000000";

    final Path folder;
    final Program gateway;
    final Program lab;
    final Program session;

    /// Where the gateway tells its measures.
    final int measures = Http.freePort();

    /// @param folder where programs are extracted to and logs are written
    public Platform(Path root, Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder.toAbsolutePath());
        lab = service(root, "lab");
        session = service(root, "session");
        var routes = new LinkedHashMap<String, String>();
        routes.put("STADTFORUM_ROUTES_LAB", address(lab.port));
        routes.put("STADTFORUM_ROUTES_SESSION", address(session.port));
        routes.put("STADTFORUM_ROUTES_MEMBERSHIP", address(Http.freePort()));
        routes.put("STADTFORUM_ROUTES_REPORTING", address(Http.freePort()));
        // one address sends what a town sends
        routes.put("STADTFORUM_LIMITS_ADDRESS_REQUESTS", UNLIMITED);
        routes.put("STADTFORUM_LIMITS_LOGIN_REQUESTS", UNLIMITED);
        routes.put("STADTFORUM_LIMITS_CONTRIBUTIONS_REQUESTS", UNLIMITED);
        routes.put("MANAGEMENT_SERVER_PORT", "" + measures);
        routes.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        routes.put("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "health,metrics");
        gateway = new Program(root, this.folder, "gateway", Http.freePort(), "/readyz", routes);
    }

    private Program service(Path root, String name) throws IOException, InterruptedException {
        return new Program(
                root,
                folder,
                name + "-service",
                Http.freePort(),
                "/actuator/health/readiness",
                Map.of(
                        "STADTFORUM_KAFKA_BOOTSTRAPSERVERS",
                        TestPlatform.bootstrapServers(),
                        "SPRING_MONGODB_URI",
                        TestPlatform.mongodbUri(),
                        "STADTFORUM_DATABASE",
                        "benchmark-front-" + name,
                        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_PUBLICKEYLOCATION",
                        TestTokens.publicKey().toUri().toString(),
                        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES",
                        "stadtforum"));
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    /// Gateway and lab-service, with labs that residents can read about.
    public void open() throws Exception {
        lab.start();
        gateway.start();
        lab.awaitReady();
        gateway.awaitReady();
        Labs.fill(gateway.port);
    }

    /// The embedded store's process; none where somebody else runs the database.
    static long[] store() {
        return ProcessHandle.current()
                .children()
                .filter(each -> each.info().commandLine().orElse("").contains("EmbeddedStore"))
                .mapToLong(ProcessHandle::pid)
                .toArray();
    }

    @Override
    public void close() {
        gateway.close();
        session.close();
        lab.close();
    }
}
