package de.stadtforum.session;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day or an hour from 2000 to 2099; others are slips of the pen.
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {OurTime.Day.class, OurTime.Hour.class})
public @interface OurTime {
    String message() default "{rule.our-time}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Day implements ConstraintValidator<OurTime, @Nullable LocalDate> {
        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || day.getYear() >= 2000 && day.getYear() < 2100;
        }
    }

    final class Hour implements ConstraintValidator<OurTime, @Nullable Instant> {
        private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
        private static final Instant UNTIL = Instant.parse("2100-01-01T00:00:00Z");

        @Override
        public boolean isValid(@Nullable Instant at, ConstraintValidatorContext context) {
            return at == null || !at.isBefore(FROM) && at.isBefore(UNTIL);
        }
    }
}
