package de.stadtforum.local;

import de.stadtforum.city.City;
import de.stadtforum.local.demo.DemoYear;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How each part is called on this machine.
///
/// @param city whose data the programs read
/// @param database where the services find their documents
/// @param replicas of a service that has more than one
/// @param mode as it is, or in training
record Programs(
        Path root,
        Path data,
        Ports ports,
        City city,
        boolean demo,
        TokenKey key,
        LoginFile login,
        Database database,
        Map<Service, Integer> replicas,
        UnaryOperator<Jvm> mode) {
    private static final int DEMO_REQUESTS = 1_000_000;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private static final int EMBEDDED_HEAP = 192;

    Jvm embeddedJvm(String name) {
        return Jvm.of(root.resolve("infra/embedded/target"), name);
    }

    Jvm jvm(Service service) {
        return Jvm.of(BootJar.of(root, service).extracted(), service.id());
    }

    Part broker() {
        return embedded(
                "broker",
                "EmbeddedBroker",
                List.of(ports.broker(), ports.controller()),
                "--port",
                "" + ports.broker(),
                "--controller-port",
                "" + ports.controller());
    }

    /// None where somebody else runs the database.
    Optional<Part> store() {
        return switch (database) {
            case Database.Given _ -> Optional.empty();
            case Database.Mongod(var binary, var port) -> Optional.of(mongod(binary, port));
            case Database.Embedded(var port) ->
                    Optional.of(
                            embedded("store", "EmbeddedStore", List.of(port), "--port", "" + port));
        };
    }

    private Part embedded(String name, String program, List<Integer> ports, String... options) {
        var lib = root.resolve("infra/embedded/target/lib");
        if (!Files.isDirectory(lib))
            throw new CannotStart(
                    "infra/embedded is not built: call infra/start, which builds what is stale.");
        var call =
                new ArrayList<>(
                        List.of(
                                "-cp",
                                Jvm.classpath(lib),
                                "de.stadtforum.embedded." + program,
                                "--with-parent",
                                "--data",
                                data.resolve(name).toString()));
        call.addAll(List.of(options));
        var log = log(name);
        return new Part(
                name,
                ports,
                log,
                mode.apply(embeddedJvm(name)).command(EMBEDDED_HEAP, call),
                Map.of(),
                () -> saysReady(log));
    }

    private Part mongod(Path binary, int port) {
        var folder = data.resolve("mongod");
        folder.toFile().mkdirs();
        return new Part(
                "mongod",
                List.of(port),
                log("mongod"),
                List.of(
                        binary.toString(),
                        "--dbpath",
                        folder.toString(),
                        "--port",
                        "" + port,
                        "--bind_ip",
                        "127.0.0.1",
                        "--replSet",
                        "stadtforum",
                        "--wiredTigerCacheSizeGB",
                        "0.25"),
                Map.of(),
                () -> Database.isPrimary(port));
    }

    List<Part> service(Service service) {
        return IntStream.rangeClosed(1, replicas.getOrDefault(service, 1))
                .mapToObj(replica -> service(service, replica))
                .toList();
    }

    private Part service(Service service, int replica) {
        var boot = BootJar.of(root, service);
        var port = ports.of(service, replica);
        var name = service.id(replica);
        return new Part(
                name,
                List.of(port),
                log(name),
                mode.apply(jvm(service))
                        .command(service.heapMegabytes, List.of("-jar", boot.program().toString())),
                environment(service, replica),
                () -> answers(port, "/actuator/health/readiness") == 200);
    }

    private Map<String, String> environment(Service service, int replica) {
        var all = new LinkedHashMap<String, String>();
        all.put("SERVER_PORT", "" + ports.of(service, replica));
        all.put("SERVER_ADDRESS", "127.0.0.1");
        switch (service) {
            case LOGIN -> all.putAll(login.ofTheLogin());
            case GATEWAY -> {
                all.putAll(login.ofTheGateway());
                all.put("STADTFORUM_LOGIN_DATABASE", database.uri());
            }
            default -> {}
        }
        all.put("STADTFORUM_CITY", city.folder().location());
        if (service == Service.LOGIN) return all;
        all.put("STADTFORUM_INDEX", data.resolve("index").resolve(service.id(replica)).toString());
        all.put("STADTFORUM_PUBLICURL", "http://localhost:" + ports.gateway());
        all.put("STADTFORUM_KAFKA_BOOTSTRAPSERVERS", "127.0.0.1:" + ports.broker());
        all.put("SPRING_MONGODB_URI", database.uri());
        all.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_PUBLICKEYLOCATION",
                key.publicKey().toUri().toString());
        all.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES", "stadtforum");
        for (var behind : Service.behindTheGateway())
            all.put("STADTFORUM_ROUTES_" + behind.name(), addresses(behind));
        if (demo) {
            all.put("SPRING_PROFILES_ACTIVE", "demo");
            all.put("STADTFORUM_DEMO_TODAY", DemoYear.of(city).today());
            // a whole year is told within a minute, by one address
            for (var budget : List.of("ADDRESS", "LOGIN", "CONTRIBUTIONS"))
                all.put("STADTFORUM_LIMITS_" + budget + "_REQUESTS", "" + DEMO_REQUESTS);
        }
        return all;
    }

    private String addresses(Service service) {
        return IntStream.rangeClosed(1, replicas.getOrDefault(service, 1))
                .mapToObj(replica -> "http://127.0.0.1:" + ports.of(service, replica))
                .collect(Collectors.joining(","));
    }

    private Path log(String name) {
        return data.resolve("logs").resolve(name + ".log");
    }

    private static boolean saysReady(Path log) {
        try (var lines = Files.lines(log)) {
            return lines.anyMatch("ready"::equals);
        } catch (IOException notYet) {
            return false;
        }
    }

    /// The answer's status, or 0 where nobody answers.
    static int answers(int port, String path) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
