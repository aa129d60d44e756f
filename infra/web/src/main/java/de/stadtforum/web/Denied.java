package de.stadtforum.web;

import java.util.Arrays;
import java.util.List;

/// The caller may not do this.
public final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean loginNeeded;
    private final transient List<Role> roles;

    private Denied(boolean loginNeeded, List<Role> roles) {
        super(loginNeeded ? "login needed" : "not allowed", null, false, false);
        this.loginNeeded = loginNeeded;
        this.roles = roles;
    }

    /// Thrown by a handler that looks at the scope itself.
    public static Denied to(Actor actor, Role... needed) {
        return new Denied(!actor.loggedIn(), Arrays.asList(needed));
    }

    boolean loginNeeded() {
        return loginNeeded;
    }

    /// Any of these would do.
    List<Role> roles() {
        return roles;
    }
}
