package de.stadtforum.local;

import java.util.List;
import java.util.Locale;

/// The five programs with the department that runs each in the demo, and the login in the place of the city's own.
enum Service {
    GATEWAY("gateway", "Dezernat Personal, Organisation und Digitalisierung", "/", 128),
    MEMBERSHIP("membership-service", "Dezernat des Oberbürgermeisters", "/gremien", 160),
    SESSION("session-service", "Ordnungsamt (Geschäftsstelle)", "/versammlung", 192),
    LAB("lab-service", "Dezernat Arbeit, Gesundheit, Soziales und Sport", "/", 160),
    REPORTING("reporting-service", "Rechtsdezernat (Berichtswesen)", "/berichte", 192),
    LOGIN("infra/login", "in der Stadt: das eigene Anmeldeverfahren", "/anmelden", 96);

    final String module;
    final String department;
    final String page;
    final int heapMegabytes;

    Service(String module, String department, String page, int heapMegabytes) {
        this.module = module;
        this.department = department;
        this.page = page;
        this.heapMegabytes = heapMegabytes;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The gateway leads to these.
    static List<Service> behindTheGateway() {
        return List.of(MEMBERSHIP, SESSION, LAB, REPORTING);
    }
}
