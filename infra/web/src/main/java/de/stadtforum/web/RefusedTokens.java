package de.stadtforum.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/// Requests with a token that does not hold: of nobody, so they are counted and not filed.
@Component
class RefusedTokens implements MeterBinder {
    private final LongAdder refused = new LongAdder();

    void count() {
        refused.increment();
    }

    long sinceStart() {
        return refused.sum();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("stadtforum.tokens.refused", refused, LongAdder::sum)
                .register(registry);
    }
}
