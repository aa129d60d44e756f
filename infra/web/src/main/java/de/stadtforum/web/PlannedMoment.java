package de.stadtforum.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An hour that is planned: from 2000 on, at most ten years ahead.
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {TimeRules.PlannedInstant.class, TimeRules.PlannedHour.class})
public @interface PlannedMoment {
    String message() default "{rule.planned-moment}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
