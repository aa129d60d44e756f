package de.stadtforum.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Who sends the request, as the token and the seats of today say.
///
/// @param account the account's id at the identity provider
/// @param person the person of the roster behind it
/// @param name as the identity provider gives it, for the page's head
/// @param scopes for each role the bodies, labs or districts it is given for; `*` for everywhere
public record Actor(
        String account, @Nullable String person, String name, Map<Role, SortedSet<String>> scopes) {
    private static final String EVERYWHERE = "*";

    /// Somebody without a login.
    public static final Actor RESIDENT = new Actor("resident", null, "", Map.of());

    /// Roles as in a token: `chair:vollversammlung`, `lab-team:*`, `operator`; unknown ones give nothing.
    static Actor of(String account, @Nullable String person, String name, List<String> roles) {
        var scopes = new EnumMap<Role, SortedSet<String>>(Role.class);
        for (var each : roles) {
            var colon = each.indexOf(':');
            var scope = colon < 0 ? EVERYWHERE : each.substring(colon + 1);
            Role.of(colon < 0 ? each : each.substring(0, colon))
                    .ifPresent(
                            role -> scopes.computeIfAbsent(role, _ -> new TreeSet<>()).add(scope));
        }
        return new Actor(account, person, name, scopes);
    }

    /// The same with further roles.
    Actor and(Map<Role, SortedSet<String>> more) {
        if (more.isEmpty()) return this;
        var all = new EnumMap<Role, SortedSet<String>>(Role.class);
        scopes.forEach((role, given) -> all.put(role, new TreeSet<>(given)));
        more.forEach(
                (role, given) -> all.computeIfAbsent(role, _ -> new TreeSet<>()).addAll(given));
        return new Actor(account, person, name, all);
    }

    public boolean loggedIn() {
        return this != RESIDENT;
    }

    /// Somebody with a part in the process: a login alone gives none.
    public boolean takesPart() {
        return !scopes.isEmpty();
    }

    /// In any scope.
    public boolean is(Role role) {
        return scopes.containsKey(role);
    }

    public boolean is(Role role, String scope) {
        var given = scopes.get(role);
        return given != null && (given.contains(scope) || given.contains(EVERYWHERE));
    }

    /// Where the role was given; `*` for everywhere.
    public SortedSet<String> in(Role role) {
        return scopes.getOrDefault(role, Collections.emptySortedSet());
    }

    /// For pages: any of these roles, in any scope.
    public boolean isAny(Role... roles) {
        return Arrays.stream(roles).anyMatch(this::is);
    }

    /// For templates, where a role is a word: `actor.may('secretariat', body)`.
    public boolean may(String role, String scope) {
        return Role.of(role).map(known -> is(known, scope)).orElse(false);
    }
}
