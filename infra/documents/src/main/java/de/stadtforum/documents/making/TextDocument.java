package de.stadtforum.documents.making;

import java.util.List;
import java.util.Locale;

/// A text to read and to print: minutes, an invitation, a report.
///
/// @param language of the whole text; programs read it aloud by it
/// @param subject in one sentence, for whoever looks for the file
/// @param organisation who speaks, and the file's author: no person is named in it
/// @param blocks their headings leave no level out, or it is an `IllegalArgumentException` (PDF/UA-1, 7.4.2)
public record TextDocument(
        String title, Locale language, String subject, String organisation, List<Block> blocks) {
    public TextDocument {
        if (title.isBlank()) throw new IllegalArgumentException("a document without a title");
        blocks = List.copyOf(blocks);
        var above = 0;
        for (var block : blocks)
            if (block instanceof Block.Heading(var level, var text)) {
                if (level > above + 1)
                    throw new IllegalArgumentException(
                            "%s: level %d right below %d".formatted(text, level, above));
                above = level;
            }
    }
}
