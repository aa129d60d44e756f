package de.stadtforum.gateway.edge;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// Where the sessions are kept does not answer: who is logged in cannot be told.
public final class SessionsAway extends ResponseStatusException {
    private static final long serialVersionUID = 1L;

    public SessionsAway(Throwable why) {
        super(HttpStatus.SERVICE_UNAVAILABLE, null, why);
    }
}
