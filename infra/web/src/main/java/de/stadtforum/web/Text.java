package de.stadtforum.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A text of several lines that somebody typed, as [TextRule] takes it. A missing one passes;
/// [jakarta.validation.constraints.NotNull] asks for it. Where one line is meant it is a [Line].
@Target({
    ElementType.PARAMETER,
    ElementType.FIELD,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TextRule.OfText.class)
public @interface Text {
    /// The greatest number of characters (Unicode code points); a line break counts as one, however it was sent.
    int max();

    String message() default "{rule.text}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
