package de.stadtforum.gateway.edge;

/// The cookie that a login leaves in the browser: who brings neither it nor a token is a resident.
public final class SessionCookie {
    public static final String NAME = "stadtforum-session";

    private SessionCookie() {}
}
