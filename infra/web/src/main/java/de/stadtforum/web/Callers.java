package de.stadtforum.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads the actor from the checked token and from what the service itself knows, and hands it to handlers that ask for one.
@Component
class Callers
        implements HandlerMethodArgumentResolver, Converter<Jwt, AbstractAuthenticationToken> {
    private final ObjectProvider<Standing> standing;
    private final String service;

    Callers(ObjectProvider<Standing> standing, @Value("${stadtforum.service:}") String service) {
        this.standing = standing;
        this.service = service;
    }

    static Actor current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorToken token
                ? token.actor()
                : Actor.RESIDENT;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var actor = actor(token);
        return new ActorToken(token, actor);
    }

    private Actor actor(Jwt token) {
        var known = Optional.ofNullable(standing.getIfAvailable());
        var account = token.getSubject();
        if (account == null) throw new InvalidBearerTokenException("the token names nobody");
        var name = token.getClaimAsString("name");
        var person =
                Optional.ofNullable(token.getClaimAsString("person"))
                        .or(() -> known.flatMap(it -> it.personOf(account)));
        var actor =
                Actor.of(account, person.orElse(null), name == null ? account : name, roles(token));
        return person.flatMap(who -> known.map(it -> it.rolesOf(who)))
                .map(actor::and)
                .orElse(actor);
    }

    /// A department's program is one only for the services that its token was issued for.
    private List<String> roles(Jwt token) {
        var roles = token.getClaimAsStringList("roles");
        if (roles == null) return List.of();
        return reaches(token)
                ? roles
                : roles.stream().filter(role -> !role.startsWith(Role.DEPARTMENT.claim())).toList();
    }

    private boolean reaches(Jwt token) {
        var scope = token.<Object>getClaim("scope");
        return switch (scope) {
            case String words -> Arrays.asList(words.split(" ")).contains(service);
            case List<?> words -> words.contains(service);
            case null, default -> false;
        };
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return current();
    }
}
