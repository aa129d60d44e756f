package de.stadtforum.messaging.documents;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;

/// How the state of older documents becomes what this program reads. What a record gains or loses needs no step: a missing component reads as
/// its default, a missing collection as an empty one. What is renamed or means something else does.
///
/// @param steps the first makes of a state of schema 1 one of schema 2, and so on; they stay for ever
public record Schema(List<UnaryOperator<Document>> steps) {
    public static final Schema FIRST = new Schema(List.of());

    public Schema {
        steps = List.copyOf(steps);
    }

    @SafeVarargs
    public static Schema of(UnaryOperator<Document>... steps) {
        return new Schema(List.of(steps));
    }

    /// Which this program writes.
    public int number() {
        return steps.size() + 1;
    }

    /// @throws IllegalStateException when a newer program wrote it
    public Document upcast(Document state, int written) {
        if (written > number())
            throw new IllegalStateException(
                    "a newer program wrote it: schema " + written + ", known " + number());
        var upcast = state;
        for (var step : steps.subList(written - 1, steps.size()))
            upcast = step.apply(new Document(upcast));
        return upcast;
    }
}
