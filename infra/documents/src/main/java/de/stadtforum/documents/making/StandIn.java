package de.stadtforum.documents.making;

import java.util.function.IntPredicate;

/// What stands for signs that cannot be written: their numbers in the Unicode standard, as in `[U+1F600]`. Whoever reads it sees that something stood there, and what.
public final class StandIn {
    private StandIn() {}

    /// @param writable whether a code point can be written; halves of surrogate pairs are asked for alone
    /// @return the text with one stand-in for each run of others: `[U+1F469 U+1F467]`
    public static String in(String text, IntPredicate writable) {
        if (text.codePoints().allMatch(writable)) return text;
        var shown = new StringBuilder();
        var open = false;
        for (var point : text.codePoints().toArray()) {
            if (writable.test(point)) {
                if (open) shown.append(']');
                open = false;
                shown.appendCodePoint(point);
            } else {
                shown.append(open ? " " : "[").append("U+%04X".formatted(point));
                open = true;
            }
        }
        return (open ? shown.append(']') : shown).toString();
    }

    /// Where programs choose the font themselves only that is replaced what XML 1.0 has no place for: control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
    public static String inXml(String text) {
        return in(text, StandIn::isXml);
    }

    /// XML 1.0, production 2.
    public static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point < 0xD800)
                || (point >= 0xE000 && point < 0xFFFE)
                || point >= 0x10000;
    }
}
