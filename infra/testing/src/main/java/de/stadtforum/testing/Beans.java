package de.stadtforum.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which classes are Spring beans: those with a stereotype, and those that a `@Bean` method gives; what is nested in a bean belongs to it.
final class Beans {
    private static final String BEAN = "org.springframework.context.annotation.Bean";
    private static final String[] STEREOTYPES = {
        "org.springframework.stereotype.Component",
        "org.springframework.boot.context.properties.ConfigurationProperties"
    };

    private Beans() {}

    static DescribedPredicate<JavaClass> none(JavaClasses all) {
        var given = givenByMethods(all);
        return DescribedPredicate.describe(
                "are no Spring beans", type -> !isBean(outermost(type), given));
    }

    private static SortedSet<String> givenByMethods(JavaClasses all) {
        var given = new TreeSet<String>();
        for (var type : all)
            for (var method : type.getMethods())
                if (method.isAnnotatedWith(BEAN)) {
                    given.add(type.getName());
                    given.add(method.getRawReturnType().getName());
                }
        return given;
    }

    private static boolean isBean(JavaClass type, SortedSet<String> given) {
        if (given.contains(type.getName())) return true;
        for (var stereotype : STEREOTYPES)
            if (type.isAnnotatedWith(stereotype) || type.isMetaAnnotatedWith(stereotype))
                return true;
        return false;
    }

    private static JavaClass outermost(JavaClass type) {
        var outer = Optional.of(type);
        for (var next = outer; next.isPresent(); next = next.get().getEnclosingClass())
            outer = next;
        return outer.get();
    }
}
