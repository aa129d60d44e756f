package de.stadtforum.benchmark.scale;

import de.stadtforum.benchmark.platform.Http;
import de.stadtforum.benchmark.platform.Program;
import tools.jackson.databind.json.JsonMapper;

/// What a service says of itself to operators.
///
/// @param waiting aggregates with facts that are not told yet
/// @param behind records of the log that it has not taken yet; -1 when it does not know
/// @param uncounted keys whose numbers are not computed again yet
record Operations(long waiting, long behind, long uncounted) {
    private static final String OPERATOR = "operator";

    static Operations of(Program service) {
        var answer =
                Http.get(
                        service.port,
                        "/api/" + service.service + "/operations",
                        City.token(OPERATOR));
        if (answer.statusCode() != 200)
            throw new IllegalStateException(service.name + " answers " + answer.statusCode());
        var said = JsonMapper.shared().readTree(answer.body());
        var uncounted = 0L;
        for (var feed : said.path("feeds")) uncounted += feed.path("uncounted").asLong(0);
        return new Operations(
                said.path("waiting").asLong(-1), said.path("behind").asLong(-1), uncounted);
    }

    boolean hasToldAll() {
        return waiting == 0;
    }

    boolean hasHeardAll() {
        return behind == 0 && uncounted == 0;
    }
}
