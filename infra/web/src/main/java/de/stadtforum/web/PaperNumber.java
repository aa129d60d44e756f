package de.stadtforum.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The number of a council paper as the city's council information system gives it; how it looks is the city's data.
@Target({
    ElementType.PARAMETER,
    ElementType.FIELD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PaperNumberRule.class)
@ReportAsSingleViolation
@Pattern(regexp = "[\\p{L}0-9][\\p{L}0-9 ./-]{0,39}")
public @interface PaperNumber {
    String message() default "{rule.paper-number}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
