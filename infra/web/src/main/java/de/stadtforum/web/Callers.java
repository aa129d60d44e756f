package de.stadtforum.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads the actor from the checked token, and hands it to handlers that ask for one.
@Component
class Callers implements HandlerMethodArgumentResolver {
    static Actor current() {
        if (!(SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken token)) return Actor.RESIDENT;
        var claims = token.getToken();
        var roles = claims.getClaimAsStringList("roles");
        var name = claims.getClaimAsString("name");
        return Actor.of(
                token.getName(),
                claims.getClaimAsString("person"),
                name == null ? token.getName() : name,
                roles == null ? List.of() : roles);
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
