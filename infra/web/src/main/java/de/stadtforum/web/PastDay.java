package de.stadtforum.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A day on which something happened: from 2000 on, not after today in the city. Entered later than it happened is normal.
/// That it lies not before what it belongs to began is for the aggregate to say.
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {TimeRules.Past.class})
public @interface PastDay {
    String message() default "{rule.past-day}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
