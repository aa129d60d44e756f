package de.stadtforum.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A text of one line that somebody typed: a title, a name, a place. Otherwise like a [Text].
@Target({
    ElementType.PARAMETER,
    ElementType.FIELD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TextRule.OfLine.class)
public @interface Line {
    /// The greatest number of characters (Unicode code points).
    int max();

    String message() default "{rule.text}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
