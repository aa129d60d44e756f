package de.stadtforum.documents.uploads;

import java.text.Normalizer;
import java.util.Locale;

/// Names of files as somebody sent them: shown on pages, and offered to whoever saves the file.
final class FileName {
    private static final int LONGEST = 100;
    private static final String NAMELESS = "datei";

    private FileName() {}

    /// Without folders, signs that steer or hide, and signs that a system does not allow; with the extension of its kind, whatever it had.
    static String safe(String sent, FileKind kind) {
        // as browsers send quotes and line ends (HTML, multipart/form-data)
        var plain = sent.replaceAll("(?i)%22|%0d|%0a", "");
        var name = Normalizer.normalize(plain, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var safe = new StringBuilder();
        name.codePoints().filter(FileName::isShown).forEach(safe::appendCodePoint);
        name = withoutExtension(safe.toString(), kind).strip();
        while (name.endsWith(".") || name.startsWith("."))
            name = name.startsWith(".") ? name.substring(1) : name.substring(0, name.length() - 1);
        if (name.codePointCount(0, name.length()) > LONGEST)
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST));
        name = name.strip();
        return (name.isEmpty() ? NAMELESS : name) + "." + kind.extension;
    }

    /// Whatever stands there that looks like one, and the right one before it.
    private static String withoutExtension(String name, FileKind kind) {
        var plain = name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        var right = "." + kind.extension;
        return plain.toLowerCase(Locale.ROOT).endsWith(right)
                ? plain.substring(0, plain.length() - right.length())
                : plain;
    }

    /// Letters, numbers, signs; no control characters and none that turn the direction of what follows.
    private static boolean isShown(int point) {
        if ("<>:\"|?*".indexOf(point) >= 0) return false;
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
