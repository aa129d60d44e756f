package de.stadtforum.messaging.telemetry;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/// What is counted while commands are decided, told and heard: kinds and numbers, never who or what.
public final class Meters {
    private final MeterRegistry registry;
    private final DistributionSummary folded;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
        this.folded =
                DistributionSummary.builder("stadtforum.commands.folded")
                        .description("commands decided together and written once")
                        .register(registry);
    }

    public static Meters unseen() {
        return new Meters(new SimpleMeterRegistry());
    }

    /// @param kind of aggregate: the name of its collection
    /// @param outcome changed, unchanged or refused
    /// @param rule that refused it; empty otherwise
    public void decided(String kind, String outcome, String rule) {
        registry.counter("stadtforum.commands", "kind", kind, "outcome", outcome, "rule", rule)
                .increment();
    }

    public void folded(int commands) {
        folded.record(commands);
    }

    public void told(String topic, int facts) {
        registry.counter("stadtforum.relay.told", "topic", topic).increment(facts);
    }

    public void tellingFailed(String topic) {
        registry.counter("stadtforum.relay.failures", "topic", topic).increment();
    }

    public void heard(String feed, int facts) {
        registry.counter("stadtforum.feed.heard", "feed", feed).increment(facts);
    }
}
