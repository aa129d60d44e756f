package de.stadtforum.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Lets a request through to its handler only when the handler says that the caller may: closed by default.
@Component
class Access implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || request.getDispatcherType() == DispatcherType.ERROR) return true;
        if (!method.getBeanType().getName().startsWith("de.stadtforum.")) return true;
        if (method.hasMethodAnnotation(Open.class)) return true;
        var may = method.getMethodAnnotation(May.class);
        var actor = Callers.current();
        if (may == null || !allowed(may, actor, request))
            throw Denied.to(actor, may == null ? new Role[0] : may.value());
        return true;
    }

    private static boolean allowed(May may, Actor actor, HttpServletRequest request) {
        if (may.in().isEmpty()) return actor.isAny(may.value());
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var scope = variables instanceof Map<?, ?> map ? map.get(may.in()) : null;
        return scope instanceof String known
                && Arrays.stream(may.value()).anyMatch(role -> actor.is(role, known));
    }
}
