package de.stadtforum.messaging.telemetry;

import org.jspecify.annotations.Nullable;

/// The steps of a trace: from the request through the write, the log and the broker into the feeds of other services.
/// Without a collector nothing is made and nothing costs.
public sealed interface Spans permits NoSpans, OpenTelemetrySpans {
    Spans NONE = new NoSpans();

    enum Kind {
        SERVER,
        INTERNAL,
        PRODUCER,
        CONSUMER
    }

    /// One step, until it is closed; names kinds and numbers, never who or what.
    interface Step extends AutoCloseable {
        /// What the next step is to follow.
        @Nullable String traceparent();

        void name(String name);

        void say(String key, String value);

        void say(String key, long value);

        void failed();

        @Override
        void close();
    }

    /// @param parent a `traceparent`; null or malformed begins a trace
    Step begin(Kind kind, String name, @Nullable String parent);
}
