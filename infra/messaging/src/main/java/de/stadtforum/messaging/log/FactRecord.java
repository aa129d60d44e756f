package de.stadtforum.messaging.log;

import de.stadtforum.contracts.Envelope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A record whose attributes could be read; one record is one place on the log.
public record FactRecord(LogRecord heard, Envelope envelope) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactRecord that && heard.place().equals(that.heard.place());
    }

    @Override
    public int hashCode() {
        return Objects.hash(heard.place());
    }
}
