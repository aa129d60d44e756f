package de.stadtforum.messaging.telemetry;

import org.jspecify.annotations.Nullable;

/// No collector: each step hands on what it was given.
final class NoSpans implements Spans {
    private record Passing(@Nullable String traceparent) implements Step {
        @Override
        public void name(String name) {}

        @Override
        public void say(String key, String value) {}

        @Override
        public void say(String key, long value) {}

        @Override
        public void failed() {}

        @Override
        public void close() {}
    }

    @Override
    public Step begin(Kind kind, String name, @Nullable String parent) {
        return new Passing(parent);
    }
}
