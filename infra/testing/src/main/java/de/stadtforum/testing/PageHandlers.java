package de.stadtforum.testing;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The pages that a service has, so that a test knows which it never asked for.
public final class PageHandlers {
    private PageHandlers() {}

    /// The paths of pages that none of these addresses leads to, as `/labore/{id}`.
    ///
    /// @param root package of the service's own handlers
    public static Set<String> unvisited(
            ApplicationContext service, String root, Collection<String> addresses) {
        var unvisited = new TreeSet<String>();
        service.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods()
                                .forEach((info, handler) -> {
                                    var type = handler.getBeanType();
                                    if (type.getName().startsWith(root)
                                            && type.isAnnotationPresent(Controller.class)
                                            && !AnnotatedElementUtils.hasAnnotation(
                                                    handler.getMethod(), ResponseBody.class)
                                            && !isAStream(handler.getMethod())
                                            && info.getMethodsCondition()
                                                    .getMethods()
                                                    .contains(RequestMethod.GET)
                                            && info.getPathPatternsCondition() != null)
                                        info.getPathPatternsCondition().getPatterns().stream()
                                                .filter(pattern ->
                                                        addresses.stream()
                                                                .map(PageHandlers::path)
                                                                .noneMatch(pattern::matches))
                                                .forEach(pattern ->
                                                        unvisited.add(pattern.getPatternString()));
                                }));
        return unvisited;
    }

    /// Events of a page are no page.
    private static boolean isAStream(Method handler) {
        return handler.getGenericReturnType().getTypeName().contains("SseEmitter");
    }

    private static PathContainer path(String address) {
        return PathContainer.parsePath(address.replaceFirst("[?#].*", ""));
    }
}
