package de.stadtforum.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The tick of a form whose step cannot be undone; the form says what follows.
///
/// `@Sure Boolean sure` in a command, `@RequestParam(defaultValue = "false") @Sure boolean sure` in a handler.
@NotNull
@AssertTrue
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Sure {
    String message() default "{rule.sure}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
