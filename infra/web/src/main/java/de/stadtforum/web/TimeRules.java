package de.stadtforum.web;

import de.stadtforum.messaging.context.PlatformClock;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// What [PastDay], [PastMoment], [PlannedDay] and [PlannedMoment] take, by the service's own clock; a missing one passes.
final class TimeRules {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int YEARS_AHEAD = 10;
    private static final Duration GRACE = Duration.ofMinutes(1);

    private TimeRules() {}

    private static Instant now(ConstraintValidatorContext context) {
        return context.getClockProvider().getClock().instant();
    }

    private static boolean happened(LocalDate day, Instant now) {
        return !day.isBefore(EARLIEST)
                && !day.isAfter(LocalDate.ofInstant(now, PlatformClock.CITY));
    }

    private static boolean happened(Instant at, Instant now) {
        return !at.isBefore(EARLIEST.atStartOfDay(PlatformClock.CITY).toInstant())
                && !at.isAfter(now.plus(GRACE));
    }

    private static boolean sensible(LocalDate day, Instant now) {
        return !day.isBefore(EARLIEST)
                && !day.isAfter(
                        LocalDate.ofInstant(now, PlatformClock.CITY).plusYears(YEARS_AHEAD));
    }

    private static boolean sensible(Instant at, Instant now) {
        return at.isAfter(Instant.EPOCH)
                && at.isBefore(Instant.parse("9999-01-01T00:00:00Z"))
                && sensible(LocalDate.ofInstant(at, PlatformClock.CITY), now);
    }

    private static boolean hasSensibleYear(LocalDateTime at) {
        return at.getYear() >= EARLIEST.getYear() && at.getYear() < 9999;
    }

    private static Instant inTheCity(LocalDateTime at) {
        return at.atZone(PlatformClock.CITY).toInstant();
    }

    private interface Rule<C extends Annotation, T> extends ConstraintValidator<C, @Nullable T> {
        boolean holds(T value, Instant now);

        @Override
        default boolean isValid(@Nullable T value, ConstraintValidatorContext context) {
            return value == null || holds(value, now(context));
        }
    }

    static final class Past implements Rule<PastDay, LocalDate> {
        @Override
        public boolean holds(LocalDate day, Instant now) {
            return happened(day, now);
        }
    }

    static final class PastInstant implements Rule<PastMoment, Instant> {
        @Override
        public boolean holds(Instant at, Instant now) {
            return happened(at, now);
        }
    }

    static final class PastHour implements Rule<PastMoment, LocalDateTime> {
        @Override
        public boolean holds(LocalDateTime at, Instant now) {
            return hasSensibleYear(at) && happened(inTheCity(at), now);
        }
    }

    static final class Planned implements Rule<PlannedDay, LocalDate> {
        @Override
        public boolean holds(LocalDate day, Instant now) {
            return sensible(day, now);
        }
    }

    static final class PlannedInstant implements Rule<PlannedMoment, Instant> {
        @Override
        public boolean holds(Instant at, Instant now) {
            return sensible(at, now);
        }
    }

    static final class PlannedHour implements Rule<PlannedMoment, LocalDateTime> {
        @Override
        public boolean holds(LocalDateTime at, Instant now) {
            return hasSensibleYear(at) && sensible(inTheCity(at), now);
        }
    }
}
