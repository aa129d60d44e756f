package de.stadtforum.local;

import java.util.List;
import java.util.Locale;

/// The five programs, and the login in the place of the city's own.
enum Service {
    GATEWAY("gateway", "/", 128),
    MEMBERSHIP("membership-service", "/gremien", 160),
    SESSION("session-service", "/versammlung", 192),
    LAB("lab-service", "/", 160),
    REPORTING("reporting-service", "/berichte", 192),
    LOGIN("infra/login", "/anmelden", 96);

    final String module;
    final String page;
    final int heapMegabytes;

    Service(String module, String page, int heapMegabytes) {
        this.module = module;
        this.page = page;
        this.heapMegabytes = heapMegabytes;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Of the first replica the service's own.
    ///
    /// @param replica from 1
    String id(int replica) {
        return replica == 1 ? id() : id() + "-" + replica;
    }

    /// The gateway leads to these.
    static List<Service> behindTheGateway() {
        return List.of(MEMBERSHIP, SESSION, LAB, REPORTING);
    }
}
