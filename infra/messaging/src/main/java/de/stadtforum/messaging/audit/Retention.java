package de.stadtforum.messaging.audit;

import de.stadtforum.messaging.context.PlatformClock;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.databind.json.JsonMapper;

/// How long the audit says who did something: until the end of the year that many years after it (`retention.json`, with its source).
///
/// @param source the law or resolution that the time comes from
public record Retention(int yearsAfter, String source) {
    public Retention {
        if (yearsAfter < 0 || yearsAfter > 30)
            throw new IllegalArgumentException("yearsAfter must be from 0 to 30: " + yearsAfter);
        if (source.isBlank()) throw new IllegalArgumentException("a rule names its source");
    }

    public static Retention of(InputStream json) throws IOException {
        try (json) {
            var rule = JsonMapper.shared().readTree(json).required("audit");
            return new Retention(
                    rule.required("yearsAfter").asInt(), rule.required("source").asString());
        }
    }

    /// What was recorded before it has expired.
    public Instant cutoff(Instant now) {
        var year = now.atZone(PlatformClock.CITY).getYear();
        return LocalDate.of(year - yearsAfter, 1, 1).atStartOfDay(PlatformClock.CITY).toInstant();
    }
}
