package de.stadtforum.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// A text that somebody wrote: not blank, no longer than `max` characters, no control characters but line break and tab.
/// A missing one passes; [jakarta.validation.constraints.NotNull] asks for it.
@Target({
    ElementType.PARAMETER,
    ElementType.FIELD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Rule.class)
public @interface Text {
    int max();

    String message() default "{rule.text}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<Text, @Nullable String> {
        private int max;

        @Override
        public void initialize(Text text) {
            max = text.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || !text.isBlank()
                            && text.length() <= max
                            && text.chars().noneMatch(Rule::forbidden);
        }

        private static boolean forbidden(int letter) {
            return Character.isISOControl(letter)
                    && letter != '\n'
                    && letter != '\r'
                    && letter != '\t';
        }
    }
}
