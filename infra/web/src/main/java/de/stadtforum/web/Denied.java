package de.stadtforum.web;

import java.util.Arrays;
import java.util.List;

/// The caller may not do this.
public final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean loginNeeded;
    private final transient List<Role> roles;
    private final transient List<Role> elsewhere;

    private Denied(boolean loginNeeded, List<Role> roles, List<Role> elsewhere) {
        super(loginNeeded ? "login needed" : "not allowed", null, false, false);
        this.loginNeeded = loginNeeded;
        this.roles = roles;
        this.elsewhere = elsewhere;
    }

    /// Thrown by a handler that looks at the scope itself.
    public static Denied to(Actor actor, Role... needed) {
        return new Denied(
                !actor.loggedIn(),
                Arrays.asList(needed),
                Arrays.stream(needed).filter(actor::is).toList());
    }

    boolean loginNeeded() {
        return loginNeeded;
    }

    /// Any of these would do.
    List<Role> roles() {
        return roles;
    }

    /// Those of them that the caller has, but not here.
    List<Role> elsewhere() {
        return elsewhere;
    }
}
