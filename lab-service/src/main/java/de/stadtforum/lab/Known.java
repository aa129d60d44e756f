package de.stadtforum.lab;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// One of the published constants: `UNKNOWN` is only for readers of facts that a newer program told.
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
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
