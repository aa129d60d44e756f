package de.stadtforum.messaging;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/// What is counted while commands are decided, told and heard: kinds and numbers, never who or what.
final class Meters {
    private final MeterRegistry registry;
    private final DistributionSummary folded;

    Meters(MeterRegistry registry) {
        this.registry = registry;
        this.folded =
                DistributionSummary.builder("stadtforum.commands.folded")
                        .description("commands decided together and written once")
                        .register(registry);
    }

    static Meters unseen() {
        return new Meters(new SimpleMeterRegistry());
    }

    /// @param kind of aggregate: the name of its collection
    void decided(String kind, Decision<?> decision) {
        var outcome =
                switch (decision) {
                    case Decision.Changed<?> _ -> "changed";
                    case Decision.Unchanged<?> _ -> "unchanged";
                    case Decision.Refused<?> _ -> "refused";
                };
        var rule = decision instanceof Decision.Refused<?>(var reason) ? reason.name() : "";
        registry.counter("stadtforum.commands", "kind", kind, "outcome", outcome, "rule", rule)
                .increment();
    }

    void folded(int commands) {
        folded.record(commands);
    }

    void told(String topic, int facts) {
        registry.counter("stadtforum.relay.told", "topic", topic).increment(facts);
    }

    void tellingFailed(String topic) {
        registry.counter("stadtforum.relay.failures", "topic", topic).increment();
    }

    void heard(String feed, int facts) {
        registry.counter("stadtforum.feed.heard", "feed", feed).increment(facts);
    }
}
