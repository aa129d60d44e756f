package de.stadtforum.gateway.edge;

import java.util.List;

/// Where pages follow their changes (server-sent events): answers that stay open, are never kept, and are written on event by event.
public final class LivePaths {
    private static final String EVENTS = "/ereignisse";

    /// By service.
    public static final List<String> OF_SESSION =
            List.of("/abstimmungen/*" + EVENTS, "/sitzungen/*" + EVENTS);

    private LivePaths() {}

    /// The operators' page of each service has them.
    public static String ofOperations(String service) {
        return "/betrieb/" + service + EVENTS;
    }

    public static boolean isOne(String path) {
        return path.endsWith(EVENTS);
    }
}
