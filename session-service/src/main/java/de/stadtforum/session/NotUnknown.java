package de.stadtforum.session;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// A constant that somebody chose: never the one that only stands for what a reader does not know.
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotUnknown.Rule.class)
public @interface NotUnknown {
    String message() default "{rule.not-unknown}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<NotUnknown, @Nullable Enum<?>> {
        @Override
        public boolean isValid(@Nullable Enum<?> constant, ConstraintValidatorContext context) {
            return constant == null || !constant.name().equals("UNKNOWN");
        }
    }
}
