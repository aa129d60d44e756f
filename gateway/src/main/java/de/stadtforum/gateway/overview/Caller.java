package de.stadtforum.gateway.overview;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Who asks, by the token that goes on to the services. They check it; here its roles only choose the words, once no service has refused it.
record Caller(String authorization) {
    private static final Set<String> MAY = Set.of("operator", "data-protection");

    /// Whether the overview is for this caller: an operator or the data protection officer.
    boolean may(List<Look> looks) {
        return looks.stream().anyMatch(look -> look.status() == 200) || hasARole();
    }

    private boolean hasARole() {
        var parts = authorization.split("\\.");
        if (parts.length != 3) return false;
        try {
            var claims =
                    new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return JsonMapper.shared()
                    .readTree(claims)
                    .path("roles")
                    .valueStream()
                    .anyMatch(role -> MAY.contains(role.asString("").replaceFirst(":.*", "")));
        } catch (IllegalArgumentException | JacksonException _) {
            return false;
        }
    }
}
