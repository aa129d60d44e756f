package de.stadtforum.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Where the next lines of a list begin, as the `Link` of the lines before gave it; nobody needs to know what is in it.
@Target({ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Size(max = 2_000)
public @interface Cursor {
    String message() default "{rule.cursor.no-cursor}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
