package de.stadtforum.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The page that a form stands on: a form that is refused comes back on it as it was filled, with the message at the field.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormOn {
    /// Its address, with variables of the handler's own path or fields of the form: `/sitzungen/{id}?item={item}`.
    /// A parameter whose field is missing or empty is left out.
    String value();
}
