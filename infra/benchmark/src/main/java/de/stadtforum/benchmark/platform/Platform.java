package de.stadtforum.benchmark.platform;

import de.stadtforum.testing.TestPlatform;
import de.stadtforum.testing.TestTokens;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gateway and services on free ports, with the broker and the store of this run; each starts when it is first needed.
///
/// A platform has databases of its own, and tells as an operator of its own.
public final class Platform implements AutoCloseable {
    private static final String UNLIMITED = "1000000000";

    /// Where logs are written.
    public final Path folder;

    public final Program gateway;
    public final Program membership;
    public final Program session;
    public final Program lab;
    public final Program reporting;

    /// Where the gateway tells its measures.
    public final int measures = Http.freePort();

    private final String name;
    private final Jars jars;
    private final Map<String, String> more;

    public Platform(Jars jars, String name) {
        this(jars, name, Map.of());
    }

    /// @param more settings of each of its services
    public Platform(Jars jars, String name, Map<String, String> more) {
        this.jars = jars;
        this.folder = jars.folder();
        this.name = name;
        this.more = more;
        membership = another("membership", "");
        session = another("session", "");
        lab = another("lab", "");
        reporting = another("reporting", "");
        var routes = new LinkedHashMap<String, String>();
        routes.put("STADTFORUM_ROUTES_LAB", address(lab));
        routes.put("STADTFORUM_ROUTES_SESSION", address(session));
        routes.put("STADTFORUM_ROUTES_MEMBERSHIP", address(membership));
        routes.put("STADTFORUM_ROUTES_REPORTING", address(reporting));
        // one address sends what a town sends
        routes.put("STADTFORUM_LIMITS_ADDRESS_REQUESTS", UNLIMITED);
        routes.put("STADTFORUM_LIMITS_LOGIN_REQUESTS", UNLIMITED);
        routes.put("STADTFORUM_LIMITS_CONTRIBUTIONS_REQUESTS", UNLIMITED);
        routes.put("MANAGEMENT_SERVER_PORT", "" + measures);
        routes.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        routes.put("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "health,metrics");
        gateway = new Program(jars, "gateway", name + "-gateway", "/readyz", routes);
    }

    /// A further process of a service, on the same database.
    ///
    /// @param suffix tells it from the others; the first has none
    public Program another(String service, String suffix) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("STADTFORUM_KAFKA_BOOTSTRAPSERVERS", TestPlatform.bootstrapServers());
        environment.put("SPRING_MONGODB_URI", TestPlatform.mongodbUri());
        environment.put("STADTFORUM_DATABASE", database(service));
        environment.put("STADTFORUM_OPERATOR", name);
        environment.put("STADTFORUM_INDEX", index(service, suffix).toString());
        environment.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_PUBLICKEYLOCATION",
                TestTokens.publicKey().toUri().toString());
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES", "stadtforum");
        environment.putAll(more);
        return new Program(
                jars,
                service + "-service",
                name + "-" + service + suffix,
                "/actuator/health/readiness",
                environment);
    }

    /// The database of a service.
    public String database(String service) {
        return TestPlatform.own(name + "-" + service);
    }

    /// The `source` of the facts of a service.
    public String source(String service) {
        return "/" + name + "/" + service;
    }

    /// The folder of a process's search index.
    public Path index(String service, String suffix) {
        return TestPlatform.folder().resolve("index-" + name + "-" + service + suffix);
    }

    private static String address(Program service) {
        return "http://127.0.0.1:" + service.port;
    }

    /// All five.
    public List<Program> all() {
        return List.of(membership, session, lab, reporting, gateway);
    }

    /// One after another, until all are ready.
    public static void start(List<Program> programs, Map<String, String> more) {
        for (var program : programs) {
            program.start(more);
            program.awaitReady();
        }
    }

    /// Process id of the embedded store; none where somebody else runs the database.
    public static long[] store() {
        return embedded("EmbeddedStore");
    }

    /// Process id of the embedded broker.
    public static long[] broker() {
        return embedded("EmbeddedBroker");
    }

    private static long[] embedded(String program) {
        return ProcessHandle.current()
                .children()
                .filter(each -> each.info().commandLine().orElse("").contains(program))
                .mapToLong(ProcessHandle::pid)
                .toArray();
    }

    /// Stops what runs; it may be started again.
    @Override
    public void close() {
        for (var program : all().reversed()) program.close();
    }
}
