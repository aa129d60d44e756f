package de.stadtforum.local;

import de.stadtforum.city.City;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;

/// The table at the end of a start: service, operating department, state, address, memory; and the sums.
record Overview(Options options, City city, Parts parts) {
    private static final String LINE = "  %-12s %-52s %-8s %-36s %8s%n";

    void print(PrintStream out, double seconds) {
        out.println();
        out.printf(LINE, "service", "operating department", "state", "address", "memory");
        var whole = Memory.of(ProcessHandle.current().pid());
        for (var part : parts.all()) {
            var process = part.process();
            var memory = process == null ? 0 : Memory.of(process.pid());
            whole += memory;
            out.printf(
                    LINE,
                    part.name,
                    department(part),
                    process != null && process.isAlive() ? "ready" : "ended",
                    address(part),
                    Memory.readable(memory));
        }
        out.println();
        out.printf(
                "  %d parts ready in %.1f s; memory of all together, launcher included: %s (PSS)%n",
                parts.all().size(), seconds, Memory.readable(whole));
        out.println();
    }

    private String department(Part part) {
        return service(part)
                .map(service -> city.profile().operatedBy().getOrDefault(service.id(), "–"))
                .orElse("–");
    }

    private String address(Part part) {
        var port = part.ports.getFirst();
        return service(part)
                .map(service -> "http://localhost:" + port + service.page)
                .orElse("127.0.0.1:" + port);
    }

    private static Optional<Service> service(Part part) {
        return Arrays.stream(Service.values())
                .filter(service -> part.name.replaceFirst("-\\d$", "").equals(service.id()))
                .findFirst();
    }
}
