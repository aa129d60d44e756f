package de.stadtforum.membership;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The id of a seat: like any id, but longer, because some carry a prefix before the holder's id (`fraktion-…-1`, `berufen-…`).
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = "[a-z0-9][a-z0-9-]{0,79}")
public @interface SeatId {
    String message() default "{rule.seat-id}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
