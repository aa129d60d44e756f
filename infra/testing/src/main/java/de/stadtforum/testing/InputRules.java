package de.stadtforum.testing;

import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every field of every command says what it takes: a day or an hour whether it happened or is planned, a text its length.
public final class InputRules {
    private static final Set<String> TIMES =
            Set.of("PastDay", "PastMoment", "PlannedDay", "PlannedMoment");
    private static final Set<String> TEXTS = Set.of("Text", "Line");
    private static final Set<Class<?>> DATED =
            Set.of(LocalDate.class, LocalDateTime.class, Instant.class);

    private final Set<String> broken = new TreeSet<>();
    private final Set<Class<?>> seen = new java.util.LinkedHashSet<>();

    private InputRules() {}

    /// The fields of a running service's commands that say nothing, as `LabCommand.Open.on: neither past nor planned`.
    public static Set<String> broken(ApplicationContext service) {
        var rules = new InputRules();
        service.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods()
                                .forEach((info, handler) -> {
                                    var methods = info.getMethodsCondition().getMethods();
                                    if (handler.getBeanType().getName().startsWith("de.stadtforum.")
                                            && !methods.equals(Set.of(RequestMethod.GET)))
                                        rules.handler(handler.getMethod());
                                }));
        return rules.broken;
    }

    /// For a rule's own test.
    static Set<String> brokenIn(Class<?> command) {
        var rules = new InputRules();
        rules.type(command);
        return rules.broken;
    }

    private void handler(java.lang.reflect.Method handler) {
        for (var parameter : handler.getParameters()) {
            var name = handler.getDeclaringClass().getSimpleName() + "." + handler.getName();
            if (parameter.isAnnotationPresent(RequestParam.class))
                field(name + "." + parameter.getName(), parameter);
            else if (parameter.isAnnotationPresent(RequestBody.class)
                    || parameter.isAnnotationPresent(ModelAttribute.class))
                inside(name, parameter.getAnnotatedType());
        }
    }

    private void field(String name, Parameter parameter) {
        check(name, parameter.getType(), parameter, parameter.getAnnotatedType());
        inside(name, parameter.getAnnotatedType());
    }

    private void type(Class<?> type) {
        if (!type.getName().startsWith("de.stadtforum.") || !seen.add(type)) return;
        if (type.isSealed()) for (var one : type.getPermittedSubclasses()) type(one);
        if (!type.isRecord()) return;
        for (var component : type.getRecordComponents()) {
            var owner = type.getName().replaceFirst(".*\\.", "").replace('$', '.');
            var name = owner + "." + component.getName();
            check(name, component.getType(), component, component.getAnnotatedType());
            inside(name, component.getAnnotatedType());
        }
    }

    /// Elements of lists and values of maps are fields as well.
    private void inside(String name, AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType many)
            for (var each : many.getAnnotatedActualTypeArguments()) {
                if (each.getType() instanceof Class<?> one) check(name, one, one, each);
                inside(name, each);
            }
        else if (type.getType() instanceof Class<?> one) type(one);
    }

    private void check(String name, Class<?> type, AnnotatedElement place, AnnotatedType use) {
        var annotations = new ArrayList<Annotation>(List.of(use.getAnnotations()));
        if (place != type) annotations.addAll(Arrays.asList(place.getAnnotations()));
        if (DATED.contains(type) && annotations.stream().noneMatch(InputRules::isTime))
            broken.add(name + ": neither past nor planned");
        if (type == String.class && annotations.stream().noneMatch(InputRules::isText))
            broken.add(name + ": neither text, line, id nor pattern");
    }

    private static boolean isTime(Annotation annotation) {
        return TIMES.contains(annotation.annotationType().getSimpleName());
    }

    private static boolean isText(Annotation annotation) {
        var type = annotation.annotationType();
        return TEXTS.contains(type.getSimpleName())
                || type == Pattern.class
                || type.isAnnotationPresent(Pattern.class);
    }
}
