package de.stadtforum.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may call a handler: whoever has one of these roles, in the scope that the named path variable gives.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface May {
    Role[] value();

    /// Name of the path variable that holds the scope; empty where the handler itself looks at the scope.
    String in() default "";
}
