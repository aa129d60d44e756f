package de.stadtforum.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Everything that a running service answers to, as its mappings say: handlers, actuator, static files, other servlets.
final class Endpoints {
    private static final String DISPATCHER = "dispatcherServlet";

    private Endpoints() {}

    static List<Endpoint> of(ApplicationContext context) {
        var all = new TreeSet<Endpoint>();
        context.getBeansOfType(HandlerMapping.class)
                .values()
                .forEach(mapping -> all.addAll(of(mapping)));
        if (context instanceof WebApplicationContext web && web.getServletContext() != null)
            web.getServletContext()
                    .getServletRegistrations()
                    .forEach((name, servlet) -> {
                        if (!name.equals(DISPATCHER))
                            servlet.getMappings()
                                    .forEach(path -> all.add(Endpoint.open("GET", path)));
                    });
        return List.copyOf(all);
    }

    private static List<Endpoint> of(HandlerMapping mapping) {
        var all = new ArrayList<Endpoint>();
        switch (mapping) {
            case RequestMappingInfoHandlerMapping handlers ->
                    handlers.getHandlerMethods()
                            .forEach((info, handler) -> {
                                for (var method : methods(info))
                                    for (var path : info.getPatternValues())
                                        all.add(
                                                Endpoint.of(
                                                        method,
                                                        path,
                                                        handler.getBeanType(),
                                                        handler.getMethod()));
                            });
            case AbstractUrlHandlerMapping paths ->
                    paths.getHandlerMap()
                            .keySet()
                            .forEach(path -> all.add(Endpoint.open("GET", path)));
            case RouterFunctionMapping router when router.getRouterFunction() == null -> {}
            default -> {
                if (!mapping.getClass().getSimpleName().equals("EmptyHandlerMapping"))
                    throw new AssertionError("what does it map? " + mapping.getClass().getName());
            }
        }
        return all;
    }

    private static List<String> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? List.of("ANY") : methods.stream().map(Enum::name).toList();
    }
}
