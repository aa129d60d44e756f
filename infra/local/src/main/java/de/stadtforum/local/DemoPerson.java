package de.stadtforum.local;

import de.stadtforum.city.City;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One person a role, invented and recognisable as such, with the claims that the login will use.
///
/// @param account the token's `sub`
/// @param person the person of the roster behind it, where there is one
/// @param roles `role` or `role:scope`
public record DemoPerson(
        String label, String account, @Nullable String person, List<String> roles) {
    private static final Duration VALID = Duration.ofDays(7);

    private record People(List<DemoPerson> people) {}

    /// `people.json` of the city's folder.
    public static List<DemoPerson> of(City city) {
        return city.folder().read("people.json", People.class).people();
    }

    /// The scopes of a department's program: the services that it may call.
    static final List<String> SERVICES = List.of("membership", "session", "lab", "reporting");

    /// A program of a department, which calls in its own name.
    boolean machine() {
        return roles.stream().anyMatch(role -> role.startsWith("department"));
    }

    /// As it stands in the directory of the login, which knows offices; who is a member or a deputy follows from seats.
    Map<String, Object> entry() {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("account", account);
        entry.put("label", label);
        if (person != null) entry.put("person", person);
        entry.put(
                "roles",
                roles.stream().filter(role -> !role.matches("(member|deputy):.*")).toList());
        return entry;
    }

    Map<String, Object> claims(Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", account);
        if (person != null) claims.put("person", person);
        claims.put("name", label);
        claims.put("roles", roles);
        if (machine()) claims.put("scope", String.join(" ", SERVICES));
        claims.put("aud", List.of("stadtforum"));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(VALID).getEpochSecond());
        return claims;
    }

    /// The content of `tokens.json`.
    static List<Map<String, Object>> tokens(List<DemoPerson> people, TokenKey key, Instant now) {
        return people.stream().map(one -> one.token(key, now)).toList();
    }

    private Map<String, Object> token(TokenKey key, Instant now) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("label", label);
        entry.put("account", account);
        if (person != null) entry.put("person", person);
        entry.put("roles", roles);
        entry.put("token", key.sign(claims(now)));
        return entry;
    }
}
