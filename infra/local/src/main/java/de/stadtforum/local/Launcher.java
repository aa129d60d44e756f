package de.stadtforum.local;

import de.stadtforum.city.City;
import de.stadtforum.city.InvalidCity;
import de.stadtforum.local.demo.DemoFailed;
import de.stadtforum.local.demo.DemoYear;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `infra/start`: broker, database and services as processes of their own, watched until Ctrl-C, then stopped in order.
public final class Launcher {
    /// Lies in the data folder once the demo year was told.
    private static final String TOLD = "demo-year-told";

    /// Lies in the data folder and says whose data they are.
    private static final String OF_CITY = "of-city";

    private static final List<String> OURS =
            List.of(
                    TOLD,
                    OF_CITY,
                    "store",
                    "broker",
                    "mongod",
                    "logs",
                    "index",
                    "pids",
                    "tokens.json",
                    "login.json",
                    "token-key.pem",
                    "token-key.pub");

    private final Path root;
    private final Options options;
    private final City city;
    private final List<DemoPerson> people;
    private final PrintStream out;
    private final Parts parts;
    private @Nullable FileLock lock;

    private Launcher(Path root, Options options, PrintStream out) {
        this.root = root;
        this.options = options;
        this.city = city(options);
        this.people = people(city);
        this.out = out;
        this.parts = new Parts(out, options.data().resolve("pids"));
    }

    public static void main(String... arguments) throws Exception {
        if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
            System.out.println(Options.USAGE);
            return;
        }
        var root = Path.of(System.getProperty("stadtforum.root", "")).toAbsolutePath().normalize();
        try {
            var launcher = new Launcher(root, Options.of(root, arguments), System.out);
            try {
                launcher.start();
            } catch (CannotStart why) {
                launcher.parts.stop(); // so that the reason is the last word
                throw why;
            }
            launcher.untilStopped();
        } catch (CannotStart why) {
            System.err.println(why.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private void start() throws IOException, InterruptedException {
        takeData();
        requireFreePorts();
        new Training(root, city, out).runWhenNeeded(options.services());
        var database = Database.find(System.getenv(), options.ports().store());
        var key = TokenKey.in(options.data());
        var programs =
                new Programs(
                        root,
                        options.data(),
                        options.ports(),
                        city,
                        options.demo(),
                        key,
                        LoginFile.in(options.data(), options.ports(), key, people),
                        database,
                        options.replicas(),
                        UnaryOperator.identity());
        TokenKey.writeSecret(
                tokens(),
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(DemoPerson.tokens(people, key, Instant.now())));

        out.println("Starting " + city.name() + " (database: " + described(database) + "):");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        var begin = System.nanoTime();
        var ground = new ArrayList<>(List.of(programs.broker()));
        programs.store().ifPresent(ground::add);
        parts.start(ground);
        parts.start(
                options.services().stream()
                        .flatMap(service -> programs.service(service).stream())
                        .toList());
        var seconds = Parts.seconds(begin);
        parts.watch();
        new Overview(options, city, parts).print(out, seconds);
        if (options.demo() && options.complete()) tellDemoYear();
        if (options.services().containsAll(Set.of(Service.GATEWAY, Service.LOGIN))) listPeople();
        out.println("A token for each role, for calls of the interfaces: " + tokens());
    }

    /// Once told it is not told again: what somebody put right since then stays as it is.
    private void tellDemoYear() throws IOException, InterruptedException {
        var told = options.data().resolve(TOLD);
        if (Files.exists(told)) {
            out.println("The demo year was told before; what was changed since then stands.");
            return;
        }
        loadDemoYear();
        Files.createFile(told);
    }

    private void loadDemoYear() throws IOException, InterruptedException {
        var year = DemoYear.of(city);
        out.println("The demo year " + year.name() + ", told through the public interfaces:");
        var begin = System.nanoTime();
        try {
            var gateway = URI.create("http://localhost:" + options.ports().of(Service.GATEWAY));
            var commands = year.load(gateway, tokens(), out);
            out.printf(
                    "The demo year is loaded: %d commands in %.0f s. The reports:%n",
                    commands, Parts.seconds(begin));
            for (var report : year.reports())
                out.println("  " + DemoYear.download(gateway, report, options.data()));
        } catch (DemoFailed failed) {
            throw new CannotStart("The demo year could not be loaded: " + failed.getMessage());
        }
    }

    private void listPeople() {
        out.println(
                "Log in at http://localhost:"
                        + options.ports().of(Service.GATEWAY)
                        + "/anmelden; no password, everybody is invented:");
        people.stream()
                .filter(person -> !person.machine())
                .forEach(person -> out.printf("  %s%n", person.label()));
        out.println(
                "A department's program logs in with client credentials: "
                        + options.data().resolve("login.json"));
    }

    /// All that is wrong with it at once, before anything starts.
    private static City city(Options options) {
        try {
            var city = City.read(options.city());
            if (options.demo()) DemoYear.of(city);
            return city;
        } catch (InvalidCity wrong) {
            throw new CannotStart(wrong.getMessage());
        }
    }

    private static List<DemoPerson> people(City city) {
        try {
            return DemoPerson.of(city);
        } catch (InvalidCity wrong) {
            throw new CannotStart(wrong.getMessage());
        }
    }

    /// One launcher at a time works with this data.
    private void takeData() throws IOException {
        var data = Files.createDirectories(options.data());
        var channel =
                FileChannel.open(
                        data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = channel.tryLock();
        if (lock == null)
            throw new CannotStart(
                    "Another infra/start works with "
                            + data
                            + ": stop it, or give another folder with --data and other ports with --ports-from 18080.");
        Parts.endLeftovers(data.resolve("pids"), out);
        if (options.fresh() && System.getenv("MONGODB_URI") != null)
            throw new CannotStart(
                    "--fresh does not empty the database that MONGODB_URI names: drop its databases stadtforum-*, remove "
                            + data
                            + ", and start without --fresh.");
        if (options.fresh()) for (var name : OURS) BootJar.remove(data.resolve(name));
        var mine = data.resolve(OF_CITY);
        if (Files.exists(mine) && !Files.readString(mine).equals(city.id()))
            throw new CannotStart(
                    data
                            + " holds the data of "
                            + Files.readString(mine)
                            + ": forget them with --fresh, or give another folder with --data.");
        Files.writeString(mine, city.id());
    }

    /// Before any work is done.
    private void requireFreePorts() {
        var ports = options.ports();
        Port.requireFree(ports.broker(), "broker");
        Port.requireFree(ports.controller(), "broker");
        if (System.getenv("MONGODB_URI") == null) Port.requireFree(ports.store(), "database");
        for (var service : options.services())
            for (var replica = 1; replica <= options.replicas(service); replica++)
                Port.requireFree(ports.of(service, replica), service.id(replica));
    }

    private Path tokens() {
        return options.data().resolve("tokens.json");
    }

    private static String described(Database database) {
        return switch (database) {
            case Database.Given _ -> "MONGODB_URI";
            case Database.Mongod(var binary, _) -> binary + " as a one-node replica set";
            case Database.Embedded _ -> "embedded, durable";
        };
    }

    private void untilStopped() throws InterruptedException {
        if (options.once()) return;
        out.println("Ctrl-C stops everything.");
        new CountDownLatch(1).await();
    }

    private void stop() {
        if (parts.isStopped()) return;
        out.println("Stopping …");
        parts.stop();
        out.println("Everything is stopped; the data stays in " + options.data() + ".");
    }
}
