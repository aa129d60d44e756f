package de.stadtforum.session.meetings;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/// The numbers of an agenda as people read them: 3.2 comes before 3.10, and 01 is 1.
public final class Numbers {
    /// In the order of the agenda.
    public static final Comparator<String> ORDER = Numbers::compare;

    private static final Pattern PART = Pattern.compile("(\\d*)(.*)");

    private Numbers() {}

    static boolean same(String one, String other) {
        return compare(one, other) == 0;
    }

    private static int compare(String one, String other) {
        var these = one.split("\\.", -1);
        var those = other.split("\\.", -1);
        for (var i = 0; i < Math.min(these.length, those.length); i++) {
            var difference = comparePart(these[i], those[i]);
            if (difference != 0) return difference;
        }
        return Integer.compare(these.length, those.length);
    }

    private static int comparePart(String one, String other) {
        var mine = PART.matcher(one);
        var theirs = PART.matcher(other);
        if (!mine.matches() || !theirs.matches()) return one.compareTo(other);
        var byNumber = number(mine.group(1)).compareTo(number(theirs.group(1)));
        return byNumber != 0 ? byNumber : mine.group(2).compareTo(theirs.group(2));
    }

    private static BigInteger number(String digits) {
        return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }
}
