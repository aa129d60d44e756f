package de.stadtforum.web;

import java.util.List;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/// A checked token, and whom it makes of the caller.
final class ActorToken extends JwtAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private final transient Actor actor;

    ActorToken(Jwt token, Actor actor) {
        super(token, List.of(), actor.account());
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }
}
