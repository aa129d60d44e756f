package de.stadtforum.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An hour at which something happened: from 2000 on, not later than now; a minute's grace for clocks that differ.
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {TimeRules.PastInstant.class, TimeRules.PastHour.class})
public @interface PastMoment {
    String message() default "{rule.past-moment}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
