package de.stadtforum.membership;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// A constant that this program knows: `UNKNOWN` is for reading facts of newer programs, never for commands.
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Known.Rule.class)
public @interface Known {
    String message() default "{rule.known}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<Known, @Nullable Enum<?>> {
        @Override
        public boolean isValid(@Nullable Enum<?> constant, ConstraintValidatorContext context) {
            return constant == null || !constant.name().equals("UNKNOWN");
        }
    }
}
