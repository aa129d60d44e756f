package de.stadtforum.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Lets a request through to its handler only when the handler says that the caller may: closed by default.
/// Nothing of the body has been read then.
@Component
class Access implements HandlerInterceptor {
    private final ObjectProvider<ScopeOf> scopes;

    Access(ObjectProvider<ScopeOf> scopes) {
        this.scopes = scopes;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || request.getDispatcherType() == DispatcherType.ERROR) return true;
        if (!method.getBeanType().getName().startsWith("de.stadtforum.")) return true;
        if (method.hasMethodAnnotation(Open.class)) return true;
        var may = method.getMethodAnnotation(May.class);
        if (may != null && may.value().length == 0 && Callers.current().loggedIn()) return true;
        var roles = may == null ? new Role[0] : may.value();
        check(Callers.current(), roles, method.getMethodAnnotation(In.class), request);
        return true;
    }

    /// That something does not exist is only for those to know who could have seen it.
    private void check(Actor actor, Role[] roles, @Nullable In in, HttpServletRequest request) {
        if (!actor.loggedIn()) throw Denied.to(actor, roles);
        var has = actor.isAny(roles);
        if (in == null || in.value() == Scope.class && !in.field().isEmpty()) {
            if (!has) throw Denied.to(actor, roles);
            return;
        }
        var scope = scope(in, request);
        if (scope.isEmpty() && has) throw new Missing();
        if (scope.filter(it -> it.givesAny(actor, roles)).isEmpty()) throw Denied.to(actor, roles);
    }

    private Optional<Scope> scope(In in, HttpServletRequest request) {
        var id = in.path().isEmpty() ? "" : variable(in.path(), request);
        if (in.value() == Scope.class) return Optional.of(Scope.of(id));
        return scopes.stream()
                .filter(each -> each.kind() == in.value())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no scope of " + in.value()))
                .scope()
                .apply(id);
    }

    private static String variable(String name, HttpServletRequest request) {
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables instanceof Map<?, ?> map && map.get(name) instanceof String id) return id;
        throw new IllegalStateException("no path variable " + name);
    }
}
