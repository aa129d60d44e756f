package de.stadtforum.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people type: something that can be seen, no longer than it may be, and no signs that are none (control characters,
/// lone surrogates, noncharacters), which break documents and databases.
public final class TextRule {
    /// The first rule that a text breaks; each has its words, `rule.text.…`.
    public enum Fault {
        EMPTY,
        LONG,
        SIGNS,
        LINES
    }

    private static final int SPACE = ' ';

    private TextRule() {}

    /// @param max in code points
    /// @param lines whether line breaks and tabs may be in it
    public static Optional<Fault> broken(String text, int max, boolean lines) {
        if (text.codePoints().noneMatch(TextRule::canBeSeen)) return Optional.of(Fault.EMPTY);
        if (text.codePoints().anyMatch(TextRule::isNone)) return Optional.of(Fault.SIGNS);
        if (!lines && text.codePoints().anyMatch(TextRule::breaksTheLine))
            return Optional.of(Fault.LINES);
        return length(text) > max ? Optional.of(Fault.LONG) : Optional.empty();
    }

    /// In code points; the two signs of a browser's line break count as the one that was typed.
    public static int length(String text) {
        return text.codePointCount(0, text.length())
                - (text.length() - text.replace("\r\n", "\n").length());
    }

    /// Space, direction marks, joiners, fillers and marks without a letter cannot.
    private static boolean canBeSeen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    false;
            // fillers of Hangul and the blank of Braille are letters and symbols by name only
            default ->
                    sign != 0x115F
                            && sign != 0x1160
                            && sign != 0x3164
                            && sign != 0xFFA0
                            && sign != 0x2800;
        };
    }

    private static boolean isNone(int sign) {
        var breaksOrTabs = sign == '\n' || sign == '\r' || sign == '\t';
        return Character.isISOControl(sign) && !breaksOrTabs
                || Character.getType(sign) == Character.SURROGATE
                || (sign & 0xFFFE) == 0xFFFE
                || sign >= 0xFDD0 && sign <= 0xFDEF;
    }

    private static boolean breaksTheLine(int sign) {
        return sign < SPACE
                || Character.getType(sign) == Character.LINE_SEPARATOR
                || Character.getType(sign) == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean check(
            @Nullable String text, int max, boolean lines, ConstraintValidatorContext context) {
        if (text == null) return true;
        var fault = broken(text, max, lines);
        fault.ifPresent(which -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            "{rule.text." + which.name().toLowerCase(java.util.Locale.ROOT) + "}")
                    .addConstraintViolation();
        });
        return fault.isEmpty();
    }

    static final class OfText implements ConstraintValidator<Text, @Nullable String> {
        private int max;

        @Override
        public void initialize(Text text) {
            max = text.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return check(text, max, true, context);
        }
    }

    static final class OfLine implements ConstraintValidator<Line, @Nullable String> {
        private int max;

        @Override
        public void initialize(Line line) {
            max = line.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return check(text, max, false, context);
        }
    }
}
