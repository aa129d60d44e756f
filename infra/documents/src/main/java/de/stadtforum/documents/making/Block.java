package de.stadtforum.documents.making;

import java.util.List;

/// What a text is made of, from top to bottom.
public sealed interface Block {
    /// @param level 1 for the parts of the document, whose title is above them all; 4 at most
    record Heading(int level, String text) implements Block {
        public static final int DEEPEST = 4;

        public Heading {
            if (level < 1 || level > DEEPEST)
                throw new IllegalArgumentException("a heading of level " + level + ": " + text);
        }
    }

    record Paragraph(Phrase text) implements Block {
        public Paragraph(String text) {
            this(Phrase.of(text));
        }
    }

    record Listing(boolean numbered, List<Phrase> items) implements Block {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /// @param rowHeaders whether the first cell of a row says what the row is about
    /// @param rows each with a cell for every column, or it is an `IllegalArgumentException`
    record Table(String caption, List<Column> columns, boolean rowHeaders, List<List<Phrase>> rows)
            implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (var row : rows)
                if (row.size() != columns.size())
                    throw new IllegalArgumentException(
                            "%s: a row of %d cells for %d columns"
                                    .formatted(caption, row.size(), columns.size()));
        }
    }

    record Column(String name, Align align) {
        public static Column of(String name) {
            return new Column(name, Align.START);
        }

        public static Column ofNumbers(String name) {
            return new Column(name, Align.END);
        }
    }

    enum Align {
        START,
        END
    }

    /// Short facts, each after its name: date, place, who chairs.
    record KeyValues(List<KeyValue> facts) implements Block {
        public KeyValues {
            facts = List.copyOf(facts);
        }
    }

    record KeyValue(String name, Phrase value) {
        public KeyValue(String name, String value) {
            this(name, Phrase.of(value));
        }
    }

    /// As wide as its pixels at 96 to the inch, and never wider than the text.
    ///
    /// @param png the file; what comes from outside goes through the upload check before
    /// @param alternative what it shows, in words; blank is an `IllegalArgumentException`
    @SuppressWarnings("ArrayRecordComponent")
    record Picture(byte[] png, String alternative) implements Block {
        public Picture {
            if (alternative.isBlank())
                throw new IllegalArgumentException("a picture without a word of what it shows");
        }
    }

    record PageBreak() implements Block {}
}
