package de.stadtforum.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Where the roles that [May] names must have been given. A handler without it takes them wherever they were given: nothing
/// that it answers or changes belongs to one body, lab or district, or it answers to each only with what is theirs.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface In {
    /// What the path names, as a [ScopeOf] knows it; by default the path names the scope itself.
    Class<?> value() default Scope.class;

    /// The path variable that names it; empty where the path names none and all of the kind are meant.
    String path() default "id";

    /// The field of what is sent that says where, or where more narrowly: the path cannot tell, so the handler refuses itself.
    String field() default "";
}
