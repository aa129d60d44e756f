package de.stadtforum.web;

import java.util.Arrays;

/// A place where roles hold: a body, a lab's district, an institution, the whole city.
@FunctionalInterface
public interface Scope {
    /// What concerns the whole city: only a role that was given everywhere will do.
    Scope CITY = of("*");

    boolean gives(Actor actor, Role role);

    default boolean givesAny(Actor actor, Role... roles) {
        return Arrays.stream(roles).anyMatch(role -> gives(actor, role));
    }

    /// @throws Denied where the actor has none of these roles here
    default void need(Actor actor, Role... roles) {
        if (!givesAny(actor, roles)) throw Denied.to(actor, roles);
    }

    /// Here this role holds where the other scope gives it, the others as before.
    default Scope with(Role different, Scope other) {
        return (actor, role) -> role == different ? other.gives(actor, role) : gives(actor, role);
    }

    static Scope of(String id) {
        return (actor, role) -> actor.is(role, id);
    }
}
