package de.stadtforum.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A day that is planned or from which something holds: from 2000 on, at most ten years ahead.
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {TimeRules.Planned.class})
public @interface PlannedDay {
    String message() default "{rule.planned-day}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
