package de.stadtforum.gateway.edge;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Each request has an id, by which its ways through the logs of all services are found: a good one is kept, else one is made. It is no secret.
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    private static final Pattern GOOD = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private RequestId() {}

    public static String of(@Nullable String brought) {
        if (brought != null && GOOD.matcher(brought).matches()) return brought;
        var chance = ThreadLocalRandom.current();
        return new UUID(chance.nextLong(), chance.nextLong()).toString();
    }
}
