package de.stadtforum.web;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Retention(RetentionPolicy.RUNTIME)
public @interface In {
    Class<?> value() default Scope.class;

    String path() default "id";

    String field() default "";
}
