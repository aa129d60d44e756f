package de.stadtforum.gateway.edge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who brings neither a login nor a token, nor a time of their own, is a resident like all others.
public final class Visitor {
    /// Every cookie of the platform's own begins so, that of the login among them.
    private static final String OWN_COOKIES =
            SessionCookie.NAME.substring(0, SessionCookie.NAME.indexOf('-') + 1);

    private Visitor() {}

    /// @param cookies the lines of the header `Cookie`
    public static boolean isAResident(List<String> cookies, @Nullable String authorization) {
        if (authorization != null) return false;
        for (var line : cookies) if (line.contains(OWN_COOKIES)) return false;
        return true;
    }
}
