package de.stadtforum.messaging.telemetry;

import de.stadtforum.messaging.context.Trace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Spans for an OTLP collector, set up by the variables that every OpenTelemetry program knows (`OTEL_EXPORTER_OTLP_ENDPOINT`, …).
/// Its classes are loaded only where there is one.
public final class OpenTelemetrySpans implements Spans, AutoCloseable {
    private final OpenTelemetrySdk sdk;
    private final Tracer tracer;

    public OpenTelemetrySpans(String service, Map<String, String> settings) {
        var all = new TreeMap<>(settings);
        all.putIfAbsent("otel.service.name", service);
        all.putIfAbsent("otel.exporter.otlp.protocol", "http/protobuf");
        all.put("otel.metrics.exporter", "none"); // Prometheus reads them
        all.put("otel.logs.exporter", "none");
        all.put("otel.propagators", "none"); // `traceparent` travels in requests and facts
        sdk =
                AutoConfiguredOpenTelemetrySdk.builder()
                        .addPropertiesSupplier(() -> all)
                        .disableShutdownHook()
                        .build()
                        .getOpenTelemetrySdk();
        tracer = sdk.getTracer("de.stadtforum");
    }

    @Override
    public Step begin(Kind kind, String name, @Nullable String parent) {
        var span =
                tracer.spanBuilder(name)
                        .setSpanKind(SpanKind.valueOf(kind.name()))
                        .setParent(context(parent))
                        .startSpan();
        return new Recorded(span);
    }

    private static Context context(@Nullable String parent) {
        if (parent == null || !Trace.valid(parent)) return Context.root();
        var given =
                SpanContext.createFromRemoteParent(
                        parent.substring(3, 35),
                        parent.substring(36, 52),
                        TraceFlags.fromHex(parent, 53),
                        TraceState.getDefault());
        return Context.root().with(Span.wrap(given));
    }

    private record Recorded(Span span) implements Step {
        @Override
        public String traceparent() {
            var context = span.getSpanContext();
            return "00-"
                    + context.getTraceId()
                    + "-"
                    + context.getSpanId()
                    + "-"
                    + context.getTraceFlags().asHex();
        }

        @Override
        public void name(String name) {
            span.updateName(name);
        }

        @Override
        public void say(String key, String value) {
            span.setAttribute(key, value);
        }

        @Override
        public void say(String key, long value) {
            span.setAttribute(key, value);
        }

        @Override
        public void failed() {
            span.setStatus(StatusCode.ERROR);
        }

        @Override
        public void close() {
            span.end();
        }
    }

    /// What is not yet sent goes out, or is lost after two seconds.
    @Override
    public void close() {
        sdk.shutdown().join(2, TimeUnit.SECONDS);
    }
}
