package de.stadtforum.testing.red.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

record Deadline(Instant end) {
    boolean over() {
        return end.isBefore(Instant.now());
    }

    LocalDate day() {
        return LocalDate.now(ZoneId.of("Europe/Berlin"));
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Supplier<Instant> later() {
        return Instant::now;
    }
}
