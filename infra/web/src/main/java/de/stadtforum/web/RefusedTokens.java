package de.stadtforum.web;

import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/// Requests with a token that does not hold: of nobody, so they are counted and not filed.
@Component
class RefusedTokens {
    private final LongAdder refused = new LongAdder();

    void count() {
        refused.increment();
    }

    long sinceStart() {
        return refused.sum();
    }
}
