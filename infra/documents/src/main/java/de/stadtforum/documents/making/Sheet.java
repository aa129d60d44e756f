package de.stadtforum.documents.making;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// A table to calculate with.
///
/// @param rows read once, one by one, and kept nowhere: a cursor will do. Each has a cell for every column, or writing ends with an `IllegalArgumentException` that says which row has not
public record Sheet(String name, List<String> columns, Iterable<List<Cell>> rows) {
    public Sheet {
        if (columns.isEmpty()) throw new IllegalArgumentException(name + ": no columns");
        columns = List.copyOf(columns);
    }

    /// @param number of the row, from 1
    /// @return the same row
    public List<Cell> checked(List<Cell> row, long number) {
        if (row.size() != columns.size())
            throw new IllegalArgumentException(
                    "%s: row %d has %d cells for %d columns"
                            .formatted(name, number, row.size(), columns.size()));
        return row;
    }

    public sealed interface Cell {
        static Cell of(String text) {
            return new Text(text);
        }

        static Cell of(long number) {
            return new Number(BigDecimal.valueOf(number));
        }

        static Cell of(BigDecimal number) {
            return new Number(number);
        }

        static Cell of(LocalDate date) {
            return new Date(date);
        }
    }

    /// Always a text, whatever it begins with; empty for a cell with nothing in it.
    public record Text(String text) implements Cell {}

    /// Shown with as many places as its scale has. Spreadsheets calculate with 15 digits.
    public record Number(BigDecimal value) implements Cell {}

    public record Date(LocalDate date) implements Cell {}
}
