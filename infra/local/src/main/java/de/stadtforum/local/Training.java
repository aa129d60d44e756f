package de.stadtforum.local;

import de.stadtforum.city.City;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Once after a build each program runs until it is ready and is stopped again, which writes its ahead-of-time cache: later starts take half as long.
/// It works on data of its own.
final class Training {
    /// As many at once as a small machine carries.
    private static final int AT_ONCE = 2;

    private final Path root;
    private final City city;
    private final PrintStream out;
    private final Path data;

    Training(Path root, City city, PrintStream out) {
        this.root = root;
        this.city = city;
        this.out = out;
        this.data = root.resolve("infra/local/target/training");
    }

    void runWhenNeeded(Set<Service> services) throws IOException, InterruptedException {
        var ports = Ports.free();
        var key = TokenKey.in(data);
        var programs =
                new Programs(
                        root,
                        data,
                        ports,
                        city,
                        true,
                        key,
                        LoginFile.in(data, ports, key, DemoPerson.of(city)),
                        new Database.Embedded(ports.store()),
                        Map.of(),
                        Jvm::inTraining);
        for (var service : services) BootJar.of(root, service).extractWhenStale();
        forgetOldEmbeddedCaches(programs);
        var untrained =
                services.stream().filter(service -> !programs.jvm(service).isTrained()).toList();
        var embeddedTrained =
                programs.embeddedJvm("broker").isTrained()
                        && programs.embeddedJvm("store").isTrained();
        if (untrained.isEmpty() && embeddedTrained) return;

        out.println("Preparing fast starts, once after a build:");
        BootJar.remove(data.resolve("broker"));
        BootJar.remove(data.resolve("store"));
        var ground = quietParts("ground");
        try {
            ground.start(List.of(programs.broker(), programs.store().orElseThrow()));
            for (var first = 0; first < untrained.size(); first += AT_ONCE)
                train(
                        untrained.subList(first, Math.min(first + AT_ONCE, untrained.size())),
                        programs);
        } finally {
            ground.stop();
        }
        out.println("  broker and database prepared");
    }

    private void train(List<Service> some, Programs programs) throws InterruptedException {
        var parts = quietParts("services");
        try {
            parts.start(some.stream().flatMap(each -> programs.service(each).stream()).toList());
            for (var service : some) Programs.answers(programs.ports().of(service), service.page);
        } finally {
            parts.stop();
        }
        for (var service : some) out.println("  " + service.id() + " prepared");
    }

    private Parts quietParts(String name) {
        var parts =
                new Parts(
                        new PrintStream(OutputStream.nullOutputStream()),
                        data.resolve(name + ".pids"));
        Runtime.getRuntime().addShutdownHook(new Thread(parts::stop));
        return parts;
    }

    private void forgetOldEmbeddedCaches(Programs programs) throws IOException {
        var lib = root.resolve("infra/embedded/target/lib");
        if (!Files.isDirectory(lib)) return;
        var jars = new ArrayList<Path>();
        try (var all = Files.list(lib)) {
            all.forEach(jars::add);
        }
        for (var name : List.of("broker", "store")) {
            var cache = programs.embeddedJvm(name).cache();
            if (!Files.exists(cache)) continue;
            for (var jar : jars)
                if (Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(cache))
                        > 0) {
                    Files.deleteIfExists(cache);
                    break;
                }
        }
    }
}
